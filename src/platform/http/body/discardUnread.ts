/** What is left of a body after its request was answered. */
import type { IncomingMessage } from 'node:http'

/** Enough for a browser to see the answer before the connection ends. */
const mostDiscardedBytes = 1024 * 1024
const mostDiscardedMs = 5_000

/**
 * Throws away what still comes of `request` without holding it, for a short while; then closes the connection. A
 * connection that is closed at once would cost the sender the answer.
 */
export function discardUnread(request: IncomingMessage): void {
  if (request.complete || request.readableEnded || request.destroyed) return
  // Of a request that is not complete, its connection ends with it.
  const close = (): void => void request.destroy()
  const timer = setTimeout(close, mostDiscardedMs).unref()
  let discarded = 0
  request.on('data', ({ length }: Buffer) => {
    discarded += length
    if (discarded > mostDiscardedBytes) close()
  })
  request.once('close', () => clearTimeout(timer))
  request.once('end', () => clearTimeout(timer))
  request.resume()
}
