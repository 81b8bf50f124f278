import { problem } from '../core/kernel/problem.ts'
import { done, type Result, refuse } from '../core/kernel/result.ts'

/** The text of a file without its byte order mark. Refuses bytes that are not UTF-8 and a file with nothing in it. */
export function fileText(content: string | Uint8Array, file: string): Result<string> {
  const text = typeof content === 'string' ? content : decoded(content)
  if (text === undefined) return refuse(problem('file.not-utf8', { file }, { file }))
  const withoutMark = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (withoutMark.trim() === '') return refuse(problem('file.empty', { file }, { file }))
  return done(withoutMark)
}

function decoded(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return undefined
  }
}
