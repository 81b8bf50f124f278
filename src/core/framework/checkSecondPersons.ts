/** Which steps need a second person: each step once, and each with somebody who may not take it. */
import type { Problem } from '../kernel/problem.ts'
import { checkKnown, checkUnique, namesAt } from './checkNames.ts'
import { problem } from './problems.ts'
import type { EarlierAct, SecondPersonStep } from './secondPersonRules.ts'
import type { WrittenEdition } from './writtenEdition.ts'

/** What comes before each step. */
const actsBefore: Readonly<Record<SecondPersonStep, readonly EarlierAct[]>> = {
  check: ['answer', 'hand-in'],
  sign: ['answer', 'hand-in', 'check'],
  publish: ['propose'],
}

export function checkSecondPersons({ secondPersons }: WrittenEdition): readonly Problem[] {
  const path = 'secondPersons'
  return [
    ...checkUnique(secondPersons.map(({ step }, index) => ({ name: step, path: `${path}[${index}].step` }))),
    ...secondPersons.flatMap(({ step, otherThan }, index) => {
      const at = `${path}[${index}].otherThan`
      const named = namesAt(otherThan, at)
      return [
        ...(named.length === 0 ? [problem('edition.list-empty', {}, { path: at })] : []),
        ...checkUnique(named),
        ...checkKnown(named, actsBefore[step]),
      ]
    }),
  ]
}
