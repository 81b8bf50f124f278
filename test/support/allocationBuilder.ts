/** An allocation in memory, for tests of what its pages print. */
import type { StoredAssessor, StoredConflict } from '../../src/app/sampling/allocation/assessors.queries.ts'
import type { StoredAssignment } from '../../src/app/sampling/allocation/assignments.queries.ts'
import type { Allocation } from '../../src/app/sampling/allocation/loadAllocation.ts'
import { usualWeights } from '../../src/core/sampling/allocation/difficulty.ts'
import { usualDay } from '../../src/core/sampling/allocation/fieldworkDay.ts'
import { aSmallEdition, named } from './editionBuilder.ts'
import { day } from './listedCases.ts'
import { testNow } from './testNow.ts'

const ann: StoredAssessor = {
  id: named('ann-ames'),
  name: 'Ann Ames',
  role: 'inspector',
  ownServiceId: null,
  casesPerDay: 2,
  days: [1],
  personId: null,
  version: 1,
}
const bob: StoredAssessor = { ...ann, id: named('bob-birch'), name: 'Bob Birch' }

/** Returns a sampled case of this pseudonym. */
export function aSampledCase(pseudonym: string) {
  const classes = { rosh: 'low', safetyWellbeing: 'very-high' }
  return { pseudonym, domain: 'court', disposal: 'none-such', custody: true, ...classes, caseManager: null }
}

/** Returns an assignment of a case, by proposal unless `changes` say otherwise. */
export function anAssignment(pseudonym: string, changes: Partial<StoredAssignment> = {}): StoredAssignment {
  const made = { version: 1, reason: null, assignedAt: testNow, assignedBy: 'Lea Lead' }
  return { pseudonym, assessor: ann.id, origin: 'proposed', ...made, ...changes }
}

/** Returns a conflict of interest of Ann Ames. */
export function aConflict(changes: Partial<StoredConflict> = {}): StoredConflict {
  const declared = { conflictId: 1, declaredAt: testNow, declaredBy: 'Lea Lead', withdrawn: null }
  return { assessor: ann.id, kind: 'service', about: null, reason: 'A cousin.', ...declared, ...changes }
}

/** Returns an allocation of two inspectors, Ann Ames and Bob Birch, and of no cases unless `changes` have some. */
export function anAllocation(changes: Partial<Allocation> = {}): Allocation {
  return {
    inspection: {
      id: named('westbrook-2026-06'),
      serviceName: 'Westbrook',
      editionId: 'small',
      fieldworkStarted: '2026-06',
      published: null,
      source: null,
      madeUp: true,
      cases: [],
    },
    edition: aSmallEdition(),
    inspectedServiceId: 'westbrook',
    services: [{ id: 'westbrook', name: 'Westbrook' }],
    cases: [],
    assessors: [ann, bob],
    accounts: [],
    conflicts: [],
    withdrawn: [],
    assignments: [],
    past: [],
    settings: {
      weights: usualWeights,
      fieldwork: { ...usualDay, days: [day('2026-06-01')] },
      seed: 'agreed',
      version: 1,
    },
    ...changes,
  }
}
