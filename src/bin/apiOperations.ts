import { fieldworkOperations } from '../app/fieldwork/api/operations.ts'
import type { Editions } from '../app/framework/editions.ts'
import { caseListOperation } from '../app/intake/caseListOperation.ts'
import { peopleOperations } from '../app/people/accounts/peopleOperations.ts'
import { stageOperations } from '../app/programme/stageOperations.ts'
import { ratingsOperations } from '../app/ratings/ratingsOperations.ts'
import { allocationOperations } from '../app/sampling/allocation/allocationOperations.ts'
import { findSampledCases } from '../app/sampling/findSampledCases.ts'
import type { Operation } from '../platform/http/api/operation.ts'

/** Every operation of the API, in the order in which an inspection goes. */
export function apiOperations(editions: Editions): readonly Operation[] {
  return [
    ...peopleOperations,
    ...stageOperations({ editions, findSampledCases }),
    caseListOperation(editions),
    ...allocationOperations({ editions, findSampledCases }),
    ...fieldworkOperations(editions),
    ...ratingsOperations(editions),
  ]
}
