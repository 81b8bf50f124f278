/** `/inspections/:inspection/sample` after the draw: what was drawn, from what, and the sample as it is now. */

import type { Edition } from '../../../core/framework/edition.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { dateText, dayText } from '../../../core/kernel/londonTime.ts'
import { type BalanceRow, balanceOf } from '../../../core/sampling/balance.ts'
import { planSample } from '../../../core/sampling/sample.ts'
import type { DomainSize } from '../../../core/sampling/sampleSize.ts'
import { sizeLines } from '../../../core/sampling/sizeLines.ts'
import type { CaseBar } from '../../../platform/http/access.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import type { StoredCase } from '../../intake/caseLists.queries.ts'
import { versionPath } from '../../intake/paths.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { allocationPath } from '../allocation/paths.ts'
import { replacePath, sampleProofPath, topUpPath } from '../paths.ts'
import type { DrawnSample } from '../sampleContext.ts'
import type { SampledCase } from '../sampledCases.queries.ts'
import { kindTitle, levelTitle, windowText } from '../sampleTitles.ts'
import { balanceView } from './balance.view.ts'

/**
 * Returns what the page prints. Of a case that `isBarred` it has only the pseudonym: the reader has a conflict of
 * interest.
 */
export function samplePage(drawn: DrawnSample, isBarred: CaseBar) {
  const { inspection, draw, list, latestVersion } = drawn
  const { sample } = draw
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    allocationHref: allocationPath(inspection.id),
    proofHref: sampleProofPath(inspection.id),
    topUp:
      latestVersion > list.version
        ? {
            href: topUpPath(inspection.id),
            text: `Version ${latestVersion} of the case list was uploaded after version ${list.version}, on which the sample is based.`,
          }
        : null,
    figureStatus: figureStatusOf(inspection),
    facts: [
      fact('Cases in the sample', String(drawn.sampled.filter(({ isReplaced }) => !isReplaced).length)),
      fact('Fieldwork starts on', dateText(sample.settings.fieldwork)),
      fact('Seed', sample.seed),
      fact('How the seed was agreed', draw.seedAgreed),
      fact('Drawn', `${dayText(draw.drawnAt)}, ${draw.drawnBy}`),
      fact('Method', sample.method),
      fact('Case list', `Version ${draw.version}, ${countOf(drawn.drawnList.cases.length, 'case')}`),
    ],
    versionHref: versionPath(inspection.id, draw.version),
    version: draw.version,
    kinds: sample.result.sizes.map((size) => kindSection(drawn, size, isBarred)),
    replacements: drawn.replacements.map(({ replaced, replacement, reason, note, decidedAt, decidedBy }) => ({
      replaced,
      replacement,
      reason: reasonTitle(drawn.edition, reason),
      note,
      decided: `${dayText(decidedAt)}, ${decidedBy}`,
    })),
    topUps: drawn.topUps.map(
      ({ version, madeAt, madeBy, reason }) => `Version ${version}, ${dayText(madeAt)}, ${madeBy}: ${reason}`,
    ),
  }
}

function fact(key: string, value: string) {
  return { key: { text: key }, value: { text: value } }
}

function reasonTitle({ sample }: Edition, code: string): string {
  return sample.replacementReasons.find((reason) => reason.code === code)?.title ?? code
}

/** More would take long to show. */
const mostReserves = 200

function kindSection(drawn: DrawnSample, size: DomainSize, isBarred: CaseBar) {
  const { edition, draw, sampled, reserves } = drawn
  const { settings, result } = draw.sample
  const window = result.windows.find(({ domain }) => domain === size.domain)
  const cases = sampled.filter(({ domain, isReplaced }) => domain === size.domain && !isReplaced)
  const unused = reserves.filter(({ domain }) => domain === size.domain)
  return {
    kind: size.domain,
    title: kindTitle(edition, size.domain),
    summary: drawnText(size),
    window: window === undefined ? '' : windowText(window),
    lines: sizeLines(size, settings.rules.size),
    balance: balanceView(edition, presentBalance(drawn, size), `balance-${size.domain}`),
    limits: settings.rules.subgroups,
    confidence: settings.rules.size.confidencePercent,
    cases: cases.map((sampledCase) =>
      isBarred(sampledCase.pseudonym) ? barredView(sampledCase) : sampledView(drawn, sampledCase),
    ),
    reserveCount: unused.length,
    moreReserves:
      unused.length > mostReserves
        ? `The first ${mostReserves} cases are shown. The proof lists them all.`
        : null,
    reserves: unused.slice(0, mostReserves).map(({ pseudonym, place }) => ({
      place,
      pseudonym,
      reference: isBarred(pseudonym) ? '' : (caseOf(drawn, pseudonym)?.caseId ?? ''),
    })),
  }
}

function drawnText({ population, size, allTaken }: DomainSize): string {
  if (population === 0) return 'No case was eligible.'
  if (allTaken && population === 1) return 'The only eligible case is in the sample.'
  if (allTaken) return `All ${population} eligible cases are in the sample.`
  return size === 1
    ? `1 of ${population} eligible cases was drawn.`
    : `${size} of ${population} eligible cases were drawn.`
}

/** The balance of the draw if nothing has changed since, otherwise counted again on the list that the sample is based on. */
function presentBalance({ draw, sampled, list, topUps, replacements }: DrawnSample, size: DomainSize) {
  const { settings, result } = draw.sample
  const drawnRows: readonly BalanceRow[] = result.balance.filter(({ domain }) => domain === size.domain)
  if (topUps.length === 0 && replacements.length === 0) return drawnRows
  const cases = list.cases.map((listed) => ({ ...listed, caseId: listed.pseudonym }))
  const exclusions = settings.exclusions.filter(({ caseId }) => list.byPseudonym.has(caseId))
  const plan = planSample(cases, { ...settings, exclusions })
  if (!plan.ok) return drawnRows
  const eligible = plan.value.eligibility.eligible.filter(({ domain }) => domain === size.domain)
  const sampledIds = new Set(
    sampled.filter(({ isReplaced }) => !isReplaced).map(({ pseudonym }) => pseudonym),
  )
  if (eligible.length === 0) return []
  return balanceOf({ domain: size.domain, eligible, sampledIds }, settings.rules.balancedBy, settings.rules)
}

/** Returns a case from the list that the sample is based on, or from the list of the draw if it was removed since. */
export function caseOf({ list, drawnList }: DrawnSample, pseudonym: string): StoredCase | undefined {
  return list.byPseudonym.get(pseudonym) ?? drawnList.byPseudonym.get(pseudonym)
}

const originTitles = { draw: 'Drawn', replacement: 'Replacement', 'top-up': 'Added later' } as const

function barredView({ pseudonym, cameBy }: SampledCase) {
  return { pseudonym, reference: '', origin: originTitles[cameBy], replaceHref: null }
}

function sampledView(drawn: DrawnSample, { pseudonym, cameBy }: SampledCase) {
  const listed = caseOf(drawn, pseudonym)
  const title = (variable: string, level: string | undefined) =>
    level === undefined ? '' : levelTitle(drawn.edition, variable, level)
  return {
    pseudonym,
    reference: listed?.caseId ?? '',
    disposal: title('disposal', listed?.disposal),
    gender: title('gender', listed?.gender),
    rosh: title('rosh', listed?.rosh),
    safetyWellbeing: title('safety_wellbeing', listed?.safetyWellbeing),
    origin: originTitles[cameBy],
    replaceHref: replacePath(drawn.inspection.id, pseudonym),
  }
}
