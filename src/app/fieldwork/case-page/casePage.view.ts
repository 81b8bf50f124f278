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
import { contestedOf, type LoadedCase } from '../case/loadCase.ts'
import { statusClass } from '../case/statusClass.ts'
import { entryTitle } from '../entries/entryField.view.ts'
import { caseFrame } from '../questions-page/questionsPage.view.ts'
import type { TakenStep } from '../steps/caseSteps.queries.ts'
import type { BarredStep } from '../steps/secondPerson.ts'

export type Task = {
  readonly title: string
  readonly href: string
  readonly status: string
  readonly isDone: boolean
  readonly hint: string | null
}

const stepWords: Readonly<
  Record<CaseStep, { readonly button: string; readonly comment: string | null; readonly done: string }>
> = {
  'hand-in': { button: 'Hand in as ready', comment: null, done: 'handed it in' },
  'take-back': { button: 'Take back to work on', comment: null, done: 'took it back' },
  check: { button: 'Mark as checked', comment: null, done: 'checked it' },
  return: { button: 'Return with comments', comment: 'Comments for the inspector', done: 'returned it' },
  sign: { button: 'Sign the case', comment: null, done: 'signed it' },
  reopen: {
    button: 'Open again as a new version',
    comment: 'Reason for opening it again',
    done: 'opened it again',
  },
}

/** The step that carries the case further comes first; the way back comes last. */
const stepOrder: Readonly<Record<CaseStep, number>> = {
  'hand-in': 0,
  check: 1,
  sign: 2,
  return: 3,
  reopen: 4,
  'take-back': 5,
}

/**
 * The task list of a case, with what is missing, what was said on the way, and the steps that are `allowed`; those that
 * are `barred` wait for others.
 */
export function casePage(
  loaded: LoadedCase,
  steps: readonly TakenStep[],
  allowed: ReadonlySet<CaseStep>,
  barred: readonly BarredStep[],
) {
  const frame = caseFrame(loaded)
  const { caseHref } = frame
  const questions = keyQuestionsOfCase(loaded.edition, loaded.inspected.caseDomain)
  const standards = [...Map.groupBy(questions, ({ standard }) => standard)]
  return {
    ...frame,
    place: 'task list',
    kind: domainOfCases(loaded.edition, loaded.inspected.caseDomain)?.title ?? loaded.inspected.caseDomain,
    statusClass: statusClass(frame.status),
    facts: task(loaded, 'About the case', `${caseHref}/facts`, ({ kind }) => kind === 'fact'),
    standards: standards.map(([{ id, title }, asked]) => ({
      title: `${id} ${title}`,
      tasks: asked.map(({ keyQuestion }) => questionTask(loaded, keyQuestion, caseHref)),
    })),
    missing: loaded.missing.map((missing) => missingLine(loaded.edition, missing, caseHref)),
    contested: contestedOf(loaded.kept).map((ref) => entryTitle(loaded.edition, ref)),
    steps: stepsFrom(loaded.progress)
      .filter((step) => allowed.has(step) && barred.every((each) => each.step !== step))
      .filter((step) => step !== 'hand-in' || loaded.missing.length === 0)
      .toSorted((one, other) => stepOrder[one] - stepOrder[other])
      .map((step) => ({ step, href: `${caseHref}/steps/${step}`, ...stepWords[step] })),
    waiting: barred.map(waitingWords),
    said: steps.toReversed().map(stepLine),
  }
}

/** Why somebody else has to take the step, and who can. */
function waitingWords({ step, acts, others }: BarredStep): string {
  const why = `“${stepWords[step].button}” needs a second person: you ${actsText(acts, 'and')}.`
  const who =
    others.length === 0
      ? 'Nobody else can yet: ask for somebody to be given a role.'
      : `It can be done by ${others.join(', ')}.`
  return `${why} ${who}`
}

function task(loaded: LoadedCase, title: string, href: string, isOf: (ref: EntryRef) => boolean): Task {
  const missing = loaded.missing.filter(isOf).length
  const given = loaded.entries.all.some((entry) => isOf(entry) && entry.value !== null)
  const status = missing === 0 ? 'Completed' : given ? `${missing} missing` : 'Not started'
  return { title, href, status, isDone: missing === 0, hint: null }
}

function questionTask(loaded: LoadedCase, keyQuestion: KeyQuestion, caseHref: string): Task {
  const ids = [keyQuestion.id, ...keyQuestion.prompts.map(({ id }) => id)].map(String)
  const isOf = ({ kind, item }: EntryRef): boolean => kind !== 'fact' && ids.includes(item)
  const href = `${caseHref}/questions/${keyQuestion.id}`
  const apart = judgementDiffersFromPrompts(loaded.edition, keyQuestion, loaded.entries)
  const hint = apart === undefined ? null : 'Judgement and prompts pull apart'
  return { ...task(loaded, `${keyQuestion.id} ${keyQuestion.text}`, href, isOf), hint }
}

function missingLine(edition: Edition, missing: Missing, caseHref: string) {
  const title = entryTitle(edition, missing)
  switch (missing.lacks) {
    case 'decision':
      return { text: `${title}: two values, none decided`, href: `${caseHref}/conflicts` }
    case 'reason':
      return { text: `${title}: ${reasonOf(edition, missing)}`, href: placeOf(missing, caseHref) }
    case 'confirmation':
      return { text: `${title}: from the case list, not confirmed`, href: placeOf(missing, caseHref) }
    case 'value':
      return { text: title, href: placeOf(missing, caseHref) }
  }
}

function reasonOf(edition: Edition, { kind, item }: EntryRef): string {
  const words = kind === 'fact' ? findFact(edition, item)?.detailTitle : undefined
  return words?.toLowerCase() ?? 'the reason why it is not applicable'
}

/** The field of an entry on the page it is written on. A prompt stands on the page of its key question. */
function placeOf({ kind, item }: EntryRef, caseHref: string): string {
  if (kind === 'fact') return `${caseHref}/facts#fact-${item}`
  return `${caseHref}/questions#${kind}-${item}`
}

function stepLine({ step, author, at, comment }: TakenStep) {
  return { text: `${author.name} ${stepDone(step)} on ${momentText(new Date(at))}.`, comment }
}

/** What a step did, to follow the name of who took it. */
export function stepDone(step: string): string {
  const beginning: Readonly<Record<string, string>> = { list: 'listed it again', withdraw: 'withdrew it' }
  return Object.entries(stepWords).find(([name]) => name === step)?.[1].done ?? beginning[step] ?? step
}
