/** What is not wrong but unusual in a list: to be confirmed with a reason before it is accepted. */
import type { CaseDomain } from '../framework/standards.ts'
import { countOf } from '../kernel/countOf.ts'
import type { CaseListRules } from './caseListRules.ts'
import type { ListedCase } from './listedCase.ts'
import { sheetWarningCodes } from './sheetWarningCodes.ts'

export const warningCodes = [
  'caseload-far-from-last-time',
  'column-not-recognised',
  'columns-of-places',
  'dates-long-ago',
  'dates-may-have-month-first',
  'domain-without-cases',
  'encoding-doubtful',
  'no-girls',
  'one-disposal-only',
  'references-differ-in-capitals',
  'references-look-like-birth-dates',
  'references-look-like-dates',
  'references-may-have-lost-figures',
  'references-may-have-lost-zeros',
  'rows-shorter-than-headings',
  'shorter-than-list-before',
  'text-may-hold-birth-dates',
  'totals-differ-from-key-data',
  ...sheetWarningCodes,
] as const
export type WarningCode = (typeof warningCodes)[number]

export type CaseListWarning = {
  readonly code: WarningCode
  readonly domain: CaseDomain | null
  /** A whole sentence in plain English. */
  readonly text: string
}

export type ConfirmedWarning = CaseListWarning & { readonly reason: string }

/** What the list is compared with; null if it is not known. */
export type Comparisons = {
  /** Cases of the service's latest list before this one. */
  readonly lastTime: number | null
  /** Rows of the longest list of the inspection that was sent earlier and is still waiting. */
  readonly waiting?: number | null
  /** Cases per domain in the service's key data. */
  readonly keyData: Readonly<Record<string, number>> | null
}

/** With fewer cases than this, a missing group is no surprise. */
const enoughToExpect = 10

/** Returns every warning, about the whole list first and then domain by domain. */
export function warnOfCaseList(
  cases: readonly ListedCase[],
  rules: CaseListRules,
  comparisons: Comparisons,
): readonly CaseListWarning[] {
  return [
    ...warnOfCaseload(cases.length, comparisons.lastTime),
    ...warnOfWaiting(cases.length, comparisons.waiting ?? null),
    ...warnOfGirls(cases),
    ...rules.domains.flatMap(({ code, title }) => {
      const ofDomain = cases.filter(({ domain }) => domain === code)
      return [
        ...warnOfEmptyDomain(ofDomain, code, title),
        ...warnOfOneDisposal(ofDomain, code, title),
        ...warnOfKeyData(ofDomain, code, title, comparisons.keyData?.[code]),
      ]
    }),
  ]
}

/** A list with less than this share of the cases of the previous list may be only a part of it. */
const leastShare = 0.75

/** More than a quarter fewer than last time, or more than a quarter and more than five more. */
function warnOfCaseload(now: number, lastTime: number | null): readonly CaseListWarning[] {
  if (lastTime === null) return []
  const isLonger = now - lastTime > 5 && (now - lastTime) * 4 > lastTime
  if (now >= lastTime * leastShare && !isLonger) return []
  const text = `The list has ${countOf(now, 'case')}; the one before had ${lastTime}.`
  return [{ code: 'caseload-far-from-last-time', domain: null, text }]
}

function warnOfWaiting(now: number, waiting: number | null): readonly CaseListWarning[] {
  if (waiting === null || now >= waiting * leastShare) return []
  const text = `The list has ${countOf(now, 'case')}; the one sent before it, which was not accepted, had ${countOf(waiting, 'case')}. Check that it is the whole list and not a part of it.`
  return [{ code: 'shorter-than-list-before', domain: null, text }]
}

function warnOfGirls(cases: readonly ListedCase[]): readonly CaseListWarning[] {
  if (cases.length < enoughToExpect || cases.some(({ gender }) => gender === 'female')) return []
  return [{ code: 'no-girls', domain: null, text: `None of the ${cases.length} cases is a girl’s.` }]
}

function warnOfEmptyDomain(
  cases: readonly ListedCase[],
  domain: CaseDomain,
  title: string,
): readonly CaseListWarning[] {
  if (cases.length > 0) return []
  return [{ code: 'domain-without-cases', domain, text: `The list has no case in the domain “${title}”.` }]
}

function warnOfOneDisposal(
  cases: readonly ListedCase[],
  domain: CaseDomain,
  title: string,
): readonly CaseListWarning[] {
  const disposals = new Set(cases.map(({ disposal }) => disposal))
  if (cases.length < enoughToExpect || disposals.size > 1) return []
  const text = `All ${cases.length} cases in the domain “${title}” have the same disposal.`
  return [{ code: 'one-disposal-only', domain, text }]
}

function warnOfKeyData(
  cases: readonly ListedCase[],
  domain: CaseDomain,
  title: string,
  keyData: number | undefined,
): readonly CaseListWarning[] {
  if (keyData === undefined || keyData === cases.length) return []
  const text = `The list has ${countOf(cases.length, 'case')} in the domain “${title}”; the key data says ${keyData}.`
  return [{ code: 'totals-differ-from-key-data', domain, text }]
}
