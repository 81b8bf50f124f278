/** The one place that decides in which encoding a text file from outside is. */
import { lineOf } from '../core/kernel/lineOf.ts'
import type { Problem } from '../core/kernel/problem.ts'
import { done, type Result, refuse } from '../core/kernel/result.ts'
import { problem } from './problems.ts'

export type DecodedText = {
  /** Without its byte order mark. */
  readonly text: string
  /** What has to be looked at, because letters may have been read wrongly; null if there is no doubt. */
  readonly doubt: Problem | null
}

/**
 * The text of a file: UTF-8 or UTF-16 by its byte order mark; without a mark UTF-16 if every other byte is zero, UTF-8
 * if all of it is valid, Windows-1252 otherwise, or Mac Roman if its letters fit better, with a doubt. Refuses, with
 * line and byte, what is not in the encoding of its mark, two encodings in one file, and NUL characters.
 */
export function decodeText(content: Uint8Array, file: string): Result<DecodedText> {
  const decoded = decode(content, file)
  if (!decoded.ok) return decoded
  const text = decoded.value.text.replace(/^\uFEFF+/, '')
  const nul = text.indexOf('\0')
  if (nul < 0) return done({ text, doubt: decoded.value.doubt ?? encodedTwice(text, file) })
  return refuse(problem('text.nul', {}, { file, line: lineOf(text, nul) }))
}

/**
 * What is left of letters in UTF-8 that a program took for Windows-1252 or Mac Roman and saved again: `Ã©`, `â€™`,
 * `Å´`, `√©`. Capitals before a closing quotation mark or a dash are none.
 */
const twiceEncoded =
  /[ÂÃ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Å[´µ¶·]|â€[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[‚„][¬¢]|ï»¿|ï¿½|√[^\s\dA-Za-z(]|≈[µ∑¥∂]|‚Ä[ìîôòù¶¢]/u

function encodedTwice(text: string, file: string): Problem | null {
  const found = twiceEncoded.exec(text)
  if (found === null) return null
  return problem('text.encoded-twice', { letters: found[0] }, { file, line: lineOf(text, found.index) })
}

function decode(content: Uint8Array, file: string): Result<DecodedText> {
  const wide = wideEncoding(content)
  if (wide !== undefined) return decodeWide(content, wide, file)
  const text = decodeExactly(content, 'utf-8')
  if (text !== undefined) return done({ text, doubt: null })
  const bytes = Buffer.from(content).toString('latin1')
  const { invalid, sequences } = scanUtf8(bytes)
  const byte = bytes.charCodeAt(invalid).toString(16).toUpperCase()
  const place = { file, line: lineOf(bytes, invalid) }
  if (bytes.startsWith('\xEF\xBB\xBF')) return refuse(problem('text.not-utf-8', { byte }, place))
  if (sequences > 0) return refuse(problem('text.encodings-mixed', { byte }, place))
  return done(decodeSingleBytes(content, file))
}

function decodeExactly(content: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch {
    return undefined
  }
}

type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32'

function wideEncoding(content: Uint8Array): WideEncoding | undefined {
  const [first, second, third, fourth] = content
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32' : 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = content.subarray(0, 400)
  const zeros = (parity: number) => sample.filter((byte, place) => place % 2 === parity && byte === 0).length
  const most = sample.length / 2
  if (most < 4) return undefined
  if (zeros(1) > most * 0.8 && zeros(0) < most * 0.2) return 'utf-16le'
  return zeros(0) > most * 0.8 && zeros(1) < most * 0.2 ? 'utf-16be' : undefined
}

function decodeWide(content: Uint8Array, encoding: WideEncoding, file: string): Result<DecodedText> {
  if (encoding === 'utf-32') return refuse(problem('text.encoding-unknown', {}, { file }))
  const text = decodeExactly(content, encoding)
  if (text !== undefined) return done({ text, doubt: null })
  const loose = new TextDecoder(encoding).decode(content)
  const damaged = Math.max(loose.indexOf('\uFFFD'), 0)
  return refuse(problem('text.not-utf-16', {}, { file, line: lineOf(loose, damaged) }))
}

/** One letter of UTF-8 in two to four bytes. The Unicode Standard, table 3-7. */
const utf8Sequence =
  /[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2}/y

/** The place of the first byte that is not UTF-8, and how many letters of several bytes are. The mark is none. */
function scanUtf8(bytes: string): { readonly invalid: number; readonly sequences: number } {
  const high = /[\x80-\xFF]/g
  let invalid = -1
  let sequences = 0
  for (let found = high.exec(bytes); found !== null; found = high.exec(bytes)) {
    utf8Sequence.lastIndex = found.index
    if (utf8Sequence.test(bytes)) {
      sequences += found.index === 0 && bytes.startsWith('\xEF\xBB\xBF') ? 0 : 1
      high.lastIndex = utf8Sequence.lastIndex
    } else if (invalid < 0) invalid = found.index
  }
  return { invalid: Math.max(invalid, 0), sequences }
}

/** Capitals and signs in the middle of a word, where people write small letters. */
const oddLetter =
  /(?<=\p{Ll})(?![\0-\x7F®™€£°²³])[\p{Lu}\p{S}\p{Cc}\p{Pi}‚„†‡‰¿¡]|[ƒ]|(?![\0-\x9F])[†‡ˆ‰˜](?=\p{L})|[\x80-\x9F]/gu

function decodeSingleBytes(content: Uint8Array, file: string): DecodedText {
  const windows = new TextDecoder('windows-1252').decode(content)
  const odd = windows.match(oddLetter)?.length ?? 0
  if (odd === 0) return { text: windows, doubt: null }
  const macintosh = new TextDecoder('macintosh').decode(content)
  const isMacintosh = (macintosh.match(oddLetter)?.length ?? 0) < odd
  const encoding = isMacintosh ? 'Mac Roman' : 'Windows-1252'
  const place = { file, line: lineOf(windows, windows.search(oddLetter)) }
  return {
    text: isMacintosh ? macintosh : windows,
    doubt: problem('text.encoding-doubtful', { encoding }, place),
  }
}
