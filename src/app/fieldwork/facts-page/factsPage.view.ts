import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import { factField, type ShownCase } from '../entries/entryField.view.ts'
import { caseFrame } from '../questions-page/questionsPage.view.ts'

/** The facts of a case, group by group. */
export function factsPage(loaded: ShownCase) {
  const frame = caseFrame(loaded)
  const [first] = keyQuestionsOfCase(loaded.edition, loaded.inspected.caseDomain)
  const groups = loaded.edition.fieldwork.factGroups.map(({ id, title, facts }) => ({
    id,
    title,
    fields: facts.map((fact) => factField(loaded, fact)),
  }))
  const confirmAfter = groups.findLast(({ fields }) => fields.some(({ fromList }) => fromList))?.id ?? null
  return {
    ...frame,
    place: 'about the case',
    next: first === undefined ? frame.caseHref : `${frame.caseHref}/questions/${first.keyQuestion.id}`,
    groups,
    fields: groups.flatMap(({ fields }) => fields),
    /** The last group with something that only the case list says; null where there is none, or nothing is written. */
    confirmAfter: frame.frozen ? null : confirmAfter,
  }
}
