/** Values from outside by a schema, with every fault as a problem of our own, never in a library's words. */

import type { z } from 'zod'
import { type PathPart, pathBelow, writePath } from '../core/kernel/pathInFile.ts'
import type { Place, Problem } from '../core/kernel/problem.ts'
import { done, type Result, unlessProblems } from '../core/kernel/result.ts'
import { valueText } from '../core/kernel/valueText.ts'
import { problem } from './problems.ts'

type Issue = z.core.$ZodIssue

/** What is refused must not be answered at many times its length. */
const mostFaults = 1_000

/** `value` as `schema` has it, or every fault, up to a thousand, with its path below `place`. */
export function readShape<Value>(schema: z.ZodType<Value>, value: unknown, place: Place = {}): Result<Value> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return done(parsed.data)
  return unlessProblems(
    parsed.error.issues.flatMap((issue) => issueProblems(issue, place)).slice(0, mostFaults),
    () => {
      throw new Error('a schema refused without an issue')
    },
  )
}

function issueProblems(issue: Issue, place: Place): readonly Problem[] {
  const where = placeAt(place, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) =>
        problem('json.field-unknown', { field }, placeAt(place, [...issue.path, field])),
      )
    case 'invalid_type':
      return [missing(issue, where) ?? wrongType(kindText(issue.expected), issue.input, where)]
    case 'invalid_value': {
      const details = { found: valueText(issue.input), known: issue.values.map(String).join(', ') }
      return [missing(issue, where) ?? problem('json.value-unknown', details, where)]
    }
    case 'invalid_union':
      return [missing(issue, where) ?? wrongType('one of the kinds allowed here', issue.input, where)]
    default:
      return [
        problem('json.value-not-allowed', { found: valueText(issue.input), wanted: wanted(issue) }, where),
      ]
  }
}

function missing({ path, input }: Issue, where: Place): Problem | undefined {
  if (input !== undefined || path.length === 0) return undefined
  return problem('json.field-missing', { field: where.field ?? '' }, where)
}

function wrongType(kind: string, input: unknown, where: Place): Problem {
  return problem('json.wrong-type', { wanted: kind, found: valueText(input) }, where)
}

/** What would be allowed. A schema's own check says it as its message. */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'text that is not empty' : `at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`
    case 'custom':
      return issue.message === 'Invalid input' ? 'another value' : issue.message
    default:
      return 'a value in the form that the documentation shows'
  }
}

function placeAt(place: Place, keys: readonly PropertyKey[]): Place {
  const parts = keys.filter((key): key is PathPart => typeof key !== 'symbol')
  const path = pathBelow(place.path ?? '', writePath(parts))
  const field = parts.findLast((key) => typeof key === 'string')
  return {
    ...place,
    ...(path === '' ? {} : { path }),
    ...(field === undefined ? {} : { field: String(field) }),
  }
}

/** What a schema expects, such as “a whole number”. */
function kindText(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
    null: 'nothing',
  }
  return kinds[expected] ?? 'another kind of value'
}
