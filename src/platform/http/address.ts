/** An address is looked at once, before anything else is done with it. */
import { isStorable } from '../../core/kernel/storableText.ts'
import { decoded } from './body/formFields.ts'

/**
 * Undefined if `url` can be read; otherwise what to answer: no page has a NUL or a backslash in its address, and a
 * query that is not encoded as it should be is malformed.
 */
export function faultOfAddress(url: string): 'request.not-found' | 'request.malformed' | undefined {
  const [path = '', ...query] = url.split('?')
  const readable = decodedPath(path)
  if (readable === undefined) return 'request.malformed'
  if (!isStorable(readable) || readable.includes('\\')) return 'request.not-found'
  const texts = query.join('?').split(/[&=]/).map(decoded)
  return texts.every((text) => text !== undefined && isStorable(text)) ? undefined : 'request.malformed'
}

function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
