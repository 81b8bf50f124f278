import type { Problem } from '../../core/kernel/problem.ts'

/** A form's problems as its page shows them: the box at the top, and a message beside each field. */
export type FormFaults = {
  readonly summary: readonly { readonly text: string; readonly href: string }[]
  readonly fields: Readonly<Record<string, { readonly text: string }>>
}

/** Null where there are none. `idOf` is the id on the page of the field a problem names. */
export function formFaults(
  problems: readonly Problem[],
  idOf: (field: string) => string = (field) => field,
): FormFaults | null {
  if (problems.length === 0) return null
  return {
    summary: problems.map(({ text, action, place }) => ({
      text: place.field === undefined ? `${text} ${action}` : text,
      href: `#${idOf(place.field ?? 'main-content')}`,
    })),
    fields: Object.fromEntries(
      problems.flatMap(({ text, action, place }) =>
        place.field === undefined ? [] : [[idOf(place.field), { text: `${text} ${action}` }]],
      ),
    ),
  }
}
