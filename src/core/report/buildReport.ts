import { dateText } from '../kernel/londonTime.ts'
import type { FieldworkUnderWay } from '../ratings/fieldworkUnderWay.ts'
import { annexeRows, annexeSection } from './annexe.ts'
import { findingsSections } from './findingsSections.ts'
import { methodSection } from './methodSection.ts'
import { printedRating, ratingsSection } from './ratingsSection.ts'
import { recommendationsSection } from './recommendationsSection.ts'
import type { Fact, ReportModel, ReportStage } from './reportModel.ts'
import type { InspectionFacts, ReportSources } from './reportSources.ts'

/** Returns the report of one inspection as plain data, from which every form of it is printed. */
export function buildReport(sources: ReportSources): ReportModel {
  const { edition, rated, facts, recommendations } = sources
  const annexe = annexeRows(edition, rated)
  const stage = stageOf(facts)
  return {
    language: 'en-GB',
    inspection: facts.id,
    edition: edition.id,
    title: `${stage === 'draft' ? 'Draft inspection report' : 'Inspection report'}: ${facts.serviceName}`,
    service: facts.serviceName,
    stage,
    author: 'Assay, the inspection workbench',
    warning: warningOf(facts),
    overall: printedRating(sources, rated.overall),
    score: `${rated.score} of ${rated.maximum}${facts.underWay === null ? '' : ' so far'}`,
    facts: titleFacts(sources),
    sections: [
      ratingsSection(sources),
      recommendationsSection(recommendations, facts),
      ...findingsSections(sources),
      annexeSection(edition, annexe),
      methodSection(sources),
    ],
    annexe,
  }
}

function stageOf({ underWay, published }: InspectionFacts): ReportStage {
  if (underWay !== null) return 'draft'
  return published === null ? 'provisional' : 'published'
}

function warningOf(facts: InspectionFacts): string | null {
  const madeUp = facts.madeUp ? 'Made up: this service and this inspection do not exist.' : null
  if (facts.underWay !== null) return [draftText(facts.underWay), madeUp ?? ''].join(' ').trim()
  if (madeUp !== null) return madeUp
  return facts.published === null ? 'Provisional: these ratings have not been published.' : null
}

/** Short: it is on every page of the PDF. */
function draftText({ signed, inspected }: FieldworkUnderWay): string {
  return `Draft: ${signed} of ${inspected} cases signed.`
}

function titleFacts({ edition, facts }: ReportSources): readonly Fact[] {
  return [
    { label: 'Service', value: facts.serviceName },
    { label: 'Fieldwork started', value: dateOrNotKnown(facts.fieldworkStarted) },
    {
      label: 'Published',
      value: facts.published === null ? 'Not published' : dateText(facts.published),
    },
    { label: 'Edition of the standards', value: edition.title },
    {
      label: 'Wording of the standards',
      value: `${edition.wording.holder}, ${edition.wording.licence}`,
    },
    { label: 'Source of the figures', value: facts.source ?? 'Records of this inspection' },
  ]
}

function dateOrNotKnown(date: string | null): string {
  return date === null ? 'Not known' : dateText(date)
}
