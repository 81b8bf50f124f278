import { isOpen, progressTitle } from '../../../core/fieldwork/caseProgress.ts'
import { type CaseKeyQuestion, keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import { countWritten } from '../../../core/fieldwork/currentEntries.ts'
import { judgementDiffersFromPrompts } from '../../../core/fieldwork/judgementDiffersFromPrompts.ts'
import { proposedNotApplicable } from '../../../core/fieldwork/proposals.ts'
import { paragraphsOf } from '../../../core/framework/paragraphsOf.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import type { LoadedCase } from '../case/loadCase.ts'
import {
  answerField,
  type EntryField,
  noteField,
  practiceField,
  type ShownCase,
} from '../entries/entryField.view.ts'
import { warningWords } from '../entries/pulledApart.ts'
import { caseApiPath, casePath, casesPath } from '../paths.ts'

export type QuestionSection = {
  readonly id: string
  readonly heading: string
  readonly standard: string
  /** The edition's guidance by paragraphs; none where it gives none. */
  readonly guidance: readonly string[]
  readonly prompts: readonly EntryField[]
  /** The prompts that are proposed as not applicable. */
  readonly proposed: readonly string[]
  readonly judgement: EntryField
  readonly note: EntryField
  readonly practice: EntryField
  readonly warning: string | null
}

/** What every page of a case shows around its own. */
export function caseFrame({ inspected, progress, entries }: LoadedCase) {
  const service = inspected.madeUp ? `${inspected.serviceName} (made up)` : inspected.serviceName
  return {
    inspectionId: inspected.inspectionId,
    inspectionHref: inspectionPath(inspected.inspectionId),
    serviceName: inspected.serviceName,
    madeUp: inspected.madeUp,
    caption: `${service}, case ${inspected.caseId}`,
    caseId: inspected.caseId,
    casesHref: casesPath(inspected.inspectionId),
    caseHref: casePath(inspected),
    api: caseApiPath(inspected),
    status: progressTitle(progress, countWritten(entries)),
    round: progress.round,
    frozen: !isOpen(progress),
  }
}

/** One key question, or all of them on one page. Undefined where the case is not asked it. */
export function questionsPage(loaded: ShownCase, wanted: string | null) {
  const all = keyQuestionsOfCase(loaded.edition, loaded.inspected.caseDomain)
  const at = all.findIndex(({ keyQuestion }) => keyQuestion.id === wanted)
  const one = all[at]
  if (wanted !== null && one === undefined) return undefined
  const shown = one === undefined ? all : [one]
  const proposals = proposedNotApplicable(loaded.edition, loaded.inspected.caseDomain, loaded.entries)
  const frame = caseFrame(loaded)
  const sections = shown.map((each) => section(loaded, each, proposals))
  return {
    ...frame,
    title: one === undefined ? 'All questions' : `${one.keyQuestion.id} ${one.standard.title}`,
    place: wanted ?? 'all questions',
    progressWords: one === undefined ? null : `Key question ${at + 1} of ${all.length}`,
    sections,
    fields: sections.flatMap(({ prompts, judgement, note, practice }) => [
      ...prompts,
      judgement,
      note,
      practice,
    ]),
    next: one === undefined ? frame.caseHref : hrefOf(frame.caseHref, all[at + 1]),
    previousQuestion: one === undefined ? undefined : linkTo(frame.caseHref, all[at - 1], 'Previous'),
    nextQuestion: one === undefined ? undefined : linkTo(frame.caseHref, all[at + 1], 'Next'),
  }
}

function hrefOf(caseHref: string, question: CaseKeyQuestion | undefined): string {
  return question === undefined ? caseHref : `${caseHref}/questions/${question.keyQuestion.id}`
}

/** A link as the design system's pagination takes it; undefined where there is no question to go to. */
function linkTo(caseHref: string, question: CaseKeyQuestion | undefined, text: string) {
  if (question === undefined) return undefined
  const labelText = `${question.keyQuestion.id} ${question.standard.title}`
  return { text, labelText, href: hrefOf(caseHref, question) }
}

function section(
  loaded: ShownCase,
  { standard, keyQuestion }: CaseKeyQuestion,
  proposals: ReadonlyMap<string, string>,
): QuestionSection {
  const apart = judgementDiffersFromPrompts(loaded.edition, keyQuestion, loaded.entries)
  const prompts = keyQuestion.prompts.map((prompt) => answerField(loaded, prompt, proposals))
  return {
    id: keyQuestion.id,
    heading: `${keyQuestion.id} ${keyQuestion.text}`,
    standard: `${standard.id} ${standard.title}`,
    guidance: paragraphsOf(keyQuestion.guidance),
    prompts,
    proposed: prompts.filter(({ proposal }) => proposal !== null).map(({ item }) => item),
    judgement: {
      ...answerField(loaded, keyQuestion, proposals),
      label: 'Your judgement on the key question, taken as a whole',
    },
    note: noteField(loaded, keyQuestion),
    practice: practiceField(loaded, keyQuestion),
    warning: apart === undefined ? null : warningWords(apart),
  }
}
