/** `/inspections/:inspection/cases/:case`: the task list of a case, its steps, and who assesses it. */
import { type CaseStep, caseSteps } from '../../../core/fieldwork/caseProgress.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { sentenceOf } from '../../people/accounts/people-page/doneWords.ts'
import { formErrors } from '../../people/formErrors.ts'
import { permissionOfStep } from '../api/stepOperations.ts'
import { allocateCase, markOfPeople } from '../case/allocateCase.ts'
import { loadCase } from '../case/loadCase.ts'
import { keyOfPage } from '../entries/entryPages.ts'
import { casePath } from '../paths.ts'
import { listAssigned, listInspectors, listSteps } from '../steps/caseSteps.queries.ts'
import { barredSteps } from '../steps/secondPerson.ts'
import { takeCaseStep } from '../steps/takeCaseStep.ts'
import { casePage } from './casePage.view.ts'

const path = '/inspections/:inspection/cases/:case'

/** What the page says after one of its forms was taken. */
const doneSentences: Readonly<Record<CaseStep | 'people', string>> = {
  'hand-in': 'The case is handed in as ready.',
  'take-back': 'The case is open to work on again.',
  check: 'The case is marked as checked.',
  return: 'The case is returned with your comments.',
  sign: 'The case is signed.',
  reopen: 'The case is open again as a new version.',
  people: 'Who assesses the case is saved.',
}

export function casePageRoutes(editions: Editions): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      permission: 'case.read',
      audit: 'reads',
      handle: (request, shell) => showCase(editions, request, shell, null),
    },
    ...caseSteps.map((step) => stepRoute(editions, step)),
    {
      method: 'POST',
      path: `${path}/people`,
      permission: 'case.allocate',
      audit: 'case.allocate',
      repeats: true,
      handle: allocate(editions),
    },
  ]
}

/** What was sent by a form of the page and refused: the ids of the people, or the words that go with the step. */
type RefusedSending = {
  readonly problems: readonly Problem[]
  readonly personIds?: readonly string[]
  readonly step?: CaseStep
  readonly comment?: string
}

async function showCase(
  editions: Editions,
  request: RouteRequest,
  shell: Shell,
  refused: RefusedSending | null,
): Promise<Reply> {
  const key = keyOfPage(request)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
  const allowed = await allowedSteps(shell, key.inspectionId)
  const steps = await listSteps(shell.database, key)
  const barred = await barredSteps(shell, loaded.value, steps, allowed)
  const page = casePage(loaded.value, steps, allowed, barred)
  const assigned = await listAssigned(shell.database, key)
  const { saved, done } = request.query
  const problems = refused?.problems ?? []
  const model = {
    ...page,
    message: saved === 'yes' ? 'Your answers are saved.' : null,
    done: sentenceOf(doneSentences, done),
    inspectors: await inspectorsToChoose(shell, key, new Set(refused?.personIds ?? assigned)),
    seen: markOfPeople(assigned),
    personId: shell.actor.personId ?? '',
    mayAnswer: await shell.mayDo('case.answer', key.inspectionId),
    errors: formErrors(problems),
    comment: refused?.comment ?? '',
    refusedStep: refused?.step ?? null,
  }
  const status = statusOf(problems)
  return { kind: 'page', template: 'fieldwork/case-page/casePage.njk', model, status, problems }
}

async function allowedSteps(shell: Shell, inspectionId: string): Promise<ReadonlySet<CaseStep>> {
  const allowed = new Set<CaseStep>()
  for (const step of caseSteps) {
    if (await shell.mayDo(permissionOfStep[step], inspectionId)) allowed.add(step)
  }
  return allowed
}

/** The people who may be chosen to assess the case; none for somebody who may not choose. */
async function inspectorsToChoose(
  shell: Shell,
  key: ReturnType<typeof keyOfPage>,
  assigned: ReadonlySet<string>,
) {
  if (!(await shell.mayDo('case.allocate', key.inspectionId))) return []
  const inspectors = await listInspectors(shell.database, key.inspectionId)
  return inspectors.map(({ personId, name }) => ({
    name: `person-${personId}`,
    value: personId,
    text: name,
    checked: assigned.has(personId),
  }))
}

function stepRoute(editions: Editions, step: CaseStep): Route {
  return {
    method: 'POST',
    path: `${path}/steps/${step}`,
    permission: permissionOfStep[step],
    audit: `case.${step}`,
    handle: async (request, shell) => {
      const key = keyOfPage(request)
      const { comment = null } = request.body
      const taken = await takeCaseStep(shell, editions, key, step, comment)
      if (!taken.ok) {
        const problems = taken.problems.map((each) => atField(each, 'comment', `comment-${step}`))
        return showCase(editions, request, shell, { problems, step, comment: comment ?? '' })
      }
      return { kind: 'redirect', to: `${casePath(key)}?done=${step}` }
    },
  }
}

function allocate(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const key = keyOfPage(request)
    const { seen = '', ...fields } = request.body
    const chosen = Object.entries(fields).filter(([name]) => name.startsWith('person-'))
    const personIds = chosen.map(([, personId]) => personId)
    const allocated = await allocateCase(shell, editions, key, { personIds, seen })
    if (!allocated.ok) {
      // Whoever only allocates, such as operations, is told what is wrong and nothing of the case.
      if (!(await shell.mayDo('case.read', key.inspectionId, key.caseId))) {
        return { kind: 'refused', problems: allocated.problems }
      }
      const problems = allocated.problems.map((each) => ({ ...each, place: { field: 'person' } }))
      return showCase(editions, request, shell, { problems, personIds })
    }
    return { kind: 'redirect', to: `${casePath(key)}?done=people` }
  }
}

/** The problem with the id that its field has on the page. */
function atField(each: Problem, field: string, id: string): Problem {
  return each.place.field === field ? { ...each, place: { field: id } } : each
}
