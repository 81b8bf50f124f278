import { caseFacts, type FactGroup, factGroups } from '../../core/fieldwork/caseFacts.ts'
import { keyQuestionsOfCase } from '../../core/fieldwork/caseQuestions.ts'
import { factField } from './entryField.view.ts'
import type { LoadedCase } from './loadCase.ts'
import { caseFrame } from './questionsPage.view.ts'

const groupTitles: Readonly<Record<FactGroup, string>> = {
  case: 'The case',
  interview: 'The interview',
  rosh: 'Risk of serious harm',
  'safety-wellbeing': 'Safety and wellbeing',
  oversight: 'Oversight and services',
}

/** The facts of a case, group by group. */
export function factsPage(loaded: LoadedCase) {
  const frame = caseFrame(loaded)
  const [first] = keyQuestionsOfCase(loaded.edition, loaded.inspected.caseDomain)
  return {
    ...frame,
    place: 'about the case',
    next: first === undefined ? frame.caseHref : `${frame.caseHref}/questions/${first.keyQuestion.id}`,
    groups: factGroups.map((group) => ({
      id: group,
      title: groupTitles[group],
      fields: caseFacts.filter((fact) => fact.group === group).map((fact) => factField(loaded, fact)),
    })),
  }
}
