/** `/inspections/:inspection/sample`: what is decided before the draw, the draw, and the sample. */
import type { Result } from '../../../core/kernel/result.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { sentenceOf } from '../../people/accounts/people-page/doneWords.ts'
import { barOf } from '../allocation/caseBar.ts'
import { samplePath } from '../paths.ts'
import { excludeCase, includeCase, setPlan, setSize } from '../plan-page/changePlan.ts'
import { exclusionForm, planForm, sizeForm } from '../plan-page/planPage.form.ts'
import { planPage, type SentForm } from '../plan-page/planPage.view.ts'
import { loadDrawnSample, prepareSample } from '../sampleContext.ts'
import { findDraw } from '../sampleDraw.queries.ts'
import { samplePage } from './samplePage.view.ts'

/** What the page says after a form of the sample was taken. */
const doneSentences = {
  planned: 'The Monday of the fieldwork and the seed are saved.',
  'size-set': 'The size is set.',
  'size-taken-back': 'The size follows from the rules of the edition again.',
  excluded: 'The case is left out.',
  included: 'The case can be drawn again.',
  drawn: 'The sample is drawn.',
  replaced: 'The case is replaced.',
  'topped-up': 'The new version of the case list is taken into account.',
} as const

/** The page of the sample, saying what was done. */
export function toSample(inspection: string, done: keyof typeof doneSentences, place = ''): Reply {
  return { kind: 'redirect', to: `${samplePath(inspection)}?done=${done}${place}` }
}

/** The sample where it is drawn, otherwise what is decided before the draw. */
export function showSample(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' }, query: { done: doneName } }, shell) => {
    const done = sentenceOf(doneSentences, doneName)
    if ((await findDraw(shell.database, inspection)) === undefined)
      return showPlan(shell, editions, inspection, { sent: null, done })
    const drawn = await loadDrawnSample(shell.database, editions, inspection)
    if (!drawn.ok) return { kind: 'refused', problems: drawn.problems }
    const isBarred = await barOf(shell.database, shell.actor, inspection)
    const model = { ...samplePage(drawn.value, isBarred), done }
    return { kind: 'page', template: 'sampling/sample-page/samplePage.njk', model }
  }
}

/** The page before the draw; after a refused form with what was typed. */
async function showPlan(
  shell: Shell,
  editions: Editions,
  inspection: string,
  { sent, done }: { readonly sent: SentForm | null; readonly done: string | null },
): Promise<Reply> {
  const prepared = await prepareSample(shell.database, editions, inspection)
  if (!prepared.ok) return { kind: 'refused', problems: prepared.problems }
  const model = { ...planPage(prepared.value, sent), done }
  const problems = sent?.problems ?? []
  return {
    kind: 'page',
    template: 'sampling/plan-page/planPage.njk',
    model,
    status: statusOf(problems),
    problems,
  }
}

type Act = (request: RouteRequest, shell: Shell, inspection: string) => Promise<Result<unknown>>
type DoneOf = (request: RouteRequest) => keyof typeof doneSentences

/** A form of the page: done leads back to it, a refusal shows it again. */
function sending(editions: Editions, form: SentForm['form'], doneOf: DoneOf, act: Act): Route['handle'] {
  return async (request, shell) => {
    const { inspection = '' } = request.params
    const result = await act(request, shell, inspection)
    if (result.ok) return toSample(inspection, doneOf(request))
    const { problems } = result
    const [first] = problems
    if (first.code === 'sampling.drawn-already' || first.code === 'inspection.not-found') {
      return { kind: 'refused', problems }
    }
    return showPlan(shell, editions, inspection, { sent: { form, body: request.body, problems }, done: null })
  }
}

export function savePlanOf(editions: Editions): Route['handle'] {
  const done: DoneOf = () => 'planned'
  return sending(editions, 'plan', done, async ({ body }, shell, inspection) => {
    const plan = planForm(body)
    return plan.ok ? setPlan(shell, editions, inspection, plan.value) : plan
  })
}

const takesBack = ({ body: { act = '' } }: RouteRequest): boolean => act === 'take-back'

/** Sets a size by hand, or takes it back where the form says so. */
export function saveSizeOf(editions: Editions): Route['handle'] {
  const done: DoneOf = (request) => (takesBack(request) ? 'size-taken-back' : 'size-set')
  return sending(editions, 'size', done, async (request, shell, inspection) => {
    const { domain = '' } = request.body
    if (takesBack(request)) return setSize(shell, editions, inspection, domain, null)
    const size = sizeForm(request.body)
    return size.ok ? setSize(shell, editions, inspection, domain, size.value) : size
  })
}

export function excludeCaseOf(editions: Editions): Route['handle'] {
  const done: DoneOf = () => 'excluded'
  return sending(editions, 'exclusion', done, async ({ body }, shell, inspection) =>
    excludeCase(shell, editions, inspection, exclusionForm(body)),
  )
}

export function includeCaseOf(editions: Editions): Route['handle'] {
  const done: DoneOf = () => 'included'
  return sending(
    editions,
    'exclusion',
    done,
    async ({ params: { case: pseudonym = '' } }, shell, inspection) =>
      includeCase(shell, editions, inspection, pseudonym),
  )
}
