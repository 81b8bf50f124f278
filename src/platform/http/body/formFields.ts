/** The fields of a form, in either of the two ways in which a browser writes them down. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { isStorable } from '../../../core/kernel/storableText.ts'
import { mostFieldLength } from '../../../core/kernel/textLimits.ts'
import { problem } from '../problems.ts'

export type Fields = Readonly<Record<string, string>>

const mostFields = 2_000

/** The fields of `application/x-www-form-urlencoded`. Refuses what is not UTF-8 or not encoded as it should be. */
export function readFormFields(bytes: Buffer): Result<Fields> {
  const pairs = bytes.toString('latin1').split('&', mostFields + 1)
  const fields: [string, string][] = []
  for (const pair of pairs.filter((text) => text !== '')) {
    const end = pair.includes('=') ? pair.indexOf('=') : pair.length
    const name = decoded(pair.slice(0, end))
    const value = decoded(pair.slice(end + 1))
    if (name === undefined || value === undefined) return unreadable
    fields.push([name, value])
  }
  return fieldsOf(fields)
}

/**
 * `fields` by their names. Refuses too many, text that cannot be stored, and a name that comes twice with different
 * values: which of them was meant cannot be known.
 */
export function fieldsOf(fields: readonly (readonly [string, string])[]): Result<Fields> {
  if (fields.length > mostFields) return refuse(problem('request.too-large', {}))
  const byName = new Map<string, string>()
  for (const [name, value] of fields) {
    if (!isStorable(name)) return unreadable
    if (!isStorable(value)) return refuse(problem('request.text-unreadable', { field: name }))
    if (value.length > mostFieldLength) return refuse(tooLong(name, value))
    if ((byName.get(name) ?? value) !== value) return refuse(problem('request.field-twice', { field: name }))
    byName.set(name, value)
  }
  return done(Object.fromEntries(byName))
}

/** `text` as it was before it was encoded; undefined if that is not UTF-8. Bytes that were not encoded are UTF-8 too. */
export function decoded(text: string): string | undefined {
  const encoded = text.replaceAll('+', ' ').replace(/[\x80-\xff]/g, (byte) => encodeByte(byte))
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

function tooLong(field: string, { length: count }: string): Problem {
  return problem('request.text-too-long', { field, count, limit: mostFieldLength })
}

function encodeByte(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16)}`
}

const unreadable = refuse(problem('request.malformed', {}))
