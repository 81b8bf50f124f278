import { done } from '../../../core/kernel/result.ts'
import type { Route } from '../../../platform/http/route.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { placedAt } from '../../layout/form/formErrors.ts'
import { type FormAction, type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { peopleWhoMay } from '../../people/access/peopleWhoMay.ts'
import type { AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { loadStageFacts } from '../loadStageFacts.ts'
import { moveInspection, proposeStoredPublication } from '../moveInspection.ts'
import { stagePath } from '../paths.ts'
import { reasonId, stagePage } from './stagePage.view.ts'

const path = '/inspections/:inspection/stage'
const permission = 'inspection.change-stage'

const stageDone = {
  moved: 'The inspection has moved to the new stage.',
  proposed: 'The publication is proposed.',
}

/** Returns the routes of the stages of an inspection, with what the next one asks for. */
export function stagePageRoutes(sources: AllocationSources): readonly Route[] {
  const page = stageFormPage(sources)
  const move = sendForm(page, {
    act: async ({ params: { inspection = '' }, body }, shell) => {
      const { stage = '', seen = '', reason = '' } = body
      const moved = await moveInspection(shell, sources, inspection, { stage, seen, reason })
      return placedAt(moved, (field) => (field === 'reason' ? reasonId(stage) : 'main-content'))
    },
    next: leadsOn('moved'),
  })
  const propose = sendForm(page, {
    act: ({ params: { inspection = '' } }, shell) => proposeStoredPublication(shell, sources, inspection),
    next: leadsOn('proposed'),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'inspection.change-stage', handle: move },
    {
      method: 'POST',
      path: `${path}/propose`,
      permission,
      audit: 'inspection.propose-publication',
      handle: propose,
    },
  ]
}

/** Leads back to the page, or to the list of inspections if the person has no permission for it at the new stage. */
function leadsOn(done: keyof typeof stageDone): FormAction<null>['next'] {
  return async (_, { params: { inspection = '' } }, shell) =>
    (await shell.mayDo(permission, inspection))
      ? redirectSaying(stageDone, done, stagePath(inspection))
      : { kind: 'redirect', to: '/inspections' }
}

function stageFormPage(sources: AllocationSources): FormPage {
  return {
    template: 'programme/stage-page/stagePage.njk',
    done: stageDone,
    view: async ({ params: { inspection = '' } }, shell, sent) => {
      const facts = await loadStageFacts(shell, sources, inspection)
      if (!facts.ok) return facts
      const proposer = facts.value.course.proposal?.by.personId
      const publishers = await peopleWhoMay(shell.database, 'inspection.publish', inspection)
      const others = publishers.filter(({ personId }) => personId !== proposer).map(({ name }) => name)
      return done(stagePage(facts.value, others, sent))
    },
  }
}
