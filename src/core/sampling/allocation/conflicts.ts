/**
 * Who may not assess which case, nor read it, and why. There is no way round it: a conflict of interest is never set
 * aside.
 */
import { compareReferences, isSameName } from '../../kernel/reference.ts'
import { normalTextWithoutCapitals } from '../../kernel/writtenText.ts'
import type { AllocatableCase, Assessor, Conflict } from './allocation.ts'

/** What of a case a conflict of interest may be about. */
export type CaseOfManager = Pick<AllocatableCase, 'pseudonym' | 'caseManager'>

/** A person of the allocation as far as conflicts of interest go. */
export type InterestedPerson = Pick<Assessor, 'id' | 'ownServiceId'>

export type Barring =
  | { readonly kind: 'own-service' }
  | { readonly kind: 'declared'; readonly conflict: Conflict }

/** Why the person may assess no case of the inspected service at all, or null where that is not so. */
export function barringFromService(
  assessor: InterestedPerson,
  conflicts: readonly Conflict[],
  inspectedServiceId: string,
): Barring | null {
  if (assessor.ownServiceId === inspectedServiceId) return { kind: 'own-service' }
  return declared(conflicts.find((one) => one.assessor === assessor.id && one.kind === 'service'))
}

/** Why the person may not assess this case, or null where nothing speaks against it. */
export function barringFromCase(
  assessor: InterestedPerson,
  one: CaseOfManager,
  conflicts: readonly Conflict[],
  inspectedServiceId: string,
): Barring | null {
  const own = conflicts.filter((conflict) => conflict.assessor === assessor.id)
  return (
    barringFromService(assessor, own, inspectedServiceId) ??
    declared(own.find((conflict) => conflict.kind === 'case' && isAbout(conflict, one))) ??
    declared(own.find((conflict) => conflict.kind === 'case-manager' && sameManager(conflict.about, one)))
  )
}

/** The accounts and people of one inspection between whom and its cases interests are known or declared. */
export type Interests = {
  /** `personId` is the account that was chosen as theirs; null where none was. */
  readonly people: readonly (InterestedPerson &
    Pick<Assessor, 'name'> & { readonly personId: string | null })[]
  /** Those that hold. */
  readonly conflicts: readonly Conflict[]
  readonly inspectedServiceId: string
}

export type AccountHolder = { readonly personId: string; readonly name: string }

/**
 * Whether the holder of an account is the person of the allocation: the account was given to that person or, as long as
 * none was, they have one name. So a conflict that is declared holds before anybody has linked an account.
 */
export function isHolderOf(holder: AccountHolder, { personId, name }: Interests['people'][number]): boolean {
  return personId === null ? isSameName(name, holder.name) : personId === holder.personId
}

/** Why whoever holds the account may neither read nor write the case, or null where nothing speaks against it. */
export function barringOfAccount(
  holder: AccountHolder,
  one: CaseOfManager,
  { people, conflicts, inspectedServiceId }: Interests,
): Barring | null {
  return (
    people
      .filter((person) => isHolderOf(holder, person))
      .map((person) => barringFromCase(person, one, conflicts, inspectedServiceId))
      .find((barring) => barring !== null) ?? null
  )
}

/** However the reference was written, capitals included: an address may be typed. */
function isAbout({ about }: Conflict, { pseudonym }: CaseOfManager): boolean {
  return about !== null && compareReferences(about, pseudonym) !== 'different'
}

function sameManager(about: string | null, one: CaseOfManager): boolean {
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
