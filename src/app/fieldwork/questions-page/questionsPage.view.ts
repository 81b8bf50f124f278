import { type CaseKeyQuestion, keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import { judgementDiffersFromPrompts } from '../../../core/fieldwork/judgementDiffersFromPrompts.ts'
import { proposedNotApplicable } from '../../../core/fieldwork/proposals.ts'
import { paragraphsOf } from '../../../core/framework/paragraphsOf.ts'
import { caseFrame } from '../case/caseFrame.view.ts'
import type { CaseKey } from '../case/caseKey.ts'
import { contradictionText } from '../entries/contradictedJudgements.ts'
import {
  answerField,
  type EntryField,
  noteField,
  practiceField,
  type ShownCase,
} from '../entries/entryField.view.ts'
import { casePath, questionPath } from '../paths.ts'

export type QuestionSection = {
  readonly id: string
  readonly heading: string
  readonly standard: string
  /** The edition's guidance by paragraphs; empty if it has none. */
  readonly guidance: readonly string[]
  readonly prompts: readonly EntryField[]
  /** The prompts that are proposed as not applicable. */
  readonly proposed: readonly string[]
  readonly judgement: EntryField
  readonly note: EntryField
  readonly practice: EntryField
  readonly warning: string | null
}

/**
 * Returns one key question of a case, or all of them on one page if `wanted` is null. Undefined if the case is not asked
 * the key question.
 */
export function questionsPage(shown: ShownCase, wanted: string | null) {
  const all = keyQuestionsOfCase(shown.edition, shown.inspected.caseDomain)
  const index = all.findIndex(({ keyQuestion }) => keyQuestion.id === wanted)
  const question = all[index]
  if (wanted !== null && question === undefined) return undefined
  const proposals = proposedNotApplicable(shown.edition, shown.inspected.caseDomain, shown.entries)
  const sections = (question === undefined ? all : [question]).map((asked) =>
    section(shown, asked, proposals),
  )
  return {
    ...caseFrame(shown),
    title: question === undefined ? 'All questions' : `${question.keyQuestion.id} ${question.standard.title}`,
    place: wanted === null ? 'all questions' : `question ${wanted}`,
    progress: question === undefined ? null : `Key question ${index + 1} of ${all.length}`,
    sections,
    fields: sections.flatMap(({ prompts, judgement, note, practice }) => [
      ...prompts,
      judgement,
      note,
      practice,
    ]),
    next: question === undefined ? casePath(shown.inspected) : hrefOf(shown.inspected, all[index + 1]),
    previousQuestion:
      question === undefined ? undefined : linkTo(shown.inspected, all[index - 1], 'Previous'),
    nextQuestion: question === undefined ? undefined : linkTo(shown.inspected, all[index + 1], 'Next'),
  }
}

function hrefOf(key: CaseKey, question: CaseKeyQuestion | undefined): string {
  return question === undefined ? casePath(key) : questionPath(key, question.keyQuestion.id)
}

/** Returns a link for the design system's pagination; undefined if there is no question to go to. */
function linkTo(key: CaseKey, question: CaseKeyQuestion | undefined, text: string) {
  if (question === undefined) return undefined
  const labelText = `${question.keyQuestion.id} ${question.standard.title}`
  return { text, labelText, href: hrefOf(key, question) }
}

function section(
  shown: ShownCase,
  { standard, keyQuestion }: CaseKeyQuestion,
  proposals: ReadonlyMap<string, string>,
): QuestionSection {
  const contradicted = judgementDiffersFromPrompts(shown.edition, keyQuestion, shown.entries)
  const prompts = keyQuestion.prompts.map((prompt) => answerField(shown, prompt, proposals))
  return {
    id: keyQuestion.id,
    heading: `${keyQuestion.id} ${keyQuestion.text}`,
    standard: `${standard.id} ${standard.title}`,
    guidance: paragraphsOf(keyQuestion.guidance),
    prompts,
    proposed: prompts.filter(({ proposal }) => proposal !== null).map(({ item }) => item),
    judgement: {
      ...answerField(shown, keyQuestion, proposals),
      label: 'Your judgement on the key question as a whole',
    },
    note: noteField(shown, keyQuestion),
    practice: practiceField(shown, keyQuestion),
    warning: contradicted === undefined ? null : contradictionText(contradicted),
  }
}
