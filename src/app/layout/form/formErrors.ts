import type { Problem } from '../../../core/kernel/problem.ts'
import type { Result } from '../../../core/kernel/result.ts'

export type FormErrors = {
  /** For the error summary: the message, and the field that it links to. */
  readonly list: readonly { readonly text: string; readonly href?: string }[]
  /** The message of each field, by the id that the field has on the page. */
  readonly fields: Readonly<Record<string, { readonly text: string }>>
}

/**
 * Returns what the error summary and the fields of a form show for `problems`, in their order. Both show the same
 * message: what is wrong and what to do. A field with several problems shows the first. A problem without a field,
 * or inside an uploaded file, is in the summary only and links to nothing.
 */
export function formErrors(problems: readonly Problem[]): FormErrors {
  const messages = problems.map((each) => ({ field: fieldOf(each), text: `${each.text} ${each.action}` }))
  const fields = messages.flatMap(({ field, text }): [string, { text: string }][] =>
    field === undefined ? [] : [[field, { text }]],
  )
  return {
    list: messages.map(({ field, text }) => (field === undefined ? { text } : { text, href: `#${field}` })),
    // Of entries with the same key the last counts.
    fields: Object.fromEntries(fields.toReversed()),
  }
}

/** Returns the field of the form that a problem is about; undefined if it is about none, or about a file's content. */
export function fieldOf({ place: { file, field } }: Problem): string | undefined {
  return file === undefined ? field : undefined
}

/**
 * Returns `result` with its problems at the ids that their fields have on the page, for a page that shows several
 * forms with fields of the same name. `idOf` is asked for each problem with a field.
 */
export function placedAt<Value>(result: Result<Value>, idOf: (field: string) => string): Result<Value> {
  if (result.ok) return result
  const [first, ...others] = result.problems
  return { ok: false, problems: [placed(first, idOf), ...others.map((each) => placed(each, idOf))] }
}

function placed(problem: Problem, idOf: (field: string) => string): Problem {
  const field = fieldOf(problem)
  return field === undefined ? problem : { ...problem, place: { ...problem.place, field: idOf(field) } }
}
