import type { Operation } from '../../../platform/http/api/operation.ts'
import type { Editions } from '../../framework/editions.ts'
import { beginOperations } from './beginOperations.ts'
import { caseOperations } from './caseOperations.ts'
import { conflictOperations } from './conflictOperations.ts'
import { entryOperations } from './entryOperations.ts'
import { practiceOperation } from './practiceOperation.ts'
import { stepOperations } from './stepOperations.ts'

/** Returns every operation on inspected cases. */
export function fieldworkOperations(editions: Editions): readonly Operation[] {
  return [
    ...beginOperations(editions),
    ...caseOperations(editions),
    ...stepOperations(editions),
    ...entryOperations(editions),
    practiceOperation,
    ...conflictOperations(editions),
  ]
}
