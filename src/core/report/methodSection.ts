/**
 * How the report was made, in sentences from its data. It says only what is recorded: a published report described a
 * sampling method that its own numbers of cases contradicted.
 */
import type { Edition } from '../framework/edition.ts'
import type { RatedInspection } from '../ratings/ratedInspection.ts'
import { casesSentence } from './findingsSections.ts'
import { basesSentence, denominatorSentences } from './methodFigures.ts'
import {
  bandsTable,
  overallBlocks,
  roundingSentence,
  scoreBlocks,
  standardRatingSentence,
} from './methodRules.ts'
import { professionalJudgementSentence } from './ratingsSection.ts'
import type { Block, Section } from './reportModel.ts'
import type { InspectionFacts, ReportSources } from './reportSources.ts'
import { fullStop, paragraph } from './wording.ts'

/** Returns the method section of a report; each part is there only if the inspection has data for it. */
export function methodSection({ edition, rated, facts }: ReportSources): Section {
  const parts = [
    part('cases', 'Cases inspected', casesBlocks(edition, facts)),
    part('figures', 'Figures', figureBlocks(edition, rated, facts)),
    part('bands', 'From figures to ratings', ratingRuleBlocks(edition)),
    part('score', 'Score and overall rating', [
      ...scoreBlocks(edition, rated),
      ...overallBlocks(edition, rated),
    ]),
    part('judgements', 'Professional judgements', judgementBlocks(edition, rated)),
    part('unrated', 'Not rated', unratedBlocks(rated)),
    part('notes', 'Notes on this inspection', noteBlocks(rated)),
  ]
  return {
    id: 'method',
    title: 'How these ratings were made',
    blocks: [],
    sections: parts.filter(({ blocks }) => blocks.length > 0),
  }
}

function part(id: string, title: string, blocks: readonly Block[]): Section {
  return { id: `method-${id}`, title, blocks, sections: [] }
}

function casesBlocks(edition: Edition, facts: InspectionFacts): readonly Block[] {
  const sentences = edition.domains.flatMap((domain) => {
    if (domain.cases === null) return []
    const cases = facts.cases.find((count) => count.domain === domain.cases)
    return [casesSentence(domain.title, cases?.inspected ?? null)]
  })
  if (sentences.length === 0) return []
  return [
    { kind: 'list', items: sentences },
    paragraph(
      'This report does not record how the cases were chosen, so it gives no confidence level and no margin of error.',
    ),
  ]
}

function figureBlocks(edition: Edition, rated: RatedInspection, facts: InspectionFacts): readonly Block[] {
  const bases = basesSentence(rated, facts)
  if (bases === null) return []
  return [
    paragraph(bases),
    ...denominatorSentences(rated).map(paragraph),
    paragraph(roundingSentence(edition)),
  ]
}

function ratingRuleBlocks(edition: Edition): readonly Block[] {
  const evidence = edition.domains
    .flatMap((domain) => domain.standards)
    .filter((standard) => standard.judgedFrom === 'evidence')
    .map(({ id, title }) => `${id} ${title}`)
  return [
    bandsTable(edition),
    paragraph(standardRatingSentence(edition)),
    ...(evidence.length === 0
      ? []
      : [
          paragraph('These standards are judged from evidence and have no percentages:'),
          { kind: 'list' as const, items: evidence },
        ]),
  ]
}

function judgementBlocks(edition: Edition, rated: RatedInspection): readonly Block[] {
  return rated.standards.flatMap((standard) => {
    const sentence = professionalJudgementSentence(edition, standard)
    return sentence === null ? [] : [paragraph(sentence)]
  })
}

function unratedBlocks(rated: RatedInspection): readonly Block[] {
  return rated.standards.flatMap(({ standard, unratedReason }) =>
    unratedReason === null
      ? []
      : [
          paragraph(
            `Standard ${standard} is declared unrated and does not count towards the score or its maximum. Reason: ${fullStop(unratedReason)}`,
          ),
        ],
  )
}

function noteBlocks(rated: RatedInspection): readonly Block[] {
  const printedAbove = ['professional-judgement', 'standard-unrated']
  const items = rated.notes.filter(({ code }) => !printedAbove.includes(code)).map(({ text }) => text)
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}
