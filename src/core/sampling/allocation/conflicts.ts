/** Who cannot assess a case, or read it, and why. There is no exception: nothing overrides a conflict of interest. */
import { compareReferences, isSameName } from '../../kernel/reference.ts'
import { normalTextWithoutCapitals } from '../../kernel/writtenText.ts'
import type { AllocatableCase, Assessor, Conflict } from './allocation.ts'

/** The parts of a case that a conflict of interest may be about. */
export type CaseOfManager = Pick<AllocatableCase, 'pseudonym' | 'caseManager'>

/** A person of the allocation, as far as conflicts of interest need to know. */
export type InterestedPerson = Pick<Assessor, 'id' | 'ownServiceId'>

export type Barring =
  | { readonly kind: 'own-service' }
  | { readonly kind: 'declared'; readonly conflict: Conflict }

/** Returns why the person cannot assess any case of the inspected service; null if nothing prevents it. */
export function barringFromService(
  assessor: InterestedPerson,
  conflicts: readonly Conflict[],
  inspectedServiceId: string,
): Barring | null {
  if (assessor.ownServiceId === inspectedServiceId) return { kind: 'own-service' }
  return declared(
    conflicts.find((conflict) => conflict.assessor === assessor.id && conflict.kind === 'service'),
  )
}

/** Returns why the person cannot assess this case; null if nothing prevents it. */
export function barringFromCase(
  assessor: InterestedPerson,
  inspectedCase: CaseOfManager,
  conflicts: readonly Conflict[],
  inspectedServiceId: string,
): Barring | null {
  const ownConflicts = conflicts.filter((conflict) => conflict.assessor === assessor.id)
  return (
    barringFromService(assessor, ownConflicts, inspectedServiceId) ??
    declared(ownConflicts.find((conflict) => conflict.kind === 'case' && isAbout(conflict, inspectedCase))) ??
    declared(
      ownConflicts.find(
        (conflict) => conflict.kind === 'case-manager' && sameManager(conflict.about, inspectedCase),
      ),
    )
  )
}

/** The accounts and people of one inspection, and the interests known or declared between them and its cases. */
export type Interests = {
  /** `personId` is the account that was chosen as theirs; null if none was. */
  readonly people: readonly (InterestedPerson &
    Pick<Assessor, 'name'> & { readonly personId: string | null })[]
  /** The conflicts that apply now. */
  readonly conflicts: readonly Conflict[]
  readonly inspectedServiceId: string
}

export type AccountHolder = { readonly personId: string; readonly name: string }

/**
 * Returns whether the holder of an account is the person of the allocation: the account was linked to that person or, until one
 * is, they have the same name. So a declared conflict applies before anyone has linked an account.
 */
export function isHolderOf(holder: AccountHolder, { personId, name }: Interests['people'][number]): boolean {
  return personId === null ? isSameName(name, holder.name) : personId === holder.personId
}

/** Returns why the holder of the account can neither read nor write the case; null if nothing prevents it. */
export function barringOfAccount(
  holder: AccountHolder,
  inspectedCase: CaseOfManager,
  { people, conflicts, inspectedServiceId }: Interests,
): Barring | null {
  return (
    people
      .filter((person) => isHolderOf(holder, person))
      .map((person) => barringFromCase(person, inspectedCase, conflicts, inspectedServiceId))
      .find((barring) => barring !== null) ?? null
  )
}

/** However the reference was written, including its capitals: an address may be typed. */
function isAbout({ about }: Conflict, { pseudonym }: CaseOfManager): boolean {
  return about !== null && compareReferences(about, pseudonym) !== 'different'
}

function sameManager(about: string | null, inspectedCase: CaseOfManager): boolean {
  return about !== null && inspectedCase.caseManager !== null && isSameName(about, inspectedCase.caseManager)
}

/** Returns the key of a case manager, which is the same whatever the spaces and capitals of the name. */
export function managerKey(name: string): string {
  return normalTextWithoutCapitals(name)
}

function declared(conflict: Conflict | undefined): Barring | null {
  return conflict === undefined ? null : { kind: 'declared', conflict }
}

/** Returns why someone is barred, as a whole sentence without its full stop. */
export function barringText(barring: Barring): string {
  return barring.kind === 'own-service'
    ? 'nobody assesses a case of their own service'
    : barring.conflict.reason.replace(/[.\s]+$/, '')
}
