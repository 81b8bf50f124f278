import type { Problem } from '../../core/kernel/problem.ts'

export type FormErrors = {
  /** For the error summary: the text, and the field it leads to. */
  readonly list: readonly { readonly text: string; readonly href?: string }[]
  /** The message of each field. */
  readonly fields: Readonly<Record<string, { readonly text: string }>>
}

/** The problems of a form as the error summary and the fields show them. */
export function formErrors(problems: readonly Problem[]): FormErrors {
  const list = problems.map(({ text, action, place }) => ({
    text: `${text} ${action}`,
    ...(place.field === undefined ? {} : { href: `#${place.field}` }),
  }))
  const fields = problems.flatMap(({ text, place: { field } }): [string, { text: string }][] =>
    field === undefined ? [] : [[field, { text }]],
  )
  return { list, fields: Object.fromEntries(fields) }
}
