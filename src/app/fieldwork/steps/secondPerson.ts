/** Who has to take a step of a case instead of the person who opened it. */

import { type CaseStep, stepsFrom } from '../../../core/fieldwork/caseProgress.ts'
import { barringActs } from '../../../core/fieldwork/secondPerson.ts'
import type { EarlierAct } from '../../../core/framework/rules/secondPersonRules.ts'
import type { Shell } from '../../../platform/shell.ts'
import { peopleWhoMay } from '../../people/access/peopleWhoMay.ts'
import { barringsOf } from '../../sampling/allocation/caseBar.ts'
import { authorOf } from '../case/caseKey.ts'
import type { LoadedCase } from '../case/loadCase.ts'
import type { TakenStep } from './caseSteps.queries.ts'
import { permissionOfStep } from './stepPermissions.ts'

/** A step that is possible now, and that this person cannot take because of what they did before. */
export type BarredStep = {
  readonly step: CaseStep
  readonly acts: readonly EarlierAct[]
  /** The names of the people who can take it. */
  readonly others: readonly string[]
}

/** Returns those of the `allowed` steps, which the person's role allows, that need a second person. */
export async function barredSteps(
  shell: Shell,
  { edition, entries, inspected, progress }: LoadedCase,
  steps: readonly TakenStep[],
  allowed: ReadonlySet<CaseStep>,
): Promise<readonly BarredStep[]> {
  const trace = { entries: entries.all, steps }
  const barred: BarredStep[] = []
  for (const step of stepsFrom(progress).filter((possible) => allowed.has(possible))) {
    const acts = barringActs(edition, step, trace, authorOf(shell))
    if (acts.length === 0) continue
    const people = await peopleWhoMay(shell.database, permissionOfStep[step], inspected.inspectionId)
    const interestOf = await barringsOf(shell.database, inspected.inspectionId, people)
    const others = people
      .filter((person) => interestOf(person, inspected.caseId) === null)
      .filter((person) => barringActs(edition, step, trace, person).length === 0)
    barred.push({ step, acts, others: others.map(({ name }) => name) })
  }
  return barred
}
