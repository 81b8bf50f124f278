/** Figures of one standard as a table and a picture, with the caution that a small base needs. */

import type { Edition } from '../framework/edition.ts'
import type { Standard } from '../framework/standards.ts'
import type { RatedKeyQuestion, RatedStandard } from '../ratings/ratedInspection.ts'
import { countsText, percentText, ratingText } from '../ratings/ratingText.ts'
import { smallBaseWarning } from '../ratings/smallBase.ts'
import type { Bar, Block, Cell, Column } from './reportModel.ts'
import { note, plain } from './wording.ts'

/** Returns the figures of a standard rated from cases; nothing if it has none. */
export function figureBlocks(edition: Edition, standard: Standard, rated: RatedStandard): readonly Block[] {
  if (rated.keyQuestions.length === 0) return []
  return [
    keyQuestionTable(edition, standard, rated),
    ...barBlocks(edition, standard, rated),
    ...smallBaseNotes(rated.keyQuestions),
  ]
}

function keyQuestionTable(edition: Edition, standard: Standard, rated: RatedStandard): Block {
  const counted = rated.keyQuestions.some(({ yes }) => yes !== null)
  const columns: readonly Column[] = [
    { title: 'Key question', kind: 'heading' },
    ...(counted ? countColumns : []),
    { title: 'Per cent yes', kind: 'number' },
    { title: 'Rating', kind: 'rating' },
  ]
  const rows = rated.keyQuestions.map((figure): readonly Cell[] => [
    plain(`${figure.id} ${questionText(standard, figure)}`),
    ...(counted ? countCells(figure) : []),
    plain(percentText(figure.percentYes)),
    ratingText(edition, figure.band),
  ])
  return {
    kind: 'table',
    table: { caption: `Key questions of standard ${standard.id}, ${standard.title}`, columns, rows },
  }
}

const countColumns: readonly Column[] = [
  { title: 'Yes, of base', kind: 'number' },
  { title: 'Yes answers to next rating', kind: 'number' },
  { title: 'Yes answers to rating below', kind: 'number' },
]

function countCells(figure: RatedKeyQuestion): readonly Cell[] {
  return [
    plain(countsText(figure.yes, figure.of)),
    plain(figure.yesToNextBand === null ? 'None' : `${figure.yesToNextBand} more`),
    plain(figure.yesToBandBelow === null ? 'None' : `${figure.yesToBandBelow} fewer`),
  ]
}

function questionText(standard: Standard, figure: RatedKeyQuestion): string {
  return standard.keyQuestions.find(({ id }) => id === figure.id)?.text ?? ''
}

function barBlocks(edition: Edition, standard: Standard, rated: RatedStandard): readonly Block[] {
  const bars = rated.keyQuestions.flatMap((figure) => bar(edition, standard, figure))
  if (bars.length === 0) return []
  const title = `Per cent yes of the key questions of standard ${standard.id}`
  const figures = bars.map(({ label, figure }) => `${label} is at ${figure}`)
  const alternative = `Bar chart. ${figures.join('. ')}.`
  const bands = edition.rules.bands.map(({ from, rating }) => ({
    from,
    title: ratingText(edition, rating).text,
  }))
  return [{ kind: 'bars', bars: { id: `bars-${standard.id}`, title, alternative, bars, bands } }]
}

function bar(edition: Edition, standard: Standard, figure: RatedKeyQuestion): readonly Bar[] {
  if (figure.percentYes === null) return []
  const question = standard.keyQuestions.find(({ id }) => id === figure.id)
  const strand = edition.strands.find(({ id }) => id === question?.strand)
  const { text, tone } = ratingText(edition, figure.band)
  return [
    {
      label: strand === undefined ? figure.id : `${figure.id} ${strand.title}`,
      percent: figure.percentYes,
      figure: `${percentText(figure.percentYes)}: ${text}`,
      tone,
    },
  ]
}

function smallBaseNotes(figures: readonly RatedKeyQuestion[]): readonly Block[] {
  const bases = new Set(figures.flatMap(({ of }) => (of === null ? [] : [of])))
  return [...bases].flatMap((base) => {
    const warning = smallBaseWarning(base)
    return warning === null ? [] : [note(warning)]
  })
}
