import type { Problem } from './problem.ts'

/** A refusal has every problem that was found, never only the first. */
export type Refused = { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }

export type Done<Value> = { readonly ok: true; readonly value: Value }

/** What an operation that may refuse returns. Refusals are values; bugs throw. */
export type Result<Value> = Done<Value> | Refused

/** Returns the result of an operation that was not refused. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

/** Returns a refusal with these problems. */
export function refuse(first: Problem, ...others: Problem[]): Refused {
  return { ok: false, problems: [first, ...others] }
}

/** Returns `value` if there is no problem, otherwise a refusal with every problem. */
export function unlessProblems<Value>(problems: readonly Problem[], value: () => Value): Result<Value> {
  const [first, ...others] = problems
  // Not by `refuse`: a file may have more problems than a call may have arguments.
  return first === undefined ? done(value()) : { ok: false, problems: [first, ...others] }
}
