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

/** Returns the balance of one kind of cases, or null if there is none. `id` is unique on the page. */
export function balanceView(
  edition: Edition,
  unordered: readonly BalanceRow[],
  id: string,
): BalanceView | null {
  const rows = inOrder(edition, unordered)
  const [first] = rows
  if (first === undefined) return null
  const bars = rows.map((row) => balanceBarOf(edition, row, rows))
  const title = `${kindTitle(edition, first.domain)}: the sample compared with the eligible cases`
  const description = `The bars show shares of the sample. The black lines show shares of the eligible cases. ${bars
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

/** The variables in the order of the rows, their levels in the order of their codes. */
function inOrder(edition: Edition, rows: readonly BalanceRow[]): readonly BalanceRow[] {
  return [...Map.groupBy(rows, ({ variable }) => variable)].flatMap(([variable, levels]) =>
    levels.toSorted(
      (a, b) => levelPlace(edition, variable, a.level) - levelPlace(edition, variable, b.level),
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

/** Returns a difference with two decimals and a true minus sign; a zero has no sign. */
export function signed(deviation: number): string {
  const size = Math.abs(deviation).toFixed(2)
  if (Number(size) === 0) return size
  return deviation < 0 ? `−${size}` : `+${size}`
}

function balanceBarOf(edition: Edition, row: BalanceRow, rows: readonly BalanceRow[]): BalanceBar {
  const levels = rows.filter(({ variable }) => variable === row.variable)
  const eligible = shareOf(
    row.eligible,
    levels.reduce((sum, level) => sum + level.eligible, 0),
  )
  const sampled = shareOf(
    row.sampled,
    levels.reduce((sum, level) => sum + level.sampled, 0),
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
