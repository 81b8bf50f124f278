import { factOfForm } from '../../../core/fieldwork/caseFacts.ts'
import { countWritten, currentEntries } from '../../../core/fieldwork/currentEntries.ts'
import { type Missing, whatIsMissing } from '../../../core/fieldwork/whatIsMissing.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { barringsOf } from '../../sampling/allocation/caseBar.ts'
import { ofReadableCases } from '../case/readableCases.ts'
import { type CaseSummary, listCases, listEntriesInConflict, listEntriesOfAll } from './caseList.queries.ts'

/** Someone who assesses a case. `isBarred`: a conflict of interest was declared since, so they can no longer open it. */
export type CaseAssessor = CaseSummary['assigned'][number] & { readonly isBarred: boolean }

export type CaseRow = Omit<CaseSummary, 'assigned'> & {
  readonly assigned: readonly CaseAssessor[]
  readonly entryCount: number
  readonly hasAnswer: boolean
  readonly missing: readonly Missing[]
  /** ISO date and time, or as it was written. */
  readonly interviewAt: string | null
}

export type ListedCases = {
  readonly inspection: Inspection
  readonly edition: Edition
  readonly rows: readonly CaseRow[]
  /** How many cases are left out, because the acting person has a conflict of interest with them. */
  readonly withheld: number
}

/** Returns the cases of an inspection that the acting person may read, with how far each has come. */
export async function listCaseRows(
  shell: Pick<Shell, 'database' | 'mayDo'>,
  editions: Editions,
  id: string,
): Promise<Result<ListedCases>> {
  const { database } = shell
  const context = await findWithEdition(database, editions, id)
  if (!context.ok) return context
  const { inspection, edition } = context.value
  const entriesOf = await listEntriesOfAll(database, id)
  const interview = factOfForm(edition, 'interview-time')
  const inConflict = await listEntriesInConflict(database, id)
  const all = await listCases(database, id)
  const readable = await ofReadableCases(shell, id, all)
  const barringOf = await barringsOf(
    database,
    id,
    readable.flatMap(({ assigned }) => assigned),
  )
  const rows = readable.map((listed) => {
    const entries = currentEntries(entriesOf.get(listed.caseId) ?? [])
    const contested = inConflict.get(listed.caseId) ?? []
    return {
      ...listed,
      assigned: listed.assigned.map((person) => ({
        ...person,
        isBarred: barringOf(person, listed.caseId) !== null,
      })),
      entryCount: countWritten(entries),
      hasAnswer: entries.all.some(({ kind, value }) => kind === 'answer' && value !== null),
      missing: whatIsMissing(edition, listed.caseDomain, entries, contested),
      interviewAt: interview === undefined ? null : entries.fact(interview.id),
    }
  })
  return done({ inspection, edition, rows, withheld: all.length - readable.length })
}
