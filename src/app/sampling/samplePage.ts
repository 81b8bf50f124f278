/** `/inspections/:inspection/sample`: what is decided before the draw, the draw, and the sample. */
import { catalogue } from '../../core/kernel/catalogue.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import type { Result } from '../../core/kernel/result.ts'
import type { Reply, Route, RouteRequest } from '../../platform/http/route.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { excludeCase, includeCase, setPlan, setSize } from './changePlan.ts'
import { drawStoredSample } from './drawStoredSample.ts'
import { samplePath } from './paths.ts'
import { planPage, type SentForm } from './planPage.view.ts'
import { loadDrawnSample, prepareSample } from './sampleContext.ts'
import { findDraw } from './sampleDraw.queries.ts'
import { samplePage } from './samplePage.view.ts'
import { exclusionForm, planForm, sizeForm } from './samplePlan.form.ts'

/** The sample where it is drawn, otherwise what is decided before the draw. */
export function showSample(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' } }, shell) => {
    if ((await findDraw(shell.database, inspection)) === undefined)
      return showPlan(shell, editions, inspection, null)
    const drawn = await loadDrawnSample(shell.database, editions, inspection)
    if (!drawn.ok) return { kind: 'refused', problems: drawn.problems }
    const mayAllocate = await shell.mayDo('allocation.write', inspection)
    const model = { ...samplePage(drawn.value), mayAllocate }
    return { kind: 'page', template: 'sampling/samplePage.njk', model }
  }
}

/** The page before the draw; after a refused form with what was typed. */
async function showPlan(
  shell: Shell,
  editions: Editions,
  inspection: string,
  sent: SentForm | null,
): Promise<Reply> {
  const prepared = await prepareSample(shell.database, editions, inspection)
  if (!prepared.ok) return { kind: 'refused', problems: prepared.problems }
  const model = planPage(prepared.value, sent)
  const problems = sent?.problems ?? []
  return { kind: 'page', template: 'sampling/planPage.njk', model, status: statusOf(problems), problems }
}

function statusOf([first]: readonly Problem[]): number {
  return first === undefined ? 200 : catalogue[first.code].status
}

type Act = (request: RouteRequest, shell: Shell, inspection: string) => Promise<Result<unknown>>

/** A form of the page: done leads back to it, a refusal shows it again. */
function sending(editions: Editions, form: SentForm['form'], act: Act): Route['handle'] {
  return async (request, shell) => {
    const { inspection = '' } = request.params
    const done = await act(request, shell, inspection)
    if (done.ok) return { kind: 'redirect', to: samplePath(inspection) }
    const { problems } = done
    const [first] = problems
    if (first.code === 'sampling.drawn-already' || first.code === 'inspection.not-found') {
      return { kind: 'refused', problems }
    }
    return showPlan(shell, editions, inspection, { form, body: request.body, problems })
  }
}

export function savePlanOf(editions: Editions): Route['handle'] {
  return sending(editions, 'plan', async ({ body }, shell, inspection) => {
    const plan = planForm(body)
    return plan.ok ? setPlan(shell, editions, inspection, plan.value) : plan
  })
}

/** Sets a size by hand, or takes it back where the form says so. */
export function saveSizeOf(editions: Editions): Route['handle'] {
  return sending(editions, 'size', async ({ body }, shell, inspection) => {
    const { domain = '', act = '' } = body
    if (act === 'take-back') return setSize(shell, editions, inspection, domain, null)
    const size = sizeForm(body)
    return size.ok ? setSize(shell, editions, inspection, domain, size.value) : size
  })
}

export function excludeCaseOf(editions: Editions): Route['handle'] {
  return sending(editions, 'exclusion', async ({ body }, shell, inspection) =>
    excludeCase(shell, editions, inspection, exclusionForm(body)),
  )
}

export function includeCaseOf(editions: Editions): Route['handle'] {
  return sending(editions, 'exclusion', async ({ params: { pseudonym = '' } }, shell, inspection) =>
    includeCase(shell, editions, inspection, pseudonym),
  )
}

export function drawSampleOf(editions: Editions): Route['handle'] {
  return sending(editions, 'draw', async (_request, shell, inspection) =>
    drawStoredSample(shell, editions, inspection),
  )
}
