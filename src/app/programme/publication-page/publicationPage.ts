import { done } from '../../../core/kernel/result.ts'
import type { Route } from '../../../platform/http/route.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { peopleWhoMay } from '../../people/access/peopleWhoMay.ts'
import type { AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { loadStageFacts } from '../loadStageFacts.ts'
import { moveInspection, moverOf } from '../moveInspection.ts'
import { publicationPath } from '../paths.ts'
import { publicationPage } from './publicationPage.view.ts'

const path = '/inspections/:inspection/publication'
const permission = 'inspection.publish'

const publicationDone = { published: 'The inspection is published.' }

/** Returns the routes of the page that asks whether to publish the inspection, and lists what is missing. */
export function publicationPageRoutes(sources: AllocationSources): readonly Route[] {
  const page = publicationFormPage(sources)
  const publish = sendForm(page, {
    act: ({ params: { inspection = '' }, body: { seen = '' } }, shell) =>
      moveInspection(shell, sources, inspection, { stage: 'published', seen, reason: null }),
    next: (_, { params: { inspection = '' } }) =>
      redirectSaying(publicationDone, 'published', publicationPath(inspection)),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'inspection.change-stage', handle: publish },
  ]
}

function publicationFormPage(sources: AllocationSources): FormPage {
  return {
    template: 'programme/publication-page/publicationPage.njk',
    done: publicationDone,
    view: async ({ params: { inspection = '' } }, shell) => {
      const facts = await loadStageFacts(shell, sources, inspection)
      if (!facts.ok) return facts
      const mover = moverOf(shell)
      const people = await peopleWhoMay(shell.database, permission, inspection)
      const others = people.filter(({ personId }) => personId !== mover.personId).map(({ name }) => name)
      return done(publicationPage(facts.value, { mover, others }))
    },
  }
}
