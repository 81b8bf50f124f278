/** What an inspection is rated from, in the two files that `assay rate` reads. */
import { csvTextWithoutMark } from '../../../core/kernel/csvText.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import { loadAnswers, type StoredAnswer } from '../../fieldwork/case/inspectedCases.queries.ts'
import { findKnownInspection } from '../../inspections/findKnownInspection.ts'
import { problem } from '../problems.ts'
import { loadStoredFigures, type StoredJudgement } from '../ratedInspection.queries.ts'

export type ExportedAnswers = {
  /** In the canonical order: by case, and within a case as the questions are numbered. */
  readonly answers: readonly StoredAnswer[]
  readonly judgements: readonly StoredJudgement[]
}

/**
 * Returns the answers and judgements of an inspection. Refuses an inspection that does not exist, and one that has
 * figures but no answers of cases.
 */
export async function exportAnswers(
  { database }: Pick<Shell, 'database'>,
  inspection: string,
): Promise<Result<ExportedAnswers>> {
  const known = await findKnownInspection(database, inspection)
  if (!known.ok) return known
  const { id } = known.value
  const answers = (await loadAnswers(database, id)).toSorted(canonically)
  if (answers.length === 0) return refuse(problem('ratings.no-answers-to-export', { inspection }))
  const { judgements } = await loadStoredFigures(database, id)
  return done({ answers, judgements })
}

/**
 * Returns the same for a person who reads all answers at once. Refuses a person with a conflict of interest with one of
 * the cases: a file without that case would look complete and be rated wrongly.
 */
export async function exportAnswersOfAll(shell: Shell, inspection: string): Promise<Result<ExportedAnswers>> {
  const exported = await exportAnswers(shell, inspection)
  if (!exported.ok) return exported
  for (const caseId of new Set(exported.value.answers.map((each) => each.caseId))) {
    if (!(await shell.mayDo('case.read', inspection, caseId)))
      return refuse(problem('ratings.answers-in-conflict', {}))
  }
  return exported
}

/**
 * Returns an answers file (`docs/reference/answers-format.md`) in its canonical order: by case, and within a case as
 * the questions are numbered, so that the same answers are the same bytes. Lines end with CR and LF. Cells are made
 * safe, which `readAnswersFile` undoes.
 */
export function answersCsv(answers: readonly StoredAnswer[]): string {
  const rows = answers
    .toSorted(canonically)
    .map(({ caseId, domain, question, answer }) => [caseId, domain, question, answer])
  const header = ['case_id', 'domain', 'question', 'answer']
  return csvTextWithoutMark([header, ...rows])
}

/** 2.1.2 comes before 2.1.10. */
const inNumberedOrder = new Intl.Collator('en', { numeric: true })

function canonically(first: StoredAnswer, second: StoredAnswer): number {
  if (first.caseId !== second.caseId) return first.caseId < second.caseId ? -1 : 1
  return inNumberedOrder.compare(first.question, second.question)
}

/** Returns a judgements file: judgements from evidence, professional judgements, and the standards declared unrated. */
export function judgementsJson(judgements: readonly StoredJudgement[]): string {
  return `${JSON.stringify(judgements.map(judgementPart), null, 2)}\n`
}

/** Returns one judgement with the fields of a judgements file. */
export function judgementPart({ kind, standard, rating, reason }: StoredJudgement): object {
  if (kind === 'unrated') return { standard, unrated: { reason } }
  return reason === null ? { standard, rating } : { standard, rating, reason }
}
