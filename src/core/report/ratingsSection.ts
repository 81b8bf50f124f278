import type { Edition } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'
import type { Domain, Standard, StandardId } from '../framework/standards.ts'
import { ratingSoFar } from '../ratings/fieldworkUnderWay.ts'
import type { RatedInspection, RatedStandard } from '../ratings/ratedInspection.ts'
import { type RatingText, ratingText } from '../ratings/ratingText.ts'
import type { Block, Cell, Column, Section } from './reportModel.ts'
import type { ReportSources } from './reportSources.ts'
import { fullStop, note, paragraph, plain } from './wording.ts'

const columns: readonly Column[] = [
  { title: 'Standard', kind: 'heading' },
  { title: 'Rating', kind: 'rating' },
  { title: 'Points', kind: 'number' },
  { title: 'How it was rated', kind: 'text' },
]

/**
 * Returns the ratings page: the overall rating and score, every standard by domain, resettlement separately, and the
 * notes.
 */
export function ratingsSection(sources: ReportSources): Section {
  const { edition, rated } = sources
  return {
    id: 'ratings',
    title: 'Ratings',
    blocks: [
      { kind: 'rating', label: 'Overall rating', rating: printedRating(sources, rated.overall) },
      paragraph(scoreSentence(sources)),
      ...edition.domains.flatMap((domain) => domainTable(sources, domain)),
      ...resettlementTable(sources),
      ...judgementNotes(edition, rated),
    ],
    sections: [],
  }
}

/** Returns the awarded rating; while cases are still being assessed, what the answers give so far. */
export function printedRating({ edition, facts }: ReportSources, rating: Rating | null): RatingText {
  const final = ratingText(edition, rating)
  return facts.underWay === null ? final : ratingSoFar(final)
}

function scoreSentence({ edition, rated, facts }: ReportSources): string {
  const score = `The score${facts.underWay === null ? '' : ' so far'} is ${rated.score} of ${rated.maximum}.`
  if (rated.overall === null) return `${score} There is no overall rating. The method section says why.`
  const overall = ratingText(edition, rated.overall).text
  if (rated.limitedBy === null) return `${score} It gives an overall rating of ${overall}.`
  const calculated = ratingText(edition, rated.overallCalculated).text
  return `${score} It gives ${calculated}, which the rating of standard ${rated.limitedBy} limits to ${overall}.`
}

function domainTable(sources: ReportSources, domain: Domain): readonly Block[] {
  const standards = domain.standards.filter(({ id }) => id !== sources.edition.rules.resettlement)
  return standardsTable(sources, `Ratings: ${domain.title}`, standards)
}

function resettlementTable(sources: ReportSources): readonly Block[] {
  const { edition } = sources
  const standards = edition.domains
    .flatMap((domain) => domain.standards)
    .filter(({ id }) => id === edition.rules.resettlement)
  return standardsTable(sources, 'Ratings: rated separately, not in the score', standards)
}

function standardsTable(
  sources: ReportSources,
  caption: string,
  standards: readonly Standard[],
): readonly Block[] {
  if (standards.length === 0) return []
  const rows = standards.map((standard) =>
    standardRow(sources, standard, ratedStandard(sources.rated, standard.id)),
  )
  return [{ kind: 'table', table: { caption, columns, rows } }]
}

function standardRow(
  sources: ReportSources,
  standard: Standard,
  rated: RatedStandard | undefined,
): readonly Cell[] {
  const points = rated?.points ?? null
  return [
    plain(`${standard.id} ${standard.title}`),
    printedRating(sources, rated?.awarded ?? null),
    plain(points === null ? 'None' : String(points)),
    plain(howRated(rated)),
  ]
}

function howRated(rated: RatedStandard | undefined): string {
  if (rated === undefined) return 'No figures or judgement yet'
  if (rated.unratedReason !== null) return 'Declared unrated'
  if (rated.professionalJudgement !== null) return 'Professional judgement'
  return rated.judgedFrom === 'cases' ? 'From inspected cases' : 'From evidence'
}

function judgementNotes(edition: Edition, rated: RatedInspection): readonly Block[] {
  return rated.standards.flatMap((standard) => judgementNote(edition, standard))
}

function judgementNote(edition: Edition, standard: RatedStandard): readonly Block[] {
  const sentence = professionalJudgementSentence(edition, standard)
  return sentence === null ? [] : [note(sentence)]
}

/** Returns what the figures gave, what was awarded and why, or null if there was no professional judgement. */
export function professionalJudgementSentence(edition: Edition, standard: RatedStandard): string | null {
  if (standard.professionalJudgement === null) return null
  const { rating, reason } = standard.professionalJudgement
  const awarded = ratingText(edition, rating).text
  const reasonSentence = `Reason: ${fullStop(reason)}`
  if (standard.calculated === null)
    return `Standard ${standard.standard} is rated ${awarded} by professional judgement. ${reasonSentence}`
  const calculated = ratingText(edition, standard.calculated).text
  return `Standard ${standard.standard} is rated ${awarded} by professional judgement. Its figures give ${calculated}. ${reasonSentence}`
}

/** Returns the rating of the standard, or undefined if nothing is known about it. */
export function ratedStandard(rated: RatedInspection, id: StandardId): RatedStandard | undefined {
  return rated.standards.find((standard) => standard.standard === id)
}
