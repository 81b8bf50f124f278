import { countOf } from '../../../core/kernel/countOf.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { planSample, type SamplePlan } from '../../../core/sampling/sample.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { drawPath, samplePath } from '../paths.ts'
import { planRows } from '../plan-page/planPage.view.ts'
import { problem } from '../problems.ts'
import { type PreparedSample, plannedSettings, type UsedList } from '../sampleContext.ts'
import type { PlannedDraw } from '../samplePlan.queries.ts'
import { kindTitle, windowText } from '../sampleTitles.ts'
import { fingerprintOfPlan } from './drawStoredSample.ts'

/** Returns what the page prints. Refuses if there is no list, no plan or no eligible case to draw from. */
export function drawPage(prepared: PreparedSample) {
  const { list, plan } = prepared
  if (list === null) return refuse(problem('sampling.no-case-list', {}))
  if (plan === null) return refuse(problem('sampling.no-plan', {}))
  const planned = plannedSample(prepared, list, plan)
  return planned.ok ? done(shown(prepared, list, planned.value)) : planned
}

function plannedSample(prepared: PreparedSample, list: UsedList, plan: PlannedDraw): Result<SamplePlan> {
  const planned = planSample(list.cases, plannedSettings(prepared, list, plan))
  if (!planned.ok) return planned
  const { eligible } = planned.value.eligibility
  return eligible.length === 0 ? refuse(problem('sampling.no-eligible-case', {})) : planned
}

function shown(prepared: PreparedSample, list: UsedList, { sizes, windows }: SamplePlan) {
  const { inspection, edition, plan, exclusions } = prepared
  const count = sizes.reduce((sum, { size }) => sum + size, 0)
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    sampleHref: samplePath(inspection.id),
    href: drawPath(inspection.id),
    figureStatus: figureStatusOf(inspection),
    seen: fingerprintOfPlan(prepared),
    question: `Draw ${countOf(count, 'case')}?`,
    facts: [
      fact('Case list', `Version ${list.version}, ${countOf(list.cases.length, 'case')}`),
      fact('Rules', edition.title),
      ...planRows(plan),
      fact('Left out by hand', countOf(exclusions.length, 'case')),
    ],
    kinds: sizes.map(({ domain, population, size, override }) => {
      const window = windows.find((each) => each.domain === domain)
      return {
        title: kindTitle(edition, domain),
        window: window === undefined ? '' : windowText(window),
        eligible: population,
        size,
        decidedBy: override === null ? 'The rule of the edition' : `${override.by}, by hand`,
      }
    }),
  }
}

function fact(key: string, value: string) {
  return { key: { text: key }, value: { text: value } }
}
