/** The ratings of an inspection as its report shows them: the score, the standards by domain, and what is rated separately. */
import type { Edition } from '../../../core/framework/edition.ts'
import type { Domain, Standard } from '../../../core/framework/standards.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { dateText } from '../../../core/kernel/londonTime.ts'
import { underWayText } from '../../../core/ratings/fieldworkUnderWay.ts'
import { gatherNotes } from '../../../core/ratings/gatherNotes.ts'
import type { RatedInspection, RatedStandard, RatingNote } from '../../../core/ratings/ratedInspection.ts'
import { type RatingText, ratingText } from '../../../core/ratings/ratingText.ts'
import { editionPath } from '../../framework/paths.ts'
import { type FigureStatus, figureStatusOf } from '../../inspections/figureStatus.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { inspectionPagePath } from '../../layout/inspectionPath.ts'
import type { OfferedLink } from '../../layout/workLinks.ts'
import { caseRows, casesText, fieldworkText, shownOverall, shownRating } from '../inspectionText.ts'
import { ratedStandardPath } from '../paths.ts'
import type { RatedStoredInspection } from '../rateStoredInspection.ts'

export type RatingsPage = {
  readonly serviceName: string
  readonly figureStatus: FigureStatus
  /** That the ratings are provisional, while cases are still being assessed; otherwise null. */
  readonly soFar: string | null
  readonly overall: RatingText
  readonly score: string
  readonly scoreSentences: readonly string[]
  readonly facts: readonly { readonly key: string; readonly value: string; readonly href: string | null }[]
  readonly scored: readonly DomainRatings[]
  readonly separate: readonly DomainRatings[]
  readonly separateFootnotes: readonly string[]
  readonly notes: readonly NoteRow[]
  /** Notes that repeat themselves, each group under a sentence that counts them. */
  readonly gatheredNotes: readonly { readonly summary: string; readonly notes: readonly NoteRow[] }[]
  /** Each with the permission that its page asks for. */
  readonly links: readonly OfferedLink[]
}

type NoteRow = {
  readonly text: string
  readonly standard: string | null
  readonly href: string | null
}

export type DomainRatings = {
  readonly id: string
  readonly title: string
  readonly cases: string | null
  readonly standards: readonly StandardRating[]
}

export type StandardRating = {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly rating: RatingText
  readonly points: string
  /** True if a professional judgement set the rating. */
  readonly professional: boolean
}

/** Returns the ratings of an inspection as its page shows them. */
export function ratingsPage(stored: RatedStoredInspection): RatingsPage {
  const { inspection, edition, rated, underWay } = stored
  const domains = edition.domains.map((domain) => domainRatings(stored, domain))
  const isRatedSeparately = (domain: DomainRatings) =>
    domain.standards.every(({ id }) => !isScored(edition, id))
  return {
    serviceName: inspection.serviceName,
    figureStatus: figureStatusOf(inspection),
    soFar: underWay === null ? null : underWayText(underWay),
    overall: shownOverall(stored, rated.overall),
    score: `${rated.score} of ${rated.maximum}`,
    scoreSentences: scoreSentences(edition, rated),
    facts: facts(stored),
    scored: domains.filter((domain) => !isRatedSeparately(domain)),
    separate: domains.filter(isRatedSeparately),
    separateFootnotes: separateFootnotes(edition),
    ...notesOf(stored),
    links: links(inspection),
  }
}

function isScored(edition: Edition, id: string): boolean {
  return edition.rules.scoredStandards.some((scored) => scored === id)
}

function domainRatings(stored: RatedStoredInspection, domain: Domain): DomainRatings {
  const { inspection, rated, underWay } = stored
  return {
    id: domain.id,
    title: domain.title,
    cases: casesText(inspection.cases, domain.cases, underWay),
    standards: domain.standards.map((standard) => {
      const ratedStandard = rated.standards.find((candidate) => candidate.standard === standard.id)
      return standardRating(stored, standard, ratedStandard)
    }),
  }
}

