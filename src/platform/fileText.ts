import { problem } from '../core/kernel/problem.ts'
import { done, type Result, refuse } from '../core/kernel/result.ts'
import { decodeText } from './decodeText.ts'

/**
 * The text of a file without its byte order mark. Refuses, with its line, what is not in one encoding, or in one that
 * can only be guessed at: no letter may be read as another. Refuses a file with nothing in it.
 */
export function fileText(content: string | Uint8Array, file: string): Result<string> {
  const decoded =
    typeof content === 'string' ? done({ text: content, doubt: null }) : decodeText(content, file)
  if (!decoded.ok) return decoded
  const { text, doubt } = decoded.value
  if (doubt !== null) return refuse(doubt)
  const withoutMark = text.replace(/^\uFEFF/, '')
  return withoutMark.trim() === '' ? refuse(problem('file.empty', { file }, { file })) : done(withoutMark)
}
