/** The balance of one kind of cases as a table and as a picture. */
import type { Edition } from '../../../core/framework/edition.ts'
import { percentHalfUp } from '../../../core/kernel/percent.ts'
import type { BalanceRow } from '../../../core/sampling/balance.ts'
import { kindTitle, levelPlace, levelTitle, variableTitle } from '../sampleTitles.ts'
import { type BalanceBar, balanceBars } from './balanceBars.ts'

export type BalanceView = {
  readonly variables: readonly {
    readonly title: string
    readonly levels: readonly LevelView[]
  }[]
  readonly wide: string
  readonly narrow: string
  readonly hasWarnings: boolean
}

type LevelView = {
  readonly title: string
  readonly eligible: number
  readonly sampled: number
  readonly expected: string
  readonly deviation: string
  readonly margin: string
  readonly tooSmall: boolean
}

/** Null where there is nothing to show. `id` is unique on the page. */
export function balanceView(
  edition: Edition,
  unordered: readonly BalanceRow[],
  id: string,
): BalanceView | null {
  const rows = inOrder(edition, unordered)
  const [first] = rows
  if (first === undefined) return null
  const bars = rows.map((row) => barOf(edition, row, rows))
  const title = `${kindTitle(edition, first.domain)}: the sample beside the eligible cases`
  const description = `Bars show shares of the sample, black lines shares of the eligible cases. ${bars
    .map(({ label, sampled, eligible }) => `${label}: ${sampled}% of the sample, ${eligible}% of the list.`)
    .join(' ')}`
  const narrowBars = bars.map((bar) => ({ ...bar, figure: `${bar.sampled}%` }))
  return {
    variables: [...Map.groupBy(rows, ({ variable }) => variable)].map(([variable, levels]) => ({
      title: variableTitle(variable),
      levels: levels.map((row) => levelView(edition, row)),
    })),
    wide: balanceBars(bars, { id: `${id}-wide`, title, description, width: 640 }),
    narrow: balanceBars(narrowBars, { id: `${id}-narrow`, title, description, width: 300 }),
    hasWarnings: rows.some(({ tooSmall }) => tooSmall),
  }
}

/** The variables as they come, their levels as the codes stand. */
function inOrder(edition: Edition, rows: readonly BalanceRow[]): readonly BalanceRow[] {
  return [...Map.groupBy(rows, ({ variable }) => variable)].flatMap(([variable, levels]) =>
    levels.toSorted(
      (one, other) => levelPlace(edition, variable, one.level) - levelPlace(edition, variable, other.level),
    ),
  )
}

function levelView(edition: Edition, row: BalanceRow): LevelView {
  return {
    title: levelTitle(edition, row.variable, row.level),
    eligible: row.eligible,
    sampled: row.sampled,
    expected: row.expected.toFixed(2),
    deviation: signed(row.deviation),
    margin: row.marginPoints === null ? 'None sampled' : `±${row.marginPoints.toFixed(1)}`,
    tooSmall: row.tooSmall,
  }
}

/** With a true minus sign; nothing before a zero. */
export function signed(deviation: number): string {
  const size = Math.abs(deviation).toFixed(2)
  if (Number(size) === 0) return size
  return deviation < 0 ? `−${size}` : `+${size}`
}

function barOf(edition: Edition, row: BalanceRow, rows: readonly BalanceRow[]): BalanceBar {
  const own = rows.filter(({ variable }) => variable === row.variable)
  const eligible = shareOf(
    row.eligible,
    own.reduce((sum, one) => sum + one.eligible, 0),
  )
  const sampled = shareOf(
    row.sampled,
    own.reduce((sum, one) => sum + one.sampled, 0),
  )
  return {
    label: barLabel(row.variable, levelTitle(edition, row.variable, row.level)),
    sampled,
    eligible,
    figure: `${sampled}%, list ${eligible}%`,
  }
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : percentHalfUp(part, whole)
}

/** Short, for narrow screens; a disposal's title says by itself what it is. */
function barLabel(variable: string, level: string): string {
  if (variable === 'disposal') return level
  const short: Readonly<Record<string, string>> = { rosh: 'Serious harm', safety_wellbeing: 'Safety' }
  return `${short[variable] ?? variableTitle(variable)}: ${level}`
}
