/** An invented inspection, rated from figures as the pages of ratings load it. */

import type { Inspection } from '../../src/app/inspections/inspection.ts'
import type { RatedStoredInspection } from '../../src/app/ratings/rateStoredInspection.ts'
import type { InspectionFigures } from '../../src/core/ratings/inspectionFigures.ts'
import { rateInspection } from '../../src/core/ratings/rateInspection.ts'
import { aSmallEdition, named } from './editionBuilder.ts'
import { judged, someFigures } from './figuresBuilder.ts'
import { doneValue } from './results.ts'

const inspection: Inspection = {
  id: named('testham-2024-03'),
  serviceName: 'Testham YJS',
  editionId: 'small',
  fieldworkStarted: '2024-03',
  published: null,
  source: null,
  madeUp: false,
  cases: [
    { domain: 'out-of-court', inspected: 1 },
    { domain: 'court', inspected: 10 },
  ],
}

/** Yes of a base for every key question of the small edition. */
export const completeCounts = {
  '1.1.1': [9, 10],
  '1.1.2': [7, 10],
  '1.2.1': [8, 10],
  '2.1.1': [1, 1],
} as const

/** Returns the inspection rated from `figures`; fieldwork is over. */
export function ratedFrom(figures: InspectionFigures): RatedStoredInspection {
  const edition = aSmallEdition()
  return { inspection, edition, rated: doneValue(rateInspection(edition, figures)), underWay: null }
}

/** Every standard is rated, including the one that is rated separately. */
export const fullyRated = ratedFrom(
  someFigures(completeCounts, { judgements: [judged('2.2', 'good'), judged('3.1', 'inadequate')] }),
)
