import { findFact } from '../../../core/fieldwork/caseFacts.ts'
import { type CaseStep, stepsFrom } from '../../../core/fieldwork/caseProgress.ts'
import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import type { EntryRef } from '../../../core/fieldwork/entry.ts'
import { judgementDiffersFromPrompts } from '../../../core/fieldwork/judgementDiffersFromPrompts.ts'
import type { Missing } from '../../../core/fieldwork/whatIsMissing.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { domainOfCases } from '../../../core/framework/findInEdition.ts'
import { actsText } from '../../../core/framework/rules/secondPersonRules.ts'
import type { KeyQuestion } from '../../../core/framework/standards.ts'
import { momentText } from '../../../core/kernel/londonTime.ts'
import type { SentForm } from '../../layout/form/formPage.ts'
import { caseFrame } from '../case/caseFrame.view.ts'
import type { CaseKey } from '../case/caseKey.ts'
import { entriesInConflict, type LoadedCase } from '../case/loadCase.ts'
import { statusClass } from '../case/statusClass.ts'
import { entryTitle } from '../entries/entryField.view.ts'
import { assessorsPath, conflictPath, entryPath, questionPath, stepPath } from '../paths.ts'
import type { TakenStep } from '../steps/caseSteps.queries.ts'
import type { BarredStep } from '../steps/secondPerson.ts'
import { stepTexts, textOfTakenStep } from '../steps/stepText.ts'
import { commentId } from './case.form.ts'

export type Task = {
  readonly title: string
  readonly href: string
  readonly status: string
  readonly isDone: boolean
  readonly hint: string | null
}

/** Steps that lead on come first, the step back comes last. */
const stepOrder: Readonly<Record<CaseStep, number>> = {
  'hand-in': 0,
  check: 1,
  sign: 2,
  return: 3,
  reopen: 4,
  'take-back': 5,
}

/** The steps that the case took, those that the reader's role allows, and of these the ones that need someone else. */
export type CaseSteps = {
  readonly steps: readonly TakenStep[]
  readonly allowed: ReadonlySet<CaseStep>
  readonly barred: readonly BarredStep[]
}

/** Returns the task list of a case, with what is missing, its conflicts, the comments on it, and the steps to take. */
export function casePage(loaded: LoadedCase, { steps, allowed, barred }: CaseSteps, sent: SentForm | null) {
  const { edition, inspected, missing, conflicting, progress } = loaded
  const frame = caseFrame(loaded)
  const questions = keyQuestionsOfCase(edition, inspected.caseDomain)
  const standards = [...Map.groupBy(questions, ({ standard }) => standard)]
  return {
    ...frame,
    place: 'task list',
    kind: domainOfCases(edition, inspected.caseDomain)?.title ?? inspected.caseDomain,
    statusClass: statusClass(frame.status),
    facts: task(loaded, 'About the case', frame.factsHref, ({ kind }) => kind === 'fact'),
    standards: standards.map(([{ id, title }, asked]) => ({
      title: `${id} ${title}`,
      tasks: asked.map(({ keyQuestion }) => questionTask(loaded, keyQuestion)),
    })),
    missing: missing.map((item) => missingLine(edition, item, inspected)),
    conflicts: entriesInConflict(conflicting).length,
    steps: stepsFrom(progress)
      .filter((step) => allowed.has(step) && barred.every((other) => other.step !== step))
      .filter((step) => step !== 'hand-in' || missing.length === 0)
      .toSorted((step, other) => stepOrder[step] - stepOrder[other])
      .map((step) => stepForm(inspected, step, sent)),
    waiting: barred.map(waitingText),
    assessorsHref: assessorsPath(inspected),
    history: steps.toReversed().map(stepLine),
  }
}

function stepForm(key: CaseKey, step: CaseStep, sent: SentForm | null) {
  const { button, comment } = stepTexts[step]
  const typed = sent?.form === step ? (sent.values['comment'] ?? '') : ''
  return { href: stepPath(key, step), button, label: comment, id: commentId(step), typed }
}

/** Returns why someone else has to take the step, and whom to ask. */
function waitingText({ step, acts, others }: BarredStep): string {
  const reason = `“${stepTexts[step].button}” needs a second person, because you ${actsText(acts, 'and')}.`
  return others.length === 0
    ? `${reason} Nobody else can do this yet. Ask for someone to be given a role.`
    : `${reason} You can ask: ${others.join(', ')}.`
}

function task(loaded: LoadedCase, title: string, href: string, isOf: (ref: EntryRef) => boolean): Task {
  const missing = loaded.missing.filter(isOf).length
  const isStarted = loaded.entries.all.some((entry) => isOf(entry) && entry.value !== null)
  const status = missing === 0 ? 'Completed' : isStarted ? `${missing} missing` : 'Not started'
  return { title, href, status, isDone: missing === 0, hint: null }
}

function questionTask(loaded: LoadedCase, keyQuestion: KeyQuestion): Task {
  const ids = [keyQuestion.id, ...keyQuestion.prompts.map(({ id }) => id)].map(String)
  const isOf = ({ kind, item }: EntryRef): boolean => kind !== 'fact' && ids.includes(item)
  const href = questionPath(loaded.inspected, keyQuestion.id)
  const contradicted = judgementDiffersFromPrompts(loaded.edition, keyQuestion, loaded.entries)
  const hint = contradicted === undefined ? null : 'The judgement does not match the prompts'
  return { ...task(loaded, `${keyQuestion.id} ${keyQuestion.text}`, href, isOf), hint }
}

function missingLine(edition: Edition, missing: Missing, key: CaseKey) {
  const title = entryTitle(edition, missing)
  const href = entryPath(key, missing)
  switch (missing.missing) {
    case 'decision':
      return { text: `${title}: resolve the conflict`, href: conflictPath(key, missing) }
    case 'reason':
      return { text: `${title}: ${detailTitle(edition, missing)}`, href }
    case 'confirmation':
      return { text: `${title}: confirm what the case list says`, href }
    case 'value':
      return { text: title, href }
  }
}

function detailTitle(edition: Edition, { kind, item }: EntryRef): string {
  const title = kind === 'fact' ? findFact(edition, item)?.detailTitle : undefined
  return title?.toLowerCase() ?? 'enter why it is not applicable'
}

function stepLine({ step, author, at, comment }: TakenStep) {
  return { text: textOfTakenStep(step).sentence(author.name, momentText(new Date(at))), comment }
}
