/** One standard of an inspection: its rating, how it was worked out, its key questions and prompts. */

import type { Edition } from '../../../core/framework/edition.ts'
import { allStandards, domainOfStandard, findStandard } from '../../../core/framework/findInEdition.ts'
import type { Standard } from '../../../core/framework/standards.ts'
import { underWayText } from '../../../core/ratings/fieldworkUnderWay.ts'
import type { RatedStandard } from '../../../core/ratings/ratedInspection.ts'
import type { RatingText } from '../../../core/ratings/ratingText.ts'
import { smallBaseWarning } from '../../../core/ratings/smallBase.ts'
import { type FigureStatus, figureStatusOf } from '../../inspections/figureStatus.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { editionStandardAddress, shownRating, standardAddress } from '../inspectionWords.ts'
import type { RatedStoredInspection } from '../rateStoredInspection.ts'
import { type StandardBars, standardBars } from '../ratings-page/standardBars.ts'
import { stepsOf } from '../ruleWords.ts'
import { type KeyQuestionRow, keyQuestionRows } from './keyQuestionRows.ts'

export type StandardPage = {
  readonly serviceName: string
  readonly inspectionHref: string
  readonly figureStatus: FigureStatus
  readonly id: string
  readonly title: string
  readonly domain: string
  readonly statement: string
  readonly editionHref: string
  /** Said of an inspection in fieldwork; null for every other. */
  readonly soFar: string | null
  readonly rating: RatingText
  /** What the figures give, where a professional judgement set the rating apart from them. */
  readonly calculated: RatingText | null
  readonly professionalReason: string | null
  readonly unratedReason: string | null
  readonly scoreSentence: string
  readonly steps: readonly string[]
  readonly keyQuestions: readonly KeyQuestionRow[]
  /** True where counts are known for at least one key question. */
  readonly counted: boolean
  readonly bars: StandardBars | null
  readonly warnings: readonly string[]
  readonly basesSentence: string | null
  /** What the standard asks where it is judged from evidence. */
  readonly evidenceQuestions: readonly { readonly id: string; readonly text: string }[]
  readonly notes: readonly string[]
  readonly previous: StandardLink | null
  readonly next: StandardLink | null
}

type StandardLink = { readonly text: string; readonly href: string }

/** The page of the standard `id`, or undefined where the inspection's edition has none. */
export function standardPage(stored: RatedStoredInspection, id: string): StandardPage | undefined {
  const { inspection, edition, rated, underWay } = stored
  const standard = findStandard(edition, id)
  if (standard === undefined) return undefined
  const found = rated.standards.find((candidate) => candidate.standard === standard.id)
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    figureStatus: figureStatusOf(inspection),
    id: standard.id,
    title: standard.title,
    domain: domainTitle(edition, standard),
    statement: standard.statement,
    editionHref: editionStandardAddress(edition, standard.id),
    soFar: underWay === null ? null : underWayText(underWay),
    ...ratingOf(stored, standard, found),
    ...figuresOf(edition, standard, found),
    evidenceQuestions: standard.judgedFrom === 'evidence' ? standard.keyQuestions : [],
    notes: notesOf(stored, standard),
    ...neighbours(inspection, edition, standard),
  }
}

function domainTitle(edition: Edition, standard: Standard): string {
  const domain = domainOfStandard(edition, standard.id)
  return domain === undefined ? '' : `Domain ${domain.id}: ${domain.title}`
}

function ratingOf(stored: RatedStoredInspection, standard: Standard, rated: RatedStandard | undefined) {
  const { edition } = stored
  const differs = rated?.calculated !== rated?.awarded && rated?.professionalJudgement
  return {
    rating: shownRating(stored, rated?.awarded ?? null),
    calculated: differs ? shownRating(stored, rated.calculated) : null,
    professionalReason: rated?.professionalJudgement?.reason ?? null,
    unratedReason: rated?.unratedReason ?? null,
    scoreSentence: scoreSentence(edition, standard, rated),
  }
}

function scoreSentence(edition: Edition, standard: Standard, rated: RatedStandard | undefined): string {
  if (!edition.rules.scoredStandards.includes(standard.id)) {
    return 'This rating is given apart and adds nothing to the score.'
  }
  if (rated === undefined || rated.points === null) return 'This standard adds nothing to the score yet.'
  const most = Math.max(...edition.scale.map(({ points }) => points))
  return `This rating adds ${rated.points} of ${most} possible points to the score.`
}

function figuresOf(edition: Edition, standard: Standard, rated: RatedStandard | undefined) {
  const keyQuestions = rated === undefined ? [] : keyQuestionRows(edition, standard, rated)
  const bases = (rated?.keyQuestions ?? []).flatMap(({ of }) => of ?? [])
  return {
    steps: rated === undefined ? [] : stepsOf(edition, rated),
    keyQuestions,
    counted: keyQuestions.some(({ counted }) => counted),
    bars: standardBars(edition, standard, keyQuestions),
    warnings: [...new Set(bases)].flatMap((base) => smallBaseWarning(base) ?? []),
    basesSentence: basesSentence(rated),
  }
}

/** Said where prompts of one standard do not all divide by the same number, which a reader would not expect. */
function basesSentence(rated: RatedStandard | undefined): string | null {
  const bases = new Set(rated?.prompts.map(({ of }) => of))
  if (bases.size < 2) return null
  return 'The bases of the prompts differ: some are divided by all inspected cases, others by the cases to which they apply. Each table says which.'
}

function notesOf({ rated }: RatedStoredInspection, standard: Standard): readonly string[] {
  return rated.notes
    .filter((note) => note.standard === standard.id && note.code !== 'professional-judgement')
    .map(({ text }) => text)
}

function neighbours(inspection: Inspection, edition: Edition, standard: Standard) {
  const standards = allStandards(edition)
  const place = standards.indexOf(standard)
  const link = (neighbour: Standard | undefined): StandardLink | null =>
    neighbour === undefined
      ? null
      : {
          text: `${neighbour.id} ${neighbour.title}`,
          href: standardAddress(inspection, neighbour.id),
        }
  return { previous: link(standards[place - 1]), next: link(standards[place + 1]) }
}
