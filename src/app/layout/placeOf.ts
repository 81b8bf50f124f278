import type { Place } from '../../platform/http/application.ts'

/** Returns the inspection and the case that the parameters of an address name; null for what they do not name. */
export function placeOf({ inspection, case: caseId }: Readonly<Record<string, string>>): Place {
  return { inspectionId: inspection ?? null, caseId: caseId ?? null }
}
