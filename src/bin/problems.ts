/** The problems of every room, joined. */

import { fieldworkProblems } from '../app/fieldwork/problems.ts'
import { frameworkProblems } from '../app/framework/problems.ts'
import { inspectionsProblems } from '../app/inspections/problems.ts'
import { intakeProblems } from '../app/intake/problems.ts'
import { peopleProblems } from '../app/people/problems.ts'
import { programmeProblems } from '../app/programme/problems.ts'
import { ratingsProblems } from '../app/ratings/problems.ts'
import { reportProblems } from '../app/report/problems.ts'
import { allocationProblems } from '../app/sampling/allocation/problems.ts'
import { samplingProblems } from '../app/sampling/problems.ts'
import { fieldworkRuleProblems } from '../core/fieldwork/problems.ts'
import { frameworkRuleProblems } from '../core/framework/problems.ts'
import { intakeRuleProblems } from '../core/intake/problems.ts'
import type { AllProblems } from '../core/kernel/problem.ts'
import { kernelProblems } from '../core/kernel/problems.ts'
import { programmeRuleProblems } from '../core/programme/problems.ts'
import { ratingsRuleProblems } from '../core/ratings/problems.ts'
import { reportRuleProblems } from '../core/report/problems.ts'
import { allocationRuleProblems } from '../core/sampling/allocation/problems.ts'
import { samplingRuleProblems } from '../core/sampling/problems.ts'
import { settingsProblems } from '../platform/config/problems.ts'
import { databaseProblems } from '../platform/database/problems.ts'
import { requestProblems } from '../platform/http/problems.ts'
import { fileProblems } from '../platform/problems.ts'

/** Every problem there is, by its code. A room whose table is absent does not compile. */
export const problems: AllProblems = {
  ...kernelProblems,
  ...fileProblems,
  ...settingsProblems,
  ...databaseProblems,
  ...requestProblems,
  ...peopleProblems,
  ...inspectionsProblems,
  ...frameworkRuleProblems,
  ...frameworkProblems,
  ...intakeRuleProblems,
  ...intakeProblems,
  ...samplingRuleProblems,
  ...samplingProblems,
  ...allocationRuleProblems,
  ...allocationProblems,
  ...fieldworkRuleProblems,
  ...fieldworkProblems,
  ...ratingsRuleProblems,
  ...ratingsProblems,
  ...reportRuleProblems,
  ...reportProblems,
  ...programmeRuleProblems,
  ...programmeProblems,
}

/** What each problem that leaves a trace is called in the record of refusals, by its code. */
export const refusalTitles: ReadonlyMap<string, string> = new Map(
  Object.entries(problems).flatMap(([code, { recorded }]) =>
    recorded === undefined ? [] : [[code, recorded]],
  ),
)
