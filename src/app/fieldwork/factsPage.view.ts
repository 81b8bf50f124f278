import { caseFacts, type FactGroup, factGroups } from '../../core/fieldwork/caseFacts.ts'
import { keyQuestionsOfCase } from '../../core/fieldwork/caseQuestions.ts'
import { factField, type ShownCase } from './entryField.view.ts'
import { caseFrame } from './questionsPage.view.ts'

const groupTitles: Readonly<Record<FactGroup, string>> = {
  child: 'The child',
  case: 'The case',
  interview: 'The interview',
  rosh: 'Risk of serious harm',
  'safety-wellbeing': 'Safety and wellbeing',
  oversight: 'Oversight and services',
  alert: 'Individual alert',
}

/** The facts of a case, group by group. */
export function factsPage(loaded: ShownCase) {
  const frame = caseFrame(loaded)
  const [first] = keyQuestionsOfCase(loaded.edition, loaded.inspected.caseDomain)
  const groups = factGroups.map((group) => ({
    id: group,
    title: groupTitles[group],
    fields: caseFacts.filter((fact) => fact.group === group).map((fact) => factField(loaded, fact)),
  }))
  const confirmAfter = groups.findLast(({ fields }) => fields.some(({ fromList }) => fromList))?.id ?? null
  return {
    ...frame,
    place: 'about the case',
    next: first === undefined ? frame.caseHref : `${frame.caseHref}/questions/${first.keyQuestion.id}`,
    groups,
    /** The last group with something that only the case list says; null where there is none, or nothing is written. */
    confirmAfter: frame.frozen ? null : confirmAfter,
  }
}
