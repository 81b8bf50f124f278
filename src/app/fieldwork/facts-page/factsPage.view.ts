import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import { caseFrame } from '../case/caseFrame.view.ts'
import { factField, type ShownCase } from '../entries/entryField.view.ts'
import { questionPath } from '../paths.ts'

/** Returns the facts of a case, group by group. */
export function factsPage(shown: ShownCase) {
  const frame = caseFrame(shown)
  const [first] = keyQuestionsOfCase(shown.edition, shown.inspected.caseDomain)
  const groups = shown.edition.fieldwork.factGroups.map(({ id, title, facts }) => ({
    id,
    title,
    fields: facts.map((fact) => factField(shown, fact)),
  }))
  const confirmAfter = groups.findLast(({ fields }) => fields.some(({ fromList }) => fromList))?.id ?? null
  return {
    ...frame,
    place: 'about the case',
    next: first === undefined ? frame.caseHref : questionPath(shown.inspected, first.keyQuestion.id),
    groups,
    fields: groups.flatMap(({ fields }) => fields),
    /** The last group with something that only the case list says; null if there is none, or the case cannot be changed. */
    confirmAfter: frame.frozen ? null : confirmAfter,
  }
}
