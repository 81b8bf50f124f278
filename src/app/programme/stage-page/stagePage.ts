import { catalogue } from '../../../core/kernel/catalogue.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { peopleWhoMay } from '../../people/access/peopleWhoMay.ts'
import { sentenceOf } from '../../people/accounts/people-page/doneWords.ts'
import type { AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { loadStanding } from '../loadStanding.ts'
import { moveInspection, proposeStoredPublication } from '../moveInspection.ts'
import { stagePath } from '../paths.ts'
import { type RefusedMove, stagePage } from './stagePage.view.ts'

const path = '/inspections/:inspection/stage'
const permission = 'inspection.change-stage'

const doneSentences: Readonly<Record<string, string>> = {
  moved: 'The inspection is at its new stage.',
  proposed: 'The publication is proposed.',
}

/** The stages of an inspection, with what the next one asks for. */
export function stagePageRoutes(sources: AllocationSources): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      permission,
      audit: 'reads',
      handle: ({ params: { inspection = '' }, query: { done } }, shell) =>
        showStage(shell, sources, inspection, { done, refused: null }),
    },
    {
      method: 'POST',
      path,
      permission,
      audit: 'inspection.change-stage',
      handle: async ({ params: { inspection = '' }, body }, shell) => {
        const { stage = '', seen = '', reason = '' } = body
        const moved = await moveInspection(shell, sources, inspection, { stage, seen, reason })
        if (moved.ok) return afterMove(shell, inspection, 'moved')
        const refused = { to: stage, reason, problems: moved.problems }
        return showStage(shell, sources, inspection, { refused })
      },
    },
    {
      method: 'POST',
      path: `${path}/propose`,
      permission,
      audit: 'inspection.propose-publication',
      handle: async ({ params: { inspection = '' } }, shell) => {
        const proposed = await proposeStoredPublication(shell, sources, inspection)
        if (proposed.ok) return afterMove(shell, inspection, 'proposed')
        const refused = { to: 'published', reason: '', problems: proposed.problems }
        return showStage(shell, sources, inspection, { refused })
      },
    },
  ]
}

/** Back to the page; whoever has no right to it in the new stage goes to the list of inspections. */
async function afterMove(shell: Shell, inspection: string, done: string): Promise<Reply> {
  const stays = await shell.mayDo(permission, inspection)
  return { kind: 'redirect', to: stays ? `${stagePath(inspection)}?done=${done}` : '/inspections' }
}

async function showStage(
  shell: Shell,
  sources: AllocationSources,
  inspection: string,
  { done, refused }: { readonly done?: string | undefined; readonly refused: RefusedMove | null },
): Promise<Reply> {
  const standing = await loadStanding(shell, sources, inspection)
  if (!standing.ok) return { kind: 'refused', problems: standing.problems }
  const proposer = standing.value.course.proposal?.by.personId
  const publishers = await peopleWhoMay(shell.database, 'inspection.publish', inspection)
  const others = publishers.filter(({ personId }) => personId !== proposer).map(({ name }) => name)
  const problems = refused?.problems ?? []
  const [first] = problems
  return {
    kind: 'page',
    template: 'programme/stage-page/stagePage.njk',
    status: first === undefined ? 200 : catalogue[first.code].status,
    problems,
    model: {
      ...stagePage(standing.value, others, refused),
      done: sentenceOf(doneSentences, done),
    },
  }
}
