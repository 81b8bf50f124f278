import type { Problem } from '../kernel/problem.ts'
import { problem } from './problems.ts'

type Limits = { readonly from: number; readonly to: number; readonly whole: boolean }

/** A problem where `value` is not between the limits, or not whole where it has to be. Both ends are inside. */
export function checkNumber(value: number, { from, to, whole }: Limits, path: string): readonly Problem[] {
  if (value >= from && value <= to && (!whole || Number.isInteger(value))) return []
  const wanted = `${whole ? 'a whole number' : 'a number'} from ${from} to ${to}`
  return [problem('edition.number-unfit', { value, wanted }, { path })]
}
