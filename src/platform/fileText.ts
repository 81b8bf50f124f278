import { done, type Result, refuse } from '../core/kernel/result.ts'
import { decodeText } from './decodeText.ts'
import { fileKind, type WrongKind, wrongText } from './fileKind.ts'
import { problem } from './problems.ts'

/**
 * The text of a file without its byte order mark. Refuses, with its line, what is not in one encoding, or in one that
 * can only be guessed at: no letter may be read as another. Refuses a file with nothing in it, and one that is plainly
 * of another kind than `wanted`, saying what it is.
 */
export function fileText(
  content: string | Uint8Array,
  file: string,
  wanted: 'table' | 'json' | 'yaml',
): Result<string> {
  if (content.length === 0) return refuse(problem('file.empty', { file }, { file }))
  const kind = typeof content === 'string' ? undefined : bytesOfOtherKind(content)
  if (kind !== undefined) return refuse(wrongKind(kind, file))
  const decoded =
    typeof content === 'string' ? done({ text: content, doubt: null }) : decodeText(content, file)
  if (!decoded.ok) return decoded
  const { text, doubt } = decoded.value
  const other = wrongText(text, wanted)
  if (other !== undefined) return refuse(wrongKind(other, file))
  if (doubt !== null) return refuse(doubt)
  const withoutMark = text.replace(/^\uFEFF/, '')
  return withoutMark.trim() === '' ? refuse(problem('file.empty', { file }, { file })) : done(withoutMark)
}

function bytesOfOtherKind(content: Uint8Array): WrongKind | undefined {
  const kind = fileKind(content)
  if (kind.kind === 'text') return undefined
  return kind.kind === 'other' ? kind : archive
}

const archive: WrongKind = {
  what: 'a workbook or a ZIP archive',
  next: 'unpack it, or save its sheet as CSV, and choose that file',
}

function wrongKind({ what: kind, next }: WrongKind, file: string) {
  return problem('file.wrong-kind', { file, kind, next }, { file })
}
