import { type Result, unlessProblems } from '../kernel/result.ts'
import { buildEdition } from './buildEdition.ts'
import { checkFieldwork } from './checkFieldwork.ts'
import { checkQuestions } from './checkQuestions.ts'
import { checkRules } from './checkRules.ts'
import { checkSample } from './checkSample.ts'
import { checkScale } from './checkScale.ts'
import { checkSecondPersons } from './checkSecondPersons.ts'
import { checkSources } from './checkSources.ts'
import type { Edition } from './edition.ts'
import type { WrittenEdition } from './writtenEdition.ts'

/** The edition that is written, or every fault in it, each with the path to it in the file. */
export function checkEdition(written: WrittenEdition): Result<Edition> {
  const problems = [
    ...checkSources(written),
    ...checkScale(written),
    ...checkQuestions(written),
    ...checkFieldwork(written),
    ...checkRules(written),
    ...checkSample(written),
    ...checkSecondPersons(written),
  ]
  return unlessProblems(problems, () => buildEdition(written))
}
