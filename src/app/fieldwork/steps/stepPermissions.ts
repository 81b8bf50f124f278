import type { CaseStep } from '../../../core/fieldwork/caseProgress.ts'
import type { Permission } from '../../../platform/declared.ts'

/** What a person must have permission to do to take a step. */
export const permissionOfStep: Readonly<Record<CaseStep, Permission>> = {
  'hand-in': 'case.answer',
  'take-back': 'case.answer',
  check: 'case.check',
  return: 'case.check',
  sign: 'case.sign',
  reopen: 'case.reopen',
}
