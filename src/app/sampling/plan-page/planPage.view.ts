/** `/inspections/:inspection/sample` before the draw: what is decided, and the arithmetic that follows from it. */

import { countOf } from '../../../core/kernel/countOf.ts'
import { dateText } from '../../../core/kernel/londonTime.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { type ExcludedCase, exclusionRules, exclusionRuleTitle } from '../../../core/sampling/eligibility.ts'
import { planSample, type SamplePlan } from '../../../core/sampling/sample.ts'
import type { DomainSize } from '../../../core/sampling/sampleSize.ts'
import { sizeLines } from '../../../core/sampling/sizeLines.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { caseListPath } from '../../intake/paths.ts'
import type { SentForm } from '../../layout/form/formPage.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { drawPath, exclusionsPath, includePath, planPath, sizePath } from '../paths.ts'
import { type PreparedSample, plannedSettings } from '../sampleContext.ts'
import { kindTitle, windowText } from '../sampleTitles.ts'

/** Returns what the page prints; `sent` is the form that was refused, null if none was. */
export function planPage(prepared: PreparedSample, sent: SentForm | null) {
  const { inspection, list, plan } = prepared
  const planned =
    list === null || plan === null ? null : planSample(list.cases, plannedSettings(prepared, list, plan))
  const { fieldwork, seed, seedAgreed } = typedIn(sent, 'plan')
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    planHref: planPath(inspection.id),
    sizeHref: sizePath(inspection.id),
    exclusionsHref: exclusionsPath(inspection.id),
    drawHref: drawPath(inspection.id),
    figureStatus: figureStatusOf(inspection),
    list: list && { version: list.version, cases: countOf(list.cases.length, 'case') },
    isPlanned: plan !== null,
    values: {
      fieldwork: fieldwork ?? plan?.fieldwork ?? usualMonday(inspection.fieldworkStarted),
      seed: seed ?? plan?.seed ?? '',
      seedAgreed: seedAgreed ?? plan?.seedAgreed ?? '',
    },
    planned: planRows(plan),
    ...arithmetic(prepared, planned, sent),
  }
}

/** Returns what was decided, as rows of a summary list. */
export function planRows(plan: PreparedSample['plan']) {
  if (plan === null) return []
  const rows = [
    ['Fieldwork starts on', dateText(plan.fieldwork)],
    ['Seed', plan.seed],
    ['How the seed was agreed', plan.seedAgreed],
  ]
  return rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))
}

/** A month by itself says nothing about the Monday. */
function usualMonday(fieldworkStarted: string | null): string {
  return fieldworkStarted !== null && fieldworkStarted.length === 10 ? fieldworkStarted : ''
}

type Typed = Readonly<
  Partial<Record<'fieldwork' | 'seed' | 'seedAgreed' | 'domain' | 'size' | 'case' | 'reason' | 'by', string>>
>

/** Returns what was typed into one of the forms; nothing if another or none was sent. */
function typedIn(sent: SentForm | null, form: 'plan' | 'size' | 'exclusion'): Typed {
  return sent?.form === form ? sent.values : {}
}

function arithmetic(prepared: PreparedSample, planned: Result<SamplePlan> | null, sent: SentForm | null) {
  const problems = planned === null || planned.ok ? [] : planned.problems
  const plan = planned?.ok === true ? planned.value : null
  return {
    planProblems: problems.map(({ text, action }) => `${text} ${action}`),
    canDraw: plan !== null && plan.eligibility.eligible.length > 0,
    eligible: plan === null ? '' : countOf(plan.eligibility.eligible.length, 'eligible case'),
    kinds: plan === null ? [] : plan.sizes.map((size) => kindSection(prepared, plan, size, sent)),
    ...exclusions(prepared, plan, sent),
  }
}

function kindSection(
  { edition }: PreparedSample,
  { windows }: SamplePlan,
  size: DomainSize,
  sent: SentForm | null,
) {
  const ofForm = typedIn(sent, 'size')
  const typed = ofForm.domain === size.domain ? ofForm : {}
  const window = windows.find(({ domain }) => domain === size.domain)
  return {
    kind: size.domain,
    title: kindTitle(edition, size.domain),
    window: window === undefined ? '' : windowText(window),
    lines: sizeLines(size, edition.sample.size),
    isOverridden: size.override !== null,
    isOpen: Object.keys(typed).length > 0,
    override: {
      size: typed.size ?? String(size.override?.size ?? ''),
      reason: typed.reason ?? size.override?.reason ?? '',
      by: typed.by ?? size.override?.by ?? '',
    },
  }
}

/** More would take long to show. */
const mostExcluded = 500

function exclusions(prepared: PreparedSample, plan: SamplePlan | null, sent: SentForm | null) {
  const { inspection, list, edition } = prepared
  const typed = typedIn(sent, 'exclusion')
  const pseudonyms = new Map(list?.cases.map(({ caseId, pseudonym }) => [caseId, pseudonym]))
  const excluded = plan?.eligibility.excluded ?? []
  const row = ({ caseId, domain, reason }: ExcludedCase) => ({
    pseudonym: pseudonyms.get(caseId) ?? '',
    reference: caseId,
    kind: kindTitle(edition, domain),
    reason: withDates(reason),
    includeHref: includePath(inspection.id, pseudonyms.get(caseId) ?? ''),
  })
  return {
    excludedCount: countOf(excluded.length, 'case'),
    excluded: exclusionRules
      .map((rule) => ({ rule, cases: excluded.filter((each) => each.rule === rule).map(row) }))
      .filter(({ cases }) => cases.length > 0)
      .map(({ rule, cases }) => ({
        more:
          cases.length > mostExcluded
            ? `The first ${mostExcluded} cases are shown. The proof will list them all.`
            : null,
        id: rule,
        title: `${exclusionRuleTitle(rule)}: ${countOf(cases.length, 'case')}`,
        isByHand: rule === 'by-hand',
        cases: cases.slice(0, mostExcluded),
      })),
    exclusion: { case: typed.case ?? '', reason: typed.reason ?? '', by: typed.by ?? '' },
    exclusionIsOpen: sent?.form === 'exclusion',
  }
}

/** Returns a sentence with its days as pages print them: `2024-05-07` is `7 May 2024`. */
export function withDates(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dateText(day))
}
