/** `/inspections/:inspection/sample` after the draw: what was drawn, from what, and how it stands. */

import type { Edition } from '../../../core/framework/edition.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { dateText, dayText } from '../../../core/kernel/londonTime.ts'
import { type BalanceRow, balanceOf } from '../../../core/sampling/balance.ts'
import { planSample } from '../../../core/sampling/sample.ts'
import type { DomainSize } from '../../../core/sampling/sampleSize.ts'
import { sizeLines } from '../../../core/sampling/sizeLines.ts'
import type { CaseBar } from '../../../platform/http/access.ts'
import { standingOf } from '../../inspections/standing.ts'
import type { StoredCase } from '../../intake/caseLists.queries.ts'
import { caseListPath, versionPath } from '../../intake/paths.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { replacePath, samplePath, sampleProofPath, topUpPath } from '../paths.ts'
import type { DrawnSample } from '../sampleContext.ts'
import type { SampledCase } from '../sampledCases.queries.ts'
import { kindTitle, levelTitle, windowWords } from '../sampleTitles.ts'
import { balanceView } from './balance.view.ts'

/** Of a case that `isBarred` nothing is shown but its pseudonym: a conflict of interest bars whoever looks. */
export function samplePage(drawn: DrawnSample, isBarred: CaseBar) {
  const { inspection, draw, list, latestVersion } = drawn
  const { sample } = draw
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    href: samplePath(inspection.id),
    proofHref: sampleProofPath(inspection.id),
    topUp:
      latestVersion > list.version
        ? {
            href: topUpPath(inspection.id),
            text: `Version ${latestVersion} of the case list came after version ${list.version}, which the sample stands on.`,
          }
        : null,
    listHref: caseListPath(inspection.id),
    standing: standingOf(inspection),
    facts: [
      fact('Cases in the sample', String(drawn.sampled.filter(({ isReplaced }) => !isReplaced).length)),
      fact('Fieldwork from', dateText(sample.settings.fieldwork)),
      fact('Seed', sample.seed),
      fact('Seed agreed', draw.seedAgreed),
      fact('Drawn', `${dayText(draw.drawnAt)}, ${draw.drawnBy}`),
      fact('Method', sample.method),
      fact('Case list', `Version ${draw.version}, ${countOf(drawn.drawnList.cases.length, 'case')}`),
    ],
    versionHref: versionPath(inspection.id, draw.version),
    version: draw.version,
    kinds: sample.result.sizes.map((size) => kindSection(drawn, size, isBarred)),
    replacements: drawn.replacements.map((one) => ({
      replaced: one.replaced,
      replacement: one.replacement,
      reason: reasonTitle(drawn.edition, one.reason),
      note: one.note,
      decided: `${dayText(one.decidedAt)}, ${one.decidedBy}`,
    })),
    topUps: drawn.topUps.map((one) => ({
      text: `Version ${one.version}, ${dayText(one.madeAt)}, ${one.madeBy}: ${one.reason}`,
    })),
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
  const own = sampled.filter(({ domain, isReplaced }) => domain === size.domain && !isReplaced)
  const waiting = reserves.filter(({ domain }) => domain === size.domain)
  return {
    kind: size.domain,
    title: kindTitle(edition, size.domain),
    summary: drawnWords(size),
    window: window === undefined ? '' : windowWords(window),
    lines: sizeLines(size, settings.rules.size),
    balance: balanceView(edition, standingBalance(drawn, size), `balance-${size.domain}`),
    limits: settings.rules.subgroups,
    confidence: settings.rules.size.confidencePercent,
    cases: own.map((one) => (isBarred(one.pseudonym) ? barredView(one) : sampledView(drawn, one))),
    reserveCount: waiting.length,
    moreReserves:
      waiting.length > mostReserves ? `The first ${mostReserves} are shown; the proof has all.` : null,
    reserves: waiting.slice(0, mostReserves).map(({ pseudonym, place }) => ({
      place,
      pseudonym,
      reference: isBarred(pseudonym) ? '' : (caseOf(drawn, pseudonym)?.caseId ?? ''),
    })),
  }
}

function drawnWords({ population, size, allTaken }: DomainSize): string {
  if (population === 0) return 'No case was eligible.'
  if (allTaken) return `Every eligible case was taken: ${population}.`
  return `${size} of ${population} eligible cases were drawn.`
}

/** As the sample stands: of the draw where nothing was changed, otherwise counted anew on the list it stands on. */
function standingBalance({ draw, sampled, list, topUps, replacements }: DrawnSample, size: DomainSize) {
  const { settings, result } = draw.sample
  const drawnRows: readonly BalanceRow[] = result.balance.filter(({ domain }) => domain === size.domain)
  if (topUps.length === 0 && replacements.length === 0) return drawnRows
  const cases = list.cases.map((one) => ({ ...one, caseId: one.pseudonym }))
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

/** The case as the list has it on which the sample stands, or the list of the draw where it is gone since. */
export function caseOf({ list, drawnList }: DrawnSample, pseudonym: string): StoredCase | undefined {
  return list.byPseudonym.get(pseudonym) ?? drawnList.byPseudonym.get(pseudonym)
}

const ways = { draw: 'Drawn', replacement: 'In place of another', 'top-up': 'Added later' } as const

function barredView({ pseudonym, cameBy }: SampledCase) {
  return { pseudonym, reference: '', came: ways[cameBy], replaceHref: null }
}

function sampledView(drawn: DrawnSample, { pseudonym, cameBy }: SampledCase) {
  const one = caseOf(drawn, pseudonym)
  const title = (variable: string, level: string) => levelTitle(drawn.edition, variable, level)
  return {
    pseudonym,
    reference: one?.caseId ?? '',
    disposal: one === undefined ? '' : title('disposal', one.disposal),
    gender: one === undefined ? '' : title('gender', one.gender),
    rosh: one === undefined ? '' : title('rosh', one.rosh),
    safetyWellbeing: one === undefined ? '' : title('safety_wellbeing', one.safetyWellbeing),
    came: ways[cameBy],
    replaceHref: replacePath(drawn.inspection.id, pseudonym),
  }
}
