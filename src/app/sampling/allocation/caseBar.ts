/** From which cases of an inspection a conflict of interest bars a person now, whatever their role. */
import { normalTextWithoutCapitals } from '../../../core/kernel/writtenText.ts'
import {
  type AccountHolder,
  type Barring,
  barringOfAccount,
  type Interests,
  isHolderOf,
} from '../../../core/sampling/allocation/conflicts.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { CaseBar } from '../../../platform/http/access.ts'
import type { Actor } from '../../../platform/shell.ts'
import { findSampledCases } from '../findSampledCases.ts'
import { carriedManager } from './allocatableCase.ts'
import { loadInterests } from './assessors.queries.ts'
import { listedOthers, namedCaseManagers } from './assignments.queries.ts'

/**
 * Returns whether the actor is barred from a case. An actor without an account, such as the command line, is barred from
 * none: they have the database itself.
 */
export async function barOf(connection: Connection, actor: Actor, inspectionId: string): Promise<CaseBar> {
  const { personId, name } = actor
  if (personId === undefined) return () => false
  const holder = { personId, name }
  const barringOf = await barringsOf(connection, inspectionId, [holder])
  return (caseId) => barringOf(holder, caseId) !== null
}

/** Returns whether the actor is the person of the allocation, by account or, until one is chosen for them, by name. */
export function isPersonOf({ personId, name }: Actor, person: Interests['people'][number]): boolean {
  return personId !== undefined && isHolderOf({ personId, name }, person)
}

/** Returns why any of these accounts is barred from the case of an id, or null if it is not. */
export async function barringsOf(
  connection: Connection,
  inspectionId: string,
  holders: readonly AccountHolder[],
): Promise<(holder: AccountHolder, caseId: string) => Barring | null> {
  const all = await loadInterests(connection, inspectionId)
  const people = all.people.filter((person) => holders.some((holder) => isHolderOf(holder, person)))
  const conflicts = all.conflicts.filter(({ assessor }) => people.some(({ id }) => id === assessor))
  // Most people have none: then nothing of the cases is read.
  const asksForManager = conflicts.some(({ kind }) => kind === 'case-manager')
  const managers = asksForManager ? await managersOf(connection, inspectionId) : new Map<string, string>()
  const interests = { ...all, people, conflicts }
  return (holder, caseId) => {
    const caseManager = managers.get(normalTextWithoutCapitals(caseId)) ?? null
    return barringOfAccount(holder, { pseudonym: caseId, caseManager }, interests)
  }
}

/** Case managers by case: as the allocation names them, and for cases that are not in the sample as the latest list does. */
async function managersOf(
  connection: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, string>> {
  const listed = [...(await listedOthers(connection, inspectionId))]
  const sampled = await findSampledCases(connection, inspectionId)
  const carried = [
    ...listed,
    ...sampled.map(({ pseudonym, others }) => [pseudonym, others] as const),
  ].flatMap(([pseudonym, others]): [string, string][] => {
    const manager = carriedManager(others)
    return manager === null ? [] : [[pseudonym, manager]]
  })
  const named = await namedCaseManagers(connection, inspectionId)
  return new Map(
    [...carried, ...named].map(([pseudonym, name]) => [normalTextWithoutCapitals(pseudonym), name]),
  )
}
