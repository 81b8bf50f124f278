/** A rated inspection as a table for a terminal. Ratings are words first; colour only repeats them. */
import type { Edition, Rating } from '../../../core/framework/edition.ts'
import { findKeyQuestion, findStandard, ratingTitle } from '../../../core/framework/findInEdition.ts'
import type { RatedKeyQuestion, RatedStandard } from '../../../core/ratings/ratedInspection.ts'
import { rankOf } from '../../../core/ratings/scale.ts'
import type { RatedFromFile } from './rateFiles.ts'

/** Terminal colours from the lowest rating to the highest: red, yellow, green, cyan. */
const colours = [31, 33, 32, 36] as const
const nameWidth = 54
const figureWidth = 14

type Style = { readonly edition: Edition; readonly hasColour: boolean; readonly ratingWidth: number }

export function ratingsTable({ service, edition, rated }: RatedFromFile, hasColour: boolean): string {
  const ratingWidth = Math.max(...edition.scale.map(({ title }) => title.length)) + 2
  const style = { edition, hasColour, ratingWidth }
  const heading = service === null ? edition.title : `${service}, ${edition.title}`
  const columns = `${pad('Standard', nameWidth)}${pad('Figures', figureWidth)}${pad('Calculated', ratingWidth)}${pad('Awarded', ratingWidth)}Points`
  return [
    heading,
    '',
    columns,
    ...rated.standards.flatMap((standard) => standardLines(style, standard)),
    '',
    `Score         ${rated.score} of ${rated.maximum}`,
    `Overall       ${ratingWord(style, rated.overall).trimEnd()}`,
    ...(edition.rules.resettlement === null
      ? []
      : [`Resettlement  ${ratingWord(style, rated.resettlement).trimEnd()}`]),
    ...rated.notes.map(({ text }, at) => `${at === 0 ? '\nNotes\n' : ''}- ${text}`),
    '',
  ].join('\n')
}

function standardLines(style: Style, rated: RatedStandard): string[] {
  const title = findStandard(style.edition, rated.standard)?.title ?? ''
  const mark = rated.professionalJudgement === null ? '' : '*'
  const line = [
    pad(`${rated.standard} ${title}`, nameWidth + figureWidth),
    rated.judgedFrom === 'cases'
      ? ratingWord(style, rated.calculated)
      : pad('from evidence', style.ratingWidth),
    ratingWord(style, rated.awarded, mark),
    rated.points === null ? '–' : String(rated.points),
  ].join('')
  return [line, ...rated.keyQuestions.map((question) => keyQuestionLine(style, question, rated.decidedBy))]
}

function keyQuestionLine(style: Style, rated: RatedKeyQuestion, decidedBy: string | null): string {
  const question = findKeyQuestion(style.edition, rated.id)
  const strand = style.edition.strands.find(({ id }) => id === question?.strand)?.title ?? ''
  const deciding = rated.id === decidedBy ? 'decides' : ''
  return [
    pad(`  ${rated.id} ${strand}`, nameWidth),
    pad(figureWords(rated), figureWidth),
    ratingWord(style, rated.band),
    [deciding, distanceWords(rated)].filter((words) => words !== '').join(', '),
  ]
    .join('')
    .trimEnd()
}

function figureWords({ percentYes, yes, of }: RatedKeyQuestion): string {
  if (percentYes === null) return 'no case'
  return yes === null || of === null ? `${percentYes}%` : `${percentYes}% (${yes}/${of})`
}

function distanceWords({ yesToNextBand, yesToBandBelow }: RatedKeyQuestion): string {
  const up = yesToNextBand === null ? [] : [`+${yesToNextBand}`]
  const down = yesToBandBelow === null ? [] : [`−${yesToBandBelow}`]
  const steps = [...up, ...down]
  return steps.length === 0 ? '' : `${steps.join('/')} yes to another band`
}

function ratingWord({ edition, hasColour, ratingWidth }: Style, rating: Rating | null, mark = ''): string {
  if (rating === null) return pad('not rated', ratingWidth)
  const word = `${ratingTitle(edition, rating)}${mark}`
  const padding = ' '.repeat(Math.max(0, ratingWidth - word.length))
  if (!hasColour) return `${word}${padding}`
  const place = rankOf(edition, rating) / Math.max(1, edition.scale.length - 1)
  const colour = colours[Math.round(place * (colours.length - 1))] ?? 39
  return `\u001B[${colour}m${word}\u001B[39m${padding}`
}

function pad(text: string, width: number): string {
  return text.length < width ? text.padEnd(width) : `${text.slice(0, width - 2)}… `
}
