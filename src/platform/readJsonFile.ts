/** JSON files from outside: bytes to text, and text to a value in which nothing is given twice. */
import type { Place } from '../core/kernel/problem.ts'
import { readJson } from '../core/kernel/readJson.ts'
import { done, type Result } from '../core/kernel/result.ts'
import { fileText } from './fileText.ts'

/** A part of a JSON file with its path in the file, such as `[0].standards[3]`. */
export type JsonPart = { readonly value: unknown; readonly place: Place }

/** The value of a JSON file. Refuses bytes that are not UTF-8, an empty file, and whatever `readJson` refuses. */
export function readJsonFile(content: string | Uint8Array, file: string): Result<unknown> {
  const text = fileText(content, file, 'json')
  return text.ok ? readJson(text.value, { file }) : text
}

/** The value of a JSON file: the entries if it is a list, else the one thing it holds. Refuses as `readJsonFile`. */
export function readJsonParts(
  content: string | Uint8Array,
  file: string,
): Result<{ readonly isList: boolean; readonly parts: readonly JsonPart[] }> {
  const json = readJsonFile(content, file)
  if (!json.ok) return json
  const { value } = json
  if (!Array.isArray(value)) return done({ isList: false, parts: [{ value, place: { file } }] })
  const entries: readonly unknown[] = value
  return done({
    isList: true,
    parts: entries.map((entry, at) => ({ value: entry, place: { file, path: `[${at}]` } })),
  })
}
