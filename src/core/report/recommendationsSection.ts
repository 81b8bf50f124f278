import { byOwner } from './orderRecommendations.ts'
import type { Block, Section } from './reportModel.ts'
import type { InspectionFacts, Recommendation } from './reportSources.ts'
import { fullStop, paragraph } from './wording.ts'

/** Returns the recommendations by the owner who should act on each, numbered through the whole report. */
export function recommendationsSection(
  recommendations: readonly Recommendation[],
  facts: InspectionFacts,
): Section {
  let numbered = 0
  const sections = byOwner(recommendations).map(({ owner, items }, index) => {
    const steps: Block = { kind: 'steps', start: numbered + 1, items: items.map(({ text }) => text) }
    numbered += items.length
    return { id: `recommendations-${index + 1}`, title: owner, blocks: [steps], sections: [] }
  })
  return {
    id: 'recommendations',
    title: 'Recommendations',
    blocks: [introduction(numbered, facts)],
    sections,
  }
}

function introduction(count: number, facts: InspectionFacts): Block {
  if (count > 0)
    return paragraph('Each recommendation is listed under the person or body that should act on it.')
  if (facts.source !== null)
    return paragraph(
      `The text of the recommendations is not stored here. It is in the published report: ${fullStop(facts.source)}`,
    )
  return paragraph('No recommendations have been written for this inspection.')
}
