/** What pages and use-cases of a sample start from: the inspection, its list, its plan, and what was drawn. */
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { HandExclusion } from '../../core/sampling/eligibility.ts'
import { rulesUsed, type Sample, type SampleSettings } from '../../core/sampling/sample.ts'
import type { SizeOverride } from '../../core/sampling/sampleSize.ts'
import type { Connection } from '../../platform/database/connection.ts'
import type { Editions } from '../framework/editions.ts'
import { findWithEdition, type InspectionWithEdition } from '../framework/inspectionEdition.ts'
import { listVersions, loadCases, type StoredCase } from '../intake/caseLists.queries.ts'
import { problem } from './problems.ts'
import {
  findDraw,
  listReserves,
  listTopUps,
  type StoredDraw,
  type StoredTopUp,
} from './sampleDraw.queries.ts'
import {
  listReplacements,
  listSampledCases,
  type Replacement,
  type SampledCase,
} from './sampledCases.queries.ts'
import { findPlan, listExclusions, listOverrides, type PlannedDraw } from './samplePlan.queries.ts'

/** A case list as a draw uses it; `byPseudonym` has the same cases by their pseudonyms. */
export type UsedList = {
  readonly version: number
  readonly cases: readonly StoredCase[]
  readonly byPseudonym: ReadonlyMap<string, StoredCase>
}

/** What is known before the draw. */
export type PreparedSample = InspectionWithEdition & {
  /** The latest version, or null if no list was accepted. */
  readonly list: UsedList | null
  readonly plan: PlannedDraw | null
  readonly overrides: readonly SizeOverride[]
  /** By pseudonym. */
  readonly exclusions: readonly HandExclusion[]
}

/** What is known after the draw. */
export type DrawnSample = InspectionWithEdition & {
  readonly draw: StoredDraw
  readonly topUps: readonly StoredTopUp[]
  readonly sampled: readonly SampledCase[]
  readonly replacements: readonly Replacement[]
  /** Not used yet, by domain, in their order. */
  readonly reserves: readonly {
    readonly domain: string
    readonly pseudonym: string
    readonly place: number
  }[]
  /** The list the sample is based on now: that of the draw, or of the last top-up. */
  readonly list: UsedList
  /** The list the draw was made from. */
  readonly drawnList: UsedList
  readonly latestVersion: number
}

/** Returns what is known before the draw. Refuses with `inspection.not-found` or `inspection.edition-missing`. */
export async function prepareSample(
  connection: Connection,
  editions: Editions,
  id: string,
): Promise<Result<PreparedSample>> {
  const context = await findWithEdition(connection, editions, id)
  if (!context.ok) return context
  const [latest] = await listVersions(connection, id)
  return done({
    ...context.value,
    list: latest === undefined ? null : await usedList(connection, id, latest.version),
    plan: (await findPlan(connection, id)) ?? null,
    overrides: await listOverrides(connection, id),
    exclusions: await listExclusions(connection, id),
  })
}

async function usedList(connection: Connection, id: string, version: number): Promise<UsedList> {
  const cases = await loadCases(connection, id, version)
  return { version, cases, byPseudonym: new Map(cases.map((listed) => [listed.pseudonym, listed])) }
}

/** Returns what is known after the draw. Refuses as `prepareSample` does, and with `sampling.not-drawn`. */
export async function loadDrawnSample(
  connection: Connection,
  editions: Editions,
  id: string,
): Promise<Result<DrawnSample>> {
  const context = await findWithEdition(connection, editions, id)
  if (!context.ok) return context
  const draw = await findDraw(connection, id)
  if (draw === undefined) return refuse(problem('sampling.not-drawn', {}))
  const topUps = await listTopUps(connection, id)
  const sampled = await listSampledCases(connection, id)
  const used = new Set(sampled.map(({ pseudonym }) => pseudonym))
  const [latest] = await listVersions(connection, id)
  const drawnList = await usedList(connection, id, draw.version)
  const present = topUps.at(-1)?.version ?? draw.version
  return done({
    ...context.value,
    draw,
    topUps,
    sampled,
    replacements: await listReplacements(connection, id),
    reserves: (await listReserves(connection, id)).filter(({ pseudonym }) => !used.has(pseudonym)),
    list: present === draw.version ? drawnList : await usedList(connection, id, present),
    drawnList,
    latestVersion: latest?.version ?? draw.version,
  })
}

/** Returns the settings of the draw that is planned, its exclusions named by the service's own references. */
export function plannedSettings(
  { edition, overrides, exclusions }: PreparedSample,
  list: UsedList,
  { fieldwork }: PlannedDraw,
): SampleSettings {
  return {
    edition: edition.id,
    rules: rulesUsed(edition.sample),
    fieldwork,
    overrides,
    exclusions: exclusions.flatMap((exclusion) => {
      const listed = list.byPseudonym.get(exclusion.caseId)
      return listed === undefined ? [] : [{ ...exclusion, caseId: listed.caseId }]
    }),
  }
}

export type CaseNames = ReturnType<typeof caseNames>

/** Returns the two names of an inspection's cases, from its pseudonyms by reference. Both throw for a case it never had. */
export function caseNames(pseudonyms: ReadonlyMap<string, string>) {
  const references = new Map([...pseudonyms].map(([reference, pseudonym]) => [pseudonym, reference]))
  return {
    reference: (pseudonym: string) => known(references.get(pseudonym)),
    pseudonym: (caseId: string) => known(pseudonyms.get(caseId)),
  }
}

function known(name: string | undefined): string {
  if (name === undefined) throw new RangeError('a case of the sample is not one of the inspection')
  return name
}

/** Returns the settings of a stored draw with the service's own references. */
export function settingsByReference({ settings }: Sample, { reference }: CaseNames): SampleSettings {
  const exclusions = settings.exclusions.map((exclusion) => ({
    ...exclusion,
    caseId: reference(exclusion.caseId),
  }))
  return { ...settings, exclusions }
}