function standardRating(
  stored: RatedStoredInspection,
  standard: Standard,
  rated: RatedStandard | undefined,
): StandardRating {
  return {
    id: standard.id,
    title: standard.title,
    href: ratedStandardPath(stored.inspection.id, standard.id),
    rating: shownRating(stored, rated?.awarded ?? null),
    points: rated?.points === null || rated === undefined ? '–' : String(rated.points),
    professional: (rated?.professionalJudgement ?? null) !== null,
  }
}

function scoreSentences(edition: Edition, rated: RatedInspection): readonly string[] {
  const scored = rated.standards.filter(({ points }) => points !== null).length
  const sum = `The score adds the points of ${countOf(scored, 'rated standard')}.`
  const bands = edition.rules.overall.find(({ maximum }) => maximum === rated.maximum)?.bands ?? []
  const band = bands.find(({ rating }) => rating === rated.overallCalculated)
  if (band === undefined) return [sum]
  const title = ratingText(edition, band.rating).text
  return [sum, `A score from ${band.from} to ${band.to} of ${rated.maximum} is ${title}.`]
}

function facts({ inspection, edition, underWay }: RatedStoredInspection): RatingsPage['facts'] {
  const counted = underWay === null ? 'Cases inspected' : 'Cases with answers so far'
  const row = (key: string, value: string, href: string | null = null) => ({ key, value, href })
  return [
    row('Edition', edition.title, editionPath(edition.id)),
    row('Fieldwork started', fieldworkText(inspection)),
    ...(inspection.published === null ? [] : [row('Published', dateText(inspection.published))]),
    ...caseRows(edition, inspection.cases).map(({ title, inspected }) =>
      row(`${counted}: ${title.toLowerCase()}`, String(inspected)),
    ),
  ]
}

/** That a separate rating adds nothing to the score, and when it limits the overall rating. */
function separateFootnotes(edition: Edition): readonly string[] {
  const { resettlement, limitingJudgements } = edition.rules
  if (resettlement === null) return []
  const limits = limitingJudgements
    .filter(({ standard }) => standard === resettlement)
    .map(({ rated, overallAtMost }) => {
      const limit = ratingText(edition, overallAtMost).text
      return `If it is ${ratingText(edition, rated).text}, the overall rating cannot be higher than ${limit}.`
    })
  return ['This rating is separate. It adds nothing to the score.', ...limits]
}

/** A finished inspection has its notes one by one, as its report does. */
function notesOf({ inspection, rated, underWay }: RatedStoredInspection) {
  const row = (note: RatingNote) => noteRow(inspection, rated, note)
  if (underWay === null) return { notes: rated.notes.map(row), gatheredNotes: [] }
  const { single, gathered } = gatherNotes(rated)
  const gatheredNotes = gathered.map(({ summary, notes }) => ({ summary, notes: notes.map(row) }))
  return { notes: single.map(row), gatheredNotes }
}

function noteRow(inspection: Inspection, rated: RatedInspection, { text, standard }: RatingNote): NoteRow {
  const hasPage = rated.standards.some((candidate) => candidate.standard === standard)
  return {
    text,
    standard,
    href: standard !== null && hasPage ? ratedStandardPath(inspection.id, standard) : null,
  }
}

function links(inspection: Inspection): RatingsPage['links'] {
  return [
    { text: 'Report', href: inspectionPagePath(inspection.id, 'report'), permission: 'report.read' },
    {
      text: 'Report (PDF)',
      href: inspectionPagePath(inspection.id, 'report.pdf'),
      permission: 'report.read',
    },
    {
      text: 'Data annexe (CSV)',
      href: inspectionPagePath(inspection.id, 'annexe.csv'),
      permission: 'report.read',
    },
    {
      text: 'Data annexe (ODS)',
      href: inspectionPagePath(inspection.id, 'annexe.ods'),
      permission: 'report.read',
    },
    {
      text: 'Enter findings',
      href: inspectionPagePath(inspection.id, 'findings'),
      permission: 'findings.write',
    },
    {
      text: 'Enter recommendations',
      href: inspectionPagePath(inspection.id, 'recommendations'),
      permission: 'findings.write',
    },
    { text: 'History', href: inspectionPagePath(inspection.id, 'history'), permission: 'audit.read' },
  ]
}
