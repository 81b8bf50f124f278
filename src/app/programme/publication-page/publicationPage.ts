import { catalogue } from '../../../core/kernel/catalogue.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { peopleWhoMay } from '../../people/access/peopleWhoMay.ts'
import { sentenceOf } from '../../people/accounts/people-page/doneWords.ts'
import type { AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { loadStanding } from '../loadStanding.ts'
import { moveInspection, moverOf } from '../moveInspection.ts'
import { publicationPath } from '../paths.ts'
import { publicationPage } from './publicationPage.view.ts'

const path = '/inspections/:inspection/publication'
const permission = 'inspection.publish'

/** Asks whether the inspection is to be published, and lists what is missing. */
export function publicationPageRoutes(sources: AllocationSources): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      permission,
      audit: 'reads',
      handle: ({ params: { inspection = '' }, query: { done } }, shell) =>
        showPublication(shell, sources, inspection, { done, problems: [] }),
    },
    {
      method: 'POST',
      path,
      permission,
      audit: 'inspection.change-stage',
      handle: async ({ params: { inspection = '' }, body: { seen = '' } }, shell) => {
        const move = { stage: 'published', seen, reason: null }
        const published = await moveInspection(shell, sources, inspection, move)
        if (published.ok) return { kind: 'redirect', to: `${publicationPath(inspection)}?done=published` }
        return showPublication(shell, sources, inspection, { problems: published.problems })
      },
    },
  ]
}

async function showPublication(
  shell: Shell,
  sources: AllocationSources,
  inspection: string,
  { done, problems }: { readonly done?: string | undefined; readonly problems: readonly Problem[] },
): Promise<Reply> {
  const standing = await loadStanding(shell, sources, inspection)
  if (!standing.ok) return { kind: 'refused', problems: standing.problems }
  const mover = moverOf(shell)
  const people = await peopleWhoMay(shell.database, permission, inspection)
  const others = people.filter(({ personId }) => personId !== mover.personId).map(({ name }) => name)
  const [first] = problems
  return {
    kind: 'page',
    template: 'programme/publication-page/publicationPage.njk',
    status: first === undefined ? 200 : catalogue[first.code].status,
    problems,
    model: {
      ...publicationPage(standing.value, { mover, others }, problems),
      done: sentenceOf({ published: 'The inspection is published.' }, done),
    },
  }
}
