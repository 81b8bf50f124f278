/** `/inspections/:inspection/sample` before the draw: what is decided, and the arithmetic that follows. */

import { countOf } from '../../../core/kernel/countOf.ts'
import { dateText } from '../../../core/kernel/londonTime.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { type ExcludedCase, exclusionRules, exclusionRuleTitle } from '../../../core/sampling/eligibility.ts'
import { planSample, type SamplePlan } from '../../../core/sampling/sample.ts'
import type { DomainSize } from '../../../core/sampling/sampleSize.ts'
import { sizeLines } from '../../../core/sampling/sizeLines.ts'
import { standingOf } from '../../inspections/standing.ts'
import { caseListPath } from '../../intake/paths.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { formFaults } from '../formFaults.ts'
import { drawPath, samplePath } from '../paths.ts'
import { type PreparedSample, plannedSettings } from '../sampleContext.ts'
import { kindTitle, windowWords } from '../sampleTitles.ts'

/** What was typed into a form that was refused, and why. */
export type SentForm = {
  readonly form: 'plan' | 'size' | 'exclusion'
  readonly body: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

export function planPage(prepared: PreparedSample, sent: SentForm | null) {
  const { inspection, list, plan } = prepared
  const planned =
    list === null || plan === null ? null : planSample(list.cases, plannedSettings(prepared, list, plan))
  const { fieldwork, seed, seedAgreed } = typedIn(sent, 'plan')
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    href: samplePath(inspection.id),
    drawHref: drawPath(inspection.id),
    standing: standingOf(inspection),
    list: list && { version: list.version, cases: countOf(list.cases.length, 'case') },
    isPlanned: plan !== null,
    fields: {
      fieldwork: fieldwork ?? plan?.fieldwork ?? usualMonday(inspection.fieldworkStarted),
      seed: seed ?? plan?.seed ?? '',
      seedAgreed: seedAgreed ?? plan?.seedAgreed ?? '',
    },
    planned: planRows(plan),
    faults: formFaults(sent?.problems ?? [], (field) => fieldId(field, sent)),
    ...arithmetic(prepared, planned, sent),
  }
}

/** What was decided, for whoever may not change it. */
export function planRows(plan: PreparedSample['plan']) {
  if (plan === null) return []
  const rows = [
    ['Monday of the fieldwork', dateText(plan.fieldwork)],
    ['Seed', plan.seed],
    ['Seed agreed', plan.seedAgreed],
  ]
  return rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))
}

/** A day that is known to the day; a month alone says nothing of the Monday. */
function usualMonday(fieldworkStarted: string | null): string {
  return fieldworkStarted !== null && fieldworkStarted.length === 10 ? fieldworkStarted : ''
}

/** The forms of several kinds of cases stand on one page, so that their fields are numbered by kind. */
function fieldId(field: string, sent: SentForm | null): string {
  const { domain } = typedIn(sent, 'size')
  return domain === undefined ? field : `${field}-${domain}`
}

type Typed = Readonly<
  Partial<Record<'fieldwork' | 'seed' | 'seedAgreed' | 'domain' | 'size' | 'case' | 'reason' | 'by', string>>
>

/** What was typed into one of the forms; nothing where another or none was sent. */
function typedIn(sent: SentForm | null, form: SentForm['form']): Typed {
  return sent?.form === form ? sent.body : {}
}

function arithmetic(prepared: PreparedSample, planned: Result<SamplePlan> | null, sent: SentForm | null) {
  const problems = planned === null || planned.ok ? [] : planned.problems
  const plan = planned?.ok === true ? planned.value : null
  return {
    planFaults: problems.map(({ text, action }) => `${text} ${action}`),
    canDraw: plan !== null && plan.eligibility.eligible.length > 0,
    eligible: plan === null ? '' : eligibleCases(plan.eligibility.eligible.length),
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
    window: window === undefined ? '' : windowWords(window),
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
  const { list, edition } = prepared
  const typed = typedIn(sent, 'exclusion')
  const known = new Map(list?.cases.map((one) => [one.caseId, one]))
  const excluded = plan?.eligibility.excluded ?? []
  const row = ({ caseId, domain, reason }: ExcludedCase) => ({
    pseudonym: known.get(caseId)?.pseudonym ?? '',
    reference: caseId,
    kind: kindTitle(edition, domain),
    reason: inWords(reason),
  })
  return {
    excludedCount: countOf(excluded.length, 'case'),
    excluded: exclusionRules
      .map((rule) => ({ rule, cases: excluded.filter((one) => one.rule === rule).map(row) }))
      .filter(({ cases }) => cases.length > 0)
      .map(({ rule, cases }) => ({
        more: cases.length > mostExcluded ? `The first ${mostExcluded} are shown; the proof has all.` : null,
        id: rule,
        title: `${exclusionRuleTitle(rule)}: ${countOf(cases.length, 'case')}`,
        isByHand: rule === 'by-hand',
        cases: cases.slice(0, mostExcluded),
      })),
    exclusion: { case: typed.case ?? '', reason: typed.reason ?? '', by: typed.by ?? '' },
    exclusionIsOpen: sent?.form === 'exclusion',
  }
}

/** Days inside a sentence as people write them. */
export function inWords(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dateText(day))
}

function eligibleCases(count: number): string {
  return countOf(count, 'eligible case')
}
