/** Who may not assess which case, and why. There is no way round it: a conflict of interest is never set aside. */
import { isSameName } from '../../kernel/reference.ts'
import { normalTextWithoutCapitals } from '../../kernel/writtenText.ts'
import type { AllocatableCase, Assessor, Conflict } from './allocation.ts'

export type Barring =
  | { readonly kind: 'own-service' }
  | { readonly kind: 'declared'; readonly conflict: Conflict }

/** Why the person may assess no case of the inspected service at all, or null where that is not so. */
export function barringFromService(
  assessor: Assessor,
  conflicts: readonly Conflict[],
  inspectedServiceId: string,
): Barring | null {
  if (assessor.ownServiceId === inspectedServiceId) return { kind: 'own-service' }
  return declared(conflicts.find((one) => one.assessor === assessor.id && one.kind === 'service'))
}

/** Why the person may not assess this case, or null where nothing speaks against it. */
export function barringFromCase(
  assessor: Assessor,
  one: AllocatableCase,
  conflicts: readonly Conflict[],
  inspectedServiceId: string,
): Barring | null {
  const own = conflicts.filter((conflict) => conflict.assessor === assessor.id)
  return (
    barringFromService(assessor, own, inspectedServiceId) ??
    declared(own.find((conflict) => conflict.kind === 'case' && conflict.about === one.pseudonym)) ??
    declared(own.find((conflict) => conflict.kind === 'case-manager' && sameManager(conflict.about, one)))
  )
}

function sameManager(about: string | null, one: AllocatableCase): boolean {
  return about !== null && one.caseManager !== null && isSameName(about, one.caseManager)
}

/** One case manager, however the name was spaced or capitalised. */
export function managerKey(name: string): string {
  return normalTextWithoutCapitals(name)
}

function declared(conflict: Conflict | undefined): Barring | null {
  return conflict === undefined ? null : { kind: 'declared', conflict }
}

/** The reason of a barring as a whole sentence without its full stop. */
export function barringWords(barring: Barring): string {
  return barring.kind === 'own-service'
    ? 'nobody assesses a case of their own service'
    : barring.conflict.reason.replace(/[.\s]+$/, '')
}
