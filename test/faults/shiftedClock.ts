/** Run in the server before anything else: its clock is wrong by as many hours as it was last sent. */

let shiftMs = 0

globalThis.Date = new Proxy(Date, {
  construct: (real, words, made) =>
    Reflect.construct(real, words.length === 0 ? [real.now() + shiftMs] : words, made),
  get: (real, name) => (name === 'now' ? () => real.now() + shiftMs : Reflect.get(real, name)),
})

process.on('message', (hours) => {
  shiftMs = Number(hours) * 3_600_000
  process.send?.('set')
})
// Only waiting for messages must not keep the server alive.
process.channel?.unref()
