/** A request that is none: nothing of it reaches a route, and no page can be made for it. */
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { codeOf } from './problemOf.ts'
import { problem } from './problems.ts'

/** Answers in our words with 400, 408 or 431, and closes the connection. */
export function answerClientError(error: Error, socket: Socket): void {
  if (codeOf(error) === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  socket.end(answerOf(statusOf(codeOf(error))))
}

/** Answers with 400 and a message if a request asks for a tunnel to somewhere else, which Node leaves unanswered. */
export function answerTunnel(_request: unknown, socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  socket.end(answerOf('400 Bad Request'), () => socket.destroy())
}

function answerOf(status: string): string {
  const { text, action } = problem('request.malformed', {})
  const body = `${text} ${action}\n`
  const headers = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/plain; charset=utf-8',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return `${headers.join('\r\n')}\r\n\r\n${body}`
}

function statusOf(code: string): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return '431 Request Header Fields Too Large'
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return '408 Request Timeout'
    default:
      return '400 Bad Request'
  }
}
