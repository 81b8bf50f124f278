import type { Editions } from '../../framework/editions.ts'
import { caseOperations } from './caseOperations.ts'
import { entryOperations } from './entryOperations.ts'
import type { Operation } from './operation.ts'

/** Every operation of the API. */
export function apiOperations(editions: Editions): readonly Operation[] {
  return [...caseOperations(editions), ...entryOperations(editions)]
}
