/** A list with warnings is accepted only if each has a reason. */
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { textProblems } from '../kernel/textLimits.ts'
import type { CaseListWarning, ConfirmedWarning } from './caseListWarnings.ts'
import { problem } from './problems.ts'

/** Returns the key by which a form and a program name a warning: `one-disposal-only:court`. */
export function warningKey({ code, domain }: Pick<CaseListWarning, 'code' | 'domain'>): string {
  return domain === null ? code : `${code}:${domain}`
}

/** Returns the warnings with their reasons, by key. Refuses if any warning has no reason, or one that is too long. */
export function confirmWarnings(
  warnings: readonly CaseListWarning[],
  reasons: Readonly<Record<string, string>>,
): Result<readonly ConfirmedWarning[]> {
  const reasonFor = (warning: CaseListWarning) => reasons[warningKey(warning)]?.trim() ?? ''
  const problems: readonly Problem[] = warnings.flatMap((warning) => {
    const sentence = warning.text.replace(/\.$/, '')
    const place = { field: warningKey(warning) }
    const missing = problem('intake.warning-not-confirmed', { warning: sentence }, place)
    return textProblems(reasonFor(warning), 'reason', missing)
  })
  return unlessProblems(problems, () =>
    warnings.map((warning) => ({ ...warning, reason: reasonFor(warning) })),
  )
}
