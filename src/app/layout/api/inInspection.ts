import type { Parameter } from '../../../platform/http/api/operation.ts'

/** The parameter by which an address names its inspection; `placeOf` reads it. */
export const inspectionParameter: Parameter = {
  name: 'inspection',
  description: 'The id of the inspection.',
  example: 'northmoor-2024-06',
}

/** What an operation on an inspection has if it says nothing else. */
export const inInspection = {
  parameters: [inspectionParameter],
  version: 'none',
  repeatable: false,
  body: null,
  problems: [],
} as const
