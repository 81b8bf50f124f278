/** `/inspections/:inspection/cases/:case`: the task list of a case, its steps, and its assessors. */
import { type CaseStep, caseSteps } from '../../../core/fieldwork/caseProgress.ts'
import { done } from '../../../core/kernel/result.ts'
import type { Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { placedAt } from '../../layout/form/formErrors.ts'
import { type FormPage, type SentForm, sendForm, showForm } from '../../layout/form/formPage.ts'
import { type CaseKey, caseKeyOf } from '../case/caseKey.ts'
import { loadCase } from '../case/loadCase.ts'
import { entriesDone } from '../entries/entryPages.ts'
import { casePath } from '../paths.ts'
import { allocateCase, assessorsEtag } from '../steps/allocateCase.ts'
import { listAssigned, listInspectors, listSteps } from '../steps/caseSteps.queries.ts'
import { barredSteps } from '../steps/secondPerson.ts'
import { permissionOfStep } from '../steps/stepPermissions.ts'
import { takeCaseStep } from '../steps/takeCaseStep.ts'
import { assessorsForm, assessorsFormName, commentId, commentOf } from './case.form.ts'
import { casePage } from './casePage.view.ts'

const path = '/inspections/:inspection/cases/:case'

const caseDone = {
  ...entriesDone,
  'hand-in': 'The case is handed in.',
  'take-back': 'The case is open again.',
  check: 'The case is marked as checked.',
  return: 'The case is returned with your comments.',
  sign: 'The case is signed.',
  reopen: 'The case is reopened as a new version.',
  people: 'The assessors are saved.',
} satisfies Readonly<Record<CaseStep, string>> & Readonly<Record<string, string>>

/** Returns the routes of the page of a case, of its steps and of its assessors. */
export function casePageRoutes(editions: Editions): readonly Route[] {
  const page = pageOfCase(editions)
  return [
    { method: 'GET', path, permission: 'case.read', audit: 'reads', handle: showForm(page) },
    ...caseSteps.map((step) => stepRoute(editions, page, step)),
    {
      method: 'POST',
      path: `${path}/people`,
      permission: 'case.allocate',
      audit: 'case.allocate',
      repeats: true,
      handle: saveAssessors(editions, page),
    },
  ]
}

function pageOfCase(editions: Editions): FormPage {
  return {
    template: 'fieldwork/case-page/casePage.njk',
    done: caseDone,
    view: async (request, shell, sent) => {
      const key = caseKeyOf(request)
      // People who only allocate, such as operations, see what is wrong and nothing of the case.
      if (
        sent?.form === assessorsFormName &&
        !(await shell.mayDo('case.read', key.inspectionId, key.caseId))
      ) {
        return { ok: false, problems: sent.problems }
      }
      const loaded = await loadCase(shell, editions, key)
      if (!loaded.ok) return loaded
      const allowed = await allowedSteps(shell, key.inspectionId)
      const steps = await listSteps(shell.database, key)
      const barred = await barredSteps(shell, loaded.value, steps, allowed)
      const assigned = await listAssigned(shell.database, key)
      return done({
        ...casePage(loaded.value, { steps, allowed, barred }, sent),
        inspectors: await inspectorsToSelect(shell, key, assigned, sent),
        seen: assessorsEtag(assigned),
        personId: shell.actor.personId ?? '',
        mayAnswer: await shell.mayDo('case.answer', key.inspectionId),
      })
    },
  }
}

async function allowedSteps(shell: Shell, inspectionId: string): Promise<ReadonlySet<CaseStep>> {
  const allowed = new Set<CaseStep>()
  for (const step of caseSteps) {
    if (await shell.mayDo(permissionOfStep[step], inspectionId)) allowed.add(step)
  }
  return allowed
}

/** Returns the people who can be selected to assess the case; none for someone who has no permission to select them. */
async function inspectorsToSelect(
  shell: Shell,
  key: CaseKey,
  assigned: readonly string[],
  sent: SentForm | null,
) {
  if (!(await shell.mayDo('case.allocate', key.inspectionId))) return []
  const selected = sent?.form === assessorsFormName ? assessorsForm(sent.values).personIds : assigned
  const inspectors = await listInspectors(shell.database, key.inspectionId)
  return inspectors.map(({ personId, name }) => ({
    name: `person-${personId}`,
    value: personId,
    text: name,
    checked: selected.includes(personId),
  }))
}

function stepRoute(editions: Editions, page: FormPage, step: CaseStep): Route {
  return {
    method: 'POST',
    path: `${path}/steps/${step}`,
    permission: permissionOfStep[step],
    audit: `case.${step}`,
    handle: sendForm(page, {
      name: step,
      act: async (request, shell) => {
        const taken = {
          key: caseKeyOf(request),
          step,
          comment: commentOf(request.body),
          idempotencyKey: null,
        }
        return placedAt(await takeCaseStep(shell, editions, taken), () => commentId(step))
      },
      next: (_, request) => redirectSaying(caseDone, step, casePath(caseKeyOf(request))),
    }),
  }
}

function saveAssessors(editions: Editions, page: FormPage): Route['handle'] {
  return sendForm(page, {
    name: assessorsFormName,
    act: (request: RouteRequest, shell) =>
      allocateCase(shell, editions, caseKeyOf(request), assessorsForm(request.body)),
    next: (_, request) => redirectSaying(caseDone, 'people', casePath(caseKeyOf(request))),
  })
}
