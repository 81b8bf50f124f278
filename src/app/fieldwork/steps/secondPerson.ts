/** Who has to take a step of a case instead of the person who looks at it. */
import { type CaseStep, stepsFrom } from '../../../core/fieldwork/caseProgress.ts'
import { barringActs } from '../../../core/fieldwork/secondPerson.ts'
import type { EarlierAct } from '../../../core/framework/rules/secondPersonRules.ts'
import type { Shell } from '../../../platform/shell.ts'
import { peopleWhoMay } from '../../people/access/peopleWhoMay.ts'
import { barringsOf } from '../../sampling/allocation/caseBar.ts'
import { permissionOfStep } from '../api/stepOperations.ts'
import type { LoadedCase } from '../case/loadCase.ts'
import { authorOf } from '../entries/writeEntry.ts'
import type { TakenStep } from './caseSteps.queries.ts'

/** A step that the case may take now, and that this person may not take for what they did before. */
export type BarredStep = {
  readonly step: CaseStep
  readonly acts: readonly EarlierAct[]
  /** The names of those who may. */
  readonly others: readonly string[]
}

/** Of the steps that the person's role allows those that need a second person. */
export async function barredSteps(
  shell: Shell,
  { edition, entries, inspected, progress }: LoadedCase,
  steps: readonly TakenStep[],
  allowed: ReadonlySet<CaseStep>,
): Promise<readonly BarredStep[]> {
  const trace = { entries: entries.all, steps }
  const barred: BarredStep[] = []
  for (const step of stepsFrom(progress).filter((each) => allowed.has(each))) {
    const acts = barringActs(edition, step, trace, authorOf(shell))
    if (acts.length === 0) continue
    const people = await peopleWhoMay(shell.database, permissionOfStep[step], inspected.inspectionId)
    const interestOf = await barringsOf(shell.database, inspected.inspectionId, people)
    const others = people
      .filter((each) => interestOf(each, inspected.caseId) === null)
      .filter((each) => barringActs(edition, step, trace, each).length === 0)
    barred.push({ step, acts, others: others.map(({ name }) => name) })
  }
  return barred
}
