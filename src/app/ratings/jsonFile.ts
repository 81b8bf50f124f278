/** Reading a JSON file by a schema, with every fault as a problem of the catalogue and its path. */
import type { z } from 'zod'
import { type Place, type Problem, problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../core/kernel/result.ts'
import { fileText } from './fileText.ts'

/** A part of a JSON file with its path in the file, such as `[0].standards[3]`. */
export type JsonPart = { readonly value: unknown; readonly place: Place }

/** The parsed content of a JSON file: the entries where it is a list, else the one thing it holds. */
export function readJsonParts(
  content: string | Uint8Array,
  file: string,
): Result<{ readonly isList: boolean; readonly parts: readonly JsonPart[] }> {
  const text = fileText(content, file)
  if (!text.ok) return text
  const parsed = parseJson(text.value, file)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (!Array.isArray(value)) return done({ isList: false, parts: [{ value, place: { file } }] })
  const entries: readonly unknown[] = value
  return done({
    isList: true,
    parts: entries.map((entry, at) => ({ value: entry, place: { file, path: `[${at}]` } })),
  })
}

/** One part by its schema, or every fault of it. */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  { value, place }: JsonPart,
): Result<z.infer<Schema>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return done(parsed.data)
  const problems = parsed.error.issues.flatMap((issue) => issueProblems(issue, value, place))
  return unlessProblems(problems, () => {
    throw new Error('a schema refused without an issue')
  })
}

function parseJson(text: string, file: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return done(value)
  } catch (error) {
    const fault = error instanceof SyntaxError ? error.message : 'it cannot be parsed'
    return refuse(problem('file.not-json', { file, fault }, { file }))
  }
}

function issueProblems(issue: z.core.$ZodIssue, value: unknown, place: Place): Problem[] {
  const where = placeAt(place, issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem('json.field-unknown', { field: key }, placeAt(place, [...issue.path, key])),
    )
  }
  if (issue.code === 'invalid_type' && isMissing(value, issue.path)) {
    return [problem('json.field-missing', { field: where.field ?? '' }, where)]
  }
  return [problem('json.wrong-type', { fault: lowerFirst(issue.message) }, where)]
}

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  return path.length > 0 && valueAt(value, path) === undefined
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => {
    if (typeof part !== 'object' || part === null) return undefined
    return Object.entries(part).find(([name]) => name === String(key))?.[1]
  }, value)
}

function placeAt(place: Place, path: readonly PropertyKey[]): Place {
  const written = path.reduce<string>(
    (before, key) =>
      typeof key === 'number'
        ? `${before}[${key}]`
        : before === ''
          ? String(key)
          : `${before}.${String(key)}`,
    place.path ?? '',
  )
  const field = path.findLast((key) => typeof key === 'string')
  return {
    ...place,
    ...(written === '' ? {} : { path: written }),
    ...(field === undefined ? {} : { field: String(field) }),
  }
}

function lowerFirst(message: string): string {
  const words = message.replace(/^Invalid input: /, '')
  return words.charAt(0).toLowerCase() + words.slice(1)
}
