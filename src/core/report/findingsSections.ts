import type { Edition } from '../framework/edition.ts'
import type { Domain, Standard } from '../framework/standards.ts'
import type { RatedStandard } from '../ratings/ratedInspection.ts'
import { percentText, ratingText } from '../ratings/ratingText.ts'
import { figureBlocks } from './figureText.ts'
import { printedRating, professionalJudgementSentence, ratedStandard } from './ratingsSection.ts'
import type { Block, Section } from './reportModel.ts'
import type { ReportSources, StandardFindings } from './reportSources.ts'
import { fullStop, note, paragraph } from './wording.ts'

/** Returns a section for each domain of the edition, with the findings of each of its standards. */
export function findingsSections(sources: ReportSources): readonly Section[] {
  return sources.edition.domains.map((domain) => ({
    id: `domain-${domain.id}`,
    title: domain.title,
    blocks: casesBlocks(domain, sources),
    sections: domain.standards.map((standard) => standardSection(sources, standard)),
  }))
}

function casesBlocks(domain: Domain, { facts }: ReportSources): readonly Block[] {
  if (domain.cases === null) return []
  const cases = facts.cases.find((count) => count.domain === domain.cases)
  return [paragraph(casesSentence(domain.title, cases?.inspected ?? null))]
}

/** Returns how many cases were inspected for a domain, as a sentence; it says so if the number is not known. */
export function casesSentence(title: string, inspected: number | null): string {
  if (inspected === null) return `The number of cases inspected for ‘${title}’ is not known.`
  if (inspected === 0) return `No cases were inspected for ‘${title}’.`
  if (inspected === 1) return `1 case was inspected for ‘${title}’.`
  return `${inspected} cases were inspected for ‘${title}’.`
}

function standardSection(sources: ReportSources, standard: Standard): Section {
  const rated = ratedStandard(sources.rated, standard.id)
  return {
    id: `standard-${standard.id}`,
    title: `${standard.id} ${standard.title}`,
    blocks: [
      paragraph(standard.statement),
      {
        kind: 'rating',
        label: 'Rating',
        rating: printedRating(sources, rated?.awarded ?? null),
      },
      ...(rated === undefined ? [absent()] : ratingBlocks(sources.edition, standard, rated)),
      ...findingBlocks(sources, standard),
    ],
    sections: [],
  }
}

function absent(): Block {
  return paragraph('This standard has no figures or judgement yet, so it is not rated.')
}

function ratingBlocks(edition: Edition, standard: Standard, rated: RatedStandard): readonly Block[] {
  const judgement = professionalJudgementSentence(edition, rated)
  return [
    ...(rated.unratedReason === null
      ? []
      : [note(`This standard is not rated. Reason: ${fullStop(rated.unratedReason)}`)]),
    ...(judgement === null ? [] : [note(judgement)]),
    ...decidedBlocks(edition, rated),
    ...figureBlocks(edition, standard, rated),
  ]
}

function decidedBlocks(edition: Edition, rated: RatedStandard): readonly Block[] {
  const decisive = rated.keyQuestions.find(({ id }) => id === rated.decidedBy)
  if (decisive === undefined) return []
  const band = ratingText(edition, decisive.band).text
  return [
    paragraph(
      `The lowest key question decides what the figures give. Question ${decisive.id} is at ${percentText(decisive.percentYes)}, which is ${band}.`,
    ),
  ]
}

function findingBlocks(sources: ReportSources, standard: Standard): readonly Block[] {
  const findings = sources.findings.find((written) => written.standard === standard.id)
  if (findings === undefined || isEmpty(findings)) return [paragraph(noFindings(sources))]
  return [
    ...listed('Strengths', findings.strengths),
    ...listed('Areas for improvement', findings.areasForImprovement),
  ]
}

function isEmpty(findings: StandardFindings): boolean {
  return findings.strengths.length + findings.areasForImprovement.length === 0
}

function noFindings({ facts }: ReportSources): string {
  if (facts.source === null) return 'No findings have been written for this standard.'
  return 'The text of these findings is not stored here. It is in the published report that is the source of these figures.'
}

function listed(label: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return []
  return [
    { kind: 'label', text: label },
    { kind: 'list', items },
  ]
}
