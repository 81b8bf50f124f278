/** Which case a request is about, and who acts on it. */
import type { Author } from '../../../core/fieldwork/entry.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { problem } from '../problems.ts'

/** Identifies a case among those of all inspections. */
export type CaseKey = { readonly inspectionId: string; readonly caseId: string }

/** Returns the case that a request names in its address. Nothing says yet that there is such a case. */
export function caseKeyOf({
  params: { inspection = '', case: caseId = '' },
}: Pick<RouteRequest, 'params'>): CaseKey {
  return { inspectionId: inspection, caseId }
}

/** Returns the problem of a case that its inspection does not have. */
export function caseNotFound({ caseId }: CaseKey): Problem {
  return problem('fieldwork.case-not-found', { case: caseId })
}

/** Returns the acting person as the author of what they write. */
export function authorOf({ actor }: Pick<Shell, 'actor'>): Author {
  return { personId: actor.personId ?? null, name: actor.name }
}
