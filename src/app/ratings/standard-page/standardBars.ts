import type { Edition } from '../../../core/framework/edition.ts'
import { ratingTitle } from '../../../core/framework/scale.ts'
import type { Standard } from '../../../core/framework/standards.ts'
import { type BarOptions, type BarRow, keyQuestionBars } from './keyQuestionBars.ts'
import type { KeyQuestionRow } from './keyQuestionRows.ts'

/** The same picture for a wide and for a narrow screen; the style sheet shows one of them. */
export type StandardBars = { readonly wide: string; readonly narrow: string }

/** Returns bars of the key questions of a standard against the bands of its edition; null if none has a percentage. */
export function standardBars(
  edition: Edition,
  standard: Standard,
  keyQuestions: readonly KeyQuestionRow[],
): StandardBars | null {
  const rows = keyQuestions.flatMap((row) => barRow(row))
  if (rows.length === 0) return null
  const options = barOptions(edition, standard, rows)
  return {
    wide: keyQuestionBars(rows, { ...options, id: 'bars-wide', width: 640 }),
    narrow: keyQuestionBars(
      rows.map((row) => ({ ...row, figure: `${row.percent}%` })),
      { ...options, id: 'bars-narrow', width: 300 },
    ),
  }
}

function barRow({ id, strand, percentYes, percent, band }: KeyQuestionRow): readonly BarRow[] {
  if (percentYes === null) return []
  const label = strand === null ? id : `${id} ${strand}`
  return [{ label, percent: percentYes, figure: `${percent} ${band.text}`, tone: band.tone }]
}

function barOptions(
  edition: Edition,
  standard: Standard,
  rows: readonly BarRow[],
): Omit<BarOptions, 'id' | 'width'> {
  return {
    title: `Key questions of standard ${standard.id}, ${standard.title}: per cent yes`,
    description: `${rows.map(({ label, figure }) => `${label}: ${figure}.`).join(' ')} Lines mark where each rating begins.`,
    bands: edition.rules.bands.map(({ from, rating }) => ({ from, title: ratingTitle(edition, rating) })),
    font: "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif",
  }
}
