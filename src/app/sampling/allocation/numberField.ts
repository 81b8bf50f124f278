import type { Problem } from '../../../core/kernel/problem.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import { problem } from './problems.ts'

type NumberField = {
  readonly field: string
  /** Its name in a sentence, at the beginning. */
  readonly name: string
  readonly range: readonly [least: number, most: number]
}

/** Returns the whole number of a field; notes in `problems` that it is none, or is outside its range. */
export function numberField(
  values: FormValues,
  { field, name, range: [least, most] }: NumberField,
  problems: Problem[],
): number {
  const text = (values[field] ?? '').trim()
  const number = /^\d{1,4}$/.test(text) ? Number(text) : -1
  if (number < least || number > most)
    problems.push(problem('allocation.number-outside', { name, least, most }, { field }))
  return number
}
