import { statusOf } from '../../../platform/http/statusOf.ts'

/** `/inspections/:inspection/sample/draw`: what the draw is made from, to be checked before it is made for ever. */

import { countOf } from '../../../core/kernel/countOf.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { planSample, type SamplePlan } from '../../../core/sampling/sample.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { standingOf } from '../../inspections/standing.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { formFaults } from '../formFaults.ts'
import { drawPath, samplePath } from '../paths.ts'
import { planRows } from '../plan-page/planPage.view.ts'
import { problem } from '../problems.ts'
import { toSample } from '../sample-page/samplePage.ts'
import { type PreparedSample, plannedSettings, prepareSample } from '../sampleContext.ts'
import { findDraw } from '../sampleDraw.queries.ts'
import { kindTitle, windowWords } from '../sampleTitles.ts'
import { drawStoredSample, markOfPlan } from './drawStoredSample.ts'

export function showDraw(editions: Editions): Route['handle'] {
  return ({ params: { inspection = '' } }, shell) => page(shell, editions, inspection, [])
}

/** Draws what the page showed; where it changed meanwhile, the page again with what stands now. */
export function drawSampleOf(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' }, body: { seen = '' } }, shell) => {
    const drawn = await drawStoredSample(shell, editions, inspection, seen)
    if (drawn.ok) return toSample(inspection, 'drawn')
    const { problems } = drawn
    return problems[0].code === 'sampling.plan-changed-meanwhile'
      ? page(shell, editions, inspection, problems)
      : { kind: 'refused', problems }
  }
}

async function page(
  shell: Shell,
  editions: Editions,
  inspection: string,
  problems: readonly Problem[],
): Promise<Reply> {
  if ((await findDraw(shell.database, inspection)) !== undefined) {
    return { kind: 'refused', problems: [problem('sampling.drawn-already', {})] }
  }
  const prepared = await prepareSample(shell.database, editions, inspection)
  if (!prepared.ok) return { kind: 'refused', problems: prepared.problems }
  const plan = planOf(prepared.value)
  if (!plan.ok) return { kind: 'refused', problems: plan.problems }
  const model = drawPage(prepared.value, plan.value, problems)
  return {
    kind: 'page',
    template: 'sampling/draw-page/drawPage.njk',
    model,
    status: statusOf(problems),
    problems,
  }
}

function planOf(prepared: PreparedSample): Result<SamplePlan> {
  const { list, plan } = prepared
  if (list === null) return refuse(problem('sampling.no-case-list', {}))
  if (plan === null) return refuse(problem('sampling.no-plan', {}))
  const planned = planSample(list.cases, plannedSettings(prepared, list, plan))
  if (!planned.ok) return planned
  const { eligible } = planned.value.eligibility
  return eligible.length === 0 ? refuse(problem('sampling.no-eligible-case', {})) : done(planned.value)
}

function drawPage(prepared: PreparedSample, { sizes, windows }: SamplePlan, problems: readonly Problem[]) {
  const { inspection, edition, list, plan, exclusions } = prepared
  const all = sizes.reduce((sum, { size }) => sum + size, 0)
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    sampleHref: samplePath(inspection.id),
    href: drawPath(inspection.id),
    standing: standingOf(inspection),
    faults: formFaults(problems),
    seen: markOfPlan(prepared),
    question: `Draw ${countOf(all, 'case')}?`,
    facts: [
      fact('Case list', `Version ${list?.version ?? 0}, ${countOf(list?.cases.length ?? 0, 'case')}`),
      fact('Rules', edition.title),
      ...planRows(plan),
      fact('Left out by hand', countOf(exclusions.length, 'case')),
    ],
    kinds: sizes.map(({ domain, population, size, override }) => {
      const window = windows.find((one) => one.domain === domain)
      return {
        title: kindTitle(edition, domain),
        window: window === undefined ? '' : windowWords(window),
        eligible: population,
        size,
        how: override === null ? 'By the rule of the edition' : `By hand: ${override.by}`,
      }
    }),
  }
}

function fact(key: string, value: string) {
  return { key: { text: key }, value: { text: value } }
}
