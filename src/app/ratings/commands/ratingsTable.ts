/** A rated inspection as a table for a terminal. Ratings are words first; colour only repeats them. */
import type { Edition } from '../../../core/framework/edition.ts'
import { findKeyQuestion, findStandard } from '../../../core/framework/findInEdition.ts'
import type { Rating } from '../../../core/framework/scale.ts'
import { ratingTitle } from '../../../core/framework/scale.ts'
import { printableText } from '../../../core/kernel/printableText.ts'
import type {
  RatedInspection,
  RatedKeyQuestion,
  RatedStandard,
} from '../../../core/ratings/ratedInspection.ts'
import { rankOf } from '../../../core/ratings/scale.ts'
import type { Terminal } from '../../../platform/command.ts'
import type { RatedFromFile } from './rateFiles.ts'

/** Terminal colours from the lowest rating to the highest: red, yellow, green, cyan. */
const colours = [31, 33, 32, 36] as const
const widestName = 54
const narrowestName = 20
const pointsWidth = 6

type Style = {
  readonly edition: Edition
  readonly hasColour: boolean
  /** Null if the line is too narrow for columns: each name is then on a line of its own. */
  readonly nameWidth: number | null
  readonly figureWidth: number
  readonly ratingWidth: number
}

/**
 * Returns the ratings as lines for `terminal`, in columns where its width allows. A figure is never cut: names are shortened
 * first, then what belongs to a name goes to the line below it.
 */
export function ratingsTable(
  { service, edition, rated }: RatedFromFile,
  terminal: Pick<Terminal, 'colour' | 'columns'>,
): string {
  const style = styleOf(edition, rated, terminal)
  const heading = service === null ? edition.title : `${service}, ${edition.title}`
  return [
    printableText(heading),
    '',
    ...(style.nameWidth === null ? [] : [columnTitles(style)]),
    ...rated.standards.flatMap((standard) => standardLines(style, standard)),
    '',
    `Score         ${rated.score} of ${rated.maximum}`,
    `Overall       ${ratingCell(style, rated.overall).trimEnd()}`,
    ...(edition.rules.resettlement === null
      ? []
      : [`Resettlement  ${ratingCell(style, rated.resettlement).trimEnd()}`]),
    ...rated.notes.map(({ text }, at) => `${at === 0 ? '\nNotes\n' : ''}- ${printableText(text)}`),
    '',
  ].join('\n')
}

function styleOf(
  edition: Edition,
  { standards }: RatedInspection,
  { colour, columns }: Pick<Terminal, 'colour' | 'columns'>,
): Style {
  const questions = standards.flatMap(({ keyQuestions, decidedBy }) =>
    keyQuestions.map((question) => ({ question, decidedBy })),
  )
  const figureWidth = widest(['Figures', ...questions.map(({ question }) => figureCell(question))]) + 2
  const ratingWidth = widest(['from evidence', ...edition.scale.map(({ title }) => `${title}*`)]) + 2
  const last = widest(questions.map(({ question, decidedBy }) => lastCell(question, decidedBy)))
  const others = figureWidth + ratingWidth + Math.max(ratingWidth + pointsWidth, last)
  const left = Math.min(widestName, (columns ?? Number.POSITIVE_INFINITY) - others)
  const nameWidth = left < narrowestName ? null : left
  return { edition, hasColour: colour, nameWidth, figureWidth, ratingWidth }
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function columnTitles({ nameWidth, figureWidth, ratingWidth }: Style): string {
  return [
    'Standard'.padEnd(nameWidth ?? 0),
    'Figures'.padEnd(figureWidth),
    'Calculated'.padEnd(ratingWidth),
    'Awarded'.padEnd(ratingWidth),
    'Points',
  ].join('')
}

function standardLines(style: Style, rated: RatedStandard): string[] {
  const title = findStandard(style.edition, rated.standard)?.title ?? ''
  const star = rated.professionalJudgement === null ? '' : '*'
  const calculated =
    rated.judgedFrom === 'cases'
      ? ratingCell(style, rated.calculated)
      : 'from evidence'.padEnd(style.ratingWidth)
  const points = rated.points === null ? '–' : String(rated.points)
  const cells = [calculated, ratingCell(style, rated.awarded, star), points]
  return [
    ...tableLines(style, `${rated.standard} ${title}`, '', cells),
    ...rated.keyQuestions.flatMap((question) => keyQuestionLines(style, question, rated.decidedBy)),
  ]
}

function keyQuestionLines(style: Style, rated: RatedKeyQuestion, decidedBy: string | null): string[] {
  const question = findKeyQuestion(style.edition, rated.id)
  const strand = style.edition.strands.find(({ id }) => id === question?.strand)?.title ?? ''
  const cells = [ratingCell(style, rated.band), lastCell(rated, decidedBy)]
  return tableLines(style, `  ${rated.id} ${strand}`, figureCell(rated), cells)
}

function tableLines(style: Style, name: string, figure: string, cells: readonly string[]): string[] {
  const { nameWidth, figureWidth } = style
  if (nameWidth !== null) {
    return [[shortened(name, nameWidth), figure.padEnd(figureWidth), ...cells].join('').trimEnd()]
  }
  const below = [figure, ...cells].map((cell) => cell.trim()).filter((cell) => cell !== '')
  return [printableText(name), `    ${below.join('  ')}`]
}

function lastCell(rated: RatedKeyQuestion, decidedBy: string | null): string {
  const deciding = rated.id === decidedBy ? 'decides' : ''
  return [deciding, distanceText(rated)].filter((text) => text !== '').join(', ')
}

function figureCell({ percentYes, yes, of }: RatedKeyQuestion): string {
  if (percentYes === null) return 'no cases'
  return yes === null || of === null ? `${percentYes}%` : `${percentYes}% (${yes}/${of})`
}

function distanceText({ yesToNextBand, yesToBandBelow }: RatedKeyQuestion): string {
  const up = yesToNextBand === null ? [] : [`+${yesToNextBand}`]
  const down = yesToBandBelow === null ? [] : [`−${yesToBandBelow}`]
  const steps = [...up, ...down]
  return steps.length === 0 ? '' : `${steps.join('/')} yes to another band`
}

function ratingCell({ edition, hasColour, ratingWidth }: Style, rating: Rating | null, star = ''): string {
  if (rating === null) return 'not rated'.padEnd(ratingWidth)
  const text = `${ratingTitle(edition, rating)}${star}`
  const padding = ' '.repeat(Math.max(0, ratingWidth - text.length))
  if (!hasColour) return `${text}${padding}`
  const place = rankOf(edition, rating) / Math.max(1, edition.scale.length - 1)
  const colour = colours[Math.round(place * (colours.length - 1))] ?? 39
  return `\u001B[${colour}m${text}\u001B[39m${padding}`
}

/** A name in its column, the end left out if it is too long. */
function shortened(name: string, width: number): string {
  const text = printableText(name)
  return text.length < width ? text.padEnd(width) : `${text.slice(0, width - 2)}… `
}
