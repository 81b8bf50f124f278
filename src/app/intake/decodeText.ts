/** Text files of any encoding that a case list comes in. */

/**
 * The text without its byte-order mark: UTF-8 or UTF-16 by the mark; without one UTF-16 where every other byte is
 * nought, else UTF-8 where it is valid, else Windows-1252, which every sequence of bytes is.
 */
export function decodeText(content: Uint8Array): string {
  const encoding = encodingOf(content)
  if (encoding !== undefined) return new TextDecoder(encoding).decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

function encodingOf(content: Uint8Array): string | undefined {
  const [first, second] = content
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const noughts = (parity: number) =>
    content.subarray(0, 400).filter((byte, place) => place % 2 === parity && byte === 0).length
  const most = Math.min(content.length, 400) / 2
  if (most < 4) return undefined
  if (noughts(1) > most * 0.8 && noughts(0) < most * 0.2) return 'utf-16le'
  return noughts(0) > most * 0.8 && noughts(1) < most * 0.2 ? 'utf-16be' : undefined
}
