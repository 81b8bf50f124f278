/** Looking into results in tests. */
import type { Result } from '../../src/core/kernel/result.ts'

/** The value of a result that must be done; otherwise fails with what was refused. */
export function doneValue<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(`refused: ${result.problems.map(({ code, text }) => `${code}: ${text}`).join('; ')}`)
}

/** The codes of a refusal, in order; none where the result is done. */
export function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
