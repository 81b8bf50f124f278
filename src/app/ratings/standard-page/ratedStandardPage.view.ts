/** One standard of an inspection: its rating, how it was reached, its key questions and prompts. */
import type { Edition } from '../../../core/framework/edition.ts'
import { allStandards, domainOfStandard, findStandard } from '../../../core/framework/findInEdition.ts'
import type { Standard } from '../../../core/framework/standards.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { underWayText } from '../../../core/ratings/fieldworkUnderWay.ts'
import type { RatedStandard } from '../../../core/ratings/ratedInspection.ts'
import type { RatingText } from '../../../core/ratings/ratingText.ts'
import { smallBaseWarning } from '../../../core/ratings/smallBase.ts'
import { standardPath } from '../../framework/paths.ts'
import { type FigureStatus, figureStatusOf } from '../../inspections/figureStatus.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { shownRating } from '../inspectionText.ts'
import { ratedStandardPath } from '../paths.ts'
import type { RatedStoredInspection } from '../rateStoredInspection.ts'
import { type KeyQuestionRow, keyQuestionRows } from './keyQuestionRows.ts'
import { ratingSteps } from './ratingSteps.ts'
import { type StandardBars, standardBars } from './standardBars.ts'

export type RatedStandardPage = {
  readonly serviceName: string
  readonly inspectionHref: string
  readonly figureStatus: FigureStatus
  readonly id: string
  readonly title: string
  readonly domain: string
  readonly statement: string
  readonly editionHref: string
  /** That the ratings are provisional, while cases are still being assessed; otherwise null. */
  readonly soFar: string | null
  readonly rating: RatingText
  /** What the figures give, if a professional judgement differs from them. */
  readonly calculated: RatingText | null
  readonly professionalReason: string | null
  readonly unratedReason: string | null
  readonly scoreSentence: string
  readonly steps: readonly string[]
  readonly keyQuestions: readonly KeyQuestionRow[]
  /** True if counts are known for at least one key question. */
  readonly counted: boolean
  readonly bars: StandardBars | null
  readonly warnings: readonly string[]
  readonly basesSentence: string | null
  /** What the standard asks, if it is judged from evidence. */
  readonly evidenceQuestions: readonly { readonly id: string; readonly text: string }[]
  readonly notes: readonly string[]
  readonly previous: StandardLink | null
  readonly next: StandardLink | null
}

type StandardLink = { readonly text: string; readonly href: string }

/** Returns the page of the standard `id`, or undefined if the edition of the inspection has none. */
export function ratedStandardPage(stored: RatedStoredInspection, id: string): RatedStandardPage | undefined {
  const { inspection, edition, rated, underWay } = stored
  const standard = findStandard(edition, id)
  if (standard === undefined) return undefined
  const ratedStandard = rated.standards.find((candidate) => candidate.standard === standard.id)
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    figureStatus: figureStatusOf(inspection),
    id: standard.id,
    title: standard.title,
    domain: domainTitle(edition, standard),
    statement: standard.statement,
    editionHref: standardPath(edition.id, standard.id),
    soFar: underWay === null ? null : underWayText(underWay),
    ...ratingOf(stored, standard, ratedStandard),
    ...figuresOf(edition, standard, ratedStandard),
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
    return 'This rating is separate and adds nothing to the score.'
  }
  if (rated === undefined || rated.points === null) return 'This standard adds nothing to the score yet.'
  const most = Math.max(...edition.scale.map(({ points }) => points))
  return `This rating adds ${rated.points} of ${countOf(most, 'possible point')} to the score.`
}

function figuresOf(edition: Edition, standard: Standard, rated: RatedStandard | undefined) {
  const keyQuestions = rated === undefined ? [] : keyQuestionRows(edition, standard, rated)
  const bases = (rated?.keyQuestions ?? []).flatMap(({ of }) => of ?? [])
  return {
    steps: rated === undefined ? [] : ratingSteps(edition, rated),
    keyQuestions,
    counted: keyQuestions.some(({ counted }) => counted),
    bars: standardBars(edition, standard, keyQuestions),
    warnings: [...new Set(bases)].flatMap((base) => smallBaseWarning(base) ?? []),
    basesSentence: basesSentence(rated),
  }
}

/** Readers expect the prompts of one standard to have the same base, so this says if they do not. */
function basesSentence(rated: RatedStandard | undefined): string | null {
  const bases = new Set(rated?.prompts.map(({ of }) => of))
  if (bases.size < 2) return null
  return 'The bases of the prompts differ. Some are divided by all inspected cases, others by the cases to which they apply. Each table says which.'
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
          href: ratedStandardPath(inspection.id, neighbour.id),
        }
  return { previous: link(standards[place - 1]), next: link(standards[place + 1]) }
}
