/** How far a case has come, and the steps it may take. */
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { lengthProblems } from '../kernel/textLimits.ts'
import { problem } from './problems.ts'

/** `withdrawn`: no longer among the inspected cases; what was written stays. */
export const caseStatuses = ['open', 'ready', 'checked', 'returned', 'signed', 'withdrawn'] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const caseSteps = ['hand-in', 'take-back', 'check', 'return', 'sign', 'reopen'] as const
export type CaseStep = (typeof caseSteps)[number]

export type CaseProgress = {
  readonly status: CaseStatus
  /** 1 until the case is opened again after it was signed; 1 more each time. */
  readonly round: number
}

export const newCase: CaseProgress = { status: 'open', round: 1 }

type StepRule = {
  readonly from: readonly CaseStatus[]
  readonly to: CaseStatus
  /** Whether text is needed: comments for the inspector, or the reason for opening the case again. */
  readonly needsComment: boolean
  readonly needsComplete: boolean
}

const rules: Readonly<Record<CaseStep, StepRule>> = {
  'hand-in': { from: ['open', 'returned'], to: 'ready', needsComment: false, needsComplete: true },
  'take-back': { from: ['ready', 'checked'], to: 'open', needsComment: false, needsComplete: false },
  check: { from: ['ready'], to: 'checked', needsComment: false, needsComplete: true },
  return: { from: ['ready', 'checked'], to: 'returned', needsComment: true, needsComplete: false },
  sign: { from: ['checked'], to: 'signed', needsComment: false, needsComplete: true },
  reopen: { from: ['signed'], to: 'open', needsComment: true, needsComplete: false },
}

/** What someone does to a case who takes a step. */
const stepVerbs: Readonly<Record<CaseStep, string>> = {
  'hand-in': 'hand in',
  'take-back': 'take back',
  check: 'check',
  return: 'return',
  sign: 'sign',
  reopen: 'reopen',
}

const statusTexts: Readonly<Record<CaseStatus, string>> = {
  open: 'open',
  ready: 'ready',
  checked: 'checked',
  returned: 'returned with comments',
  signed: 'signed',
  withdrawn: 'withdrawn',
}

function missingText(count: number): string {
  return count === 1 ? '1 item is missing' : `${count} items are missing`
}

/** Returns whether the answers of a case with this status may be changed. */
export function isOpen({ status }: Pick<CaseProgress, 'status'>): boolean {
  return status === 'open' || status === 'returned'
}

/** Returns the steps that a case with this status may take. */
export function stepsFrom({ status }: CaseProgress): readonly CaseStep[] {
  return caseSteps.filter((step) => rules[step].from.includes(status))
}

/**
 * Returns how far the case is after the step. Refuses a step that is not possible now, a step without its comment, and
 * a case that is not complete.
 */
export function takeStep(
  progress: CaseProgress,
  step: CaseStep,
  comment: string | null,
  missingCount: number,
): Result<CaseProgress> {
  const rule = rules[step]
  const problems: Problem[] = []
  if (!rule.from.includes(progress.status)) {
    problems.push(
      problem('fieldwork.step-not-now', { step: stepVerbs[step], status: statusTexts[progress.status] }),
    )
  }
  if (rule.needsComment && comment === null) {
    problems.push(problem('fieldwork.comment-missing', { step: stepVerbs[step] }, { field: 'comment' }))
  }
  problems.push(...lengthProblems(comment, 'reason', { field: 'comment' }))
  if (rule.needsComplete && missingCount > 0) {
    problems.push(problem('fieldwork.case-incomplete', { missing: missingText(missingCount) }))
  }
  return unlessProblems(problems, () => ({
    status: rule.to,
    round: step === 'reopen' ? progress.round + 1 : progress.round,
  }))
}

/** Returns the status as the list of cases shows it. */
export function progressTitle({ status }: CaseProgress, entryCount: number): string {
  switch (status) {
    case 'open':
      return entryCount === 0 ? 'Not started' : 'In progress'
    case 'ready':
      return 'Ready'
    case 'checked':
      return 'Checked'
    case 'returned':
      return 'Returned with comments'
    case 'signed':
      return 'Signed'
    case 'withdrawn':
      return 'Withdrawn'
  }
}
