/** What is left of a body when its request is answered. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Enough for a browser to see the answer before the connection ends. */
const mostDiscardedBytes = 1024 * 1024
const mostDiscardedMs = 5_000

/**
 * Throws away what still comes of `request` without holding it, for a short while after `response` is sent; then closes
 * the connection. One that is closed at once would cost the sender the answer. Node would read all of it otherwise.
 */
export function discardUnread(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete || request.readableEnded || request.destroyed) return
  let discarded = 0
  let timer: NodeJS.Timeout | undefined
  const closeIfTooMuch = (): void => {
    if (discarded <= mostDiscardedBytes) return
    if (response.writableFinished) request.destroy()
    else request.pause()
  }
  request.on('data', ({ length }: Buffer) => {
    discarded += length
    closeIfTooMuch()
  })
  response.once('finish', () => {
    closeIfTooMuch()
    timer = setTimeout(() => request.destroy(), mostDiscardedMs).unref()
  })
  request.once('end', () => clearTimeout(timer))
  request.once('close', () => clearTimeout(timer))
  request.resume()
}
