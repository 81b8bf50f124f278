/** What the operations on cases have in common: their addresses, parameters and the shapes of what they return. */
import { z } from 'zod'
import { caseStatuses } from '../../../core/fieldwork/caseProgress.ts'
import { conflictReasons } from '../../../core/fieldwork/decideWrite.ts'
import { entryKinds } from '../../../core/fieldwork/entry.ts'
import type { Parameter } from '../../../platform/http/api/operation.ts'
import type { RouteRequest } from '../../../platform/http/route.ts'
import { inInspection, inspectionParameter } from '../../layout/api/inInspection.ts'

export const ofInspection = '/api/v1/inspections/{inspection}'
export const ofCase = `${ofInspection}/cases/{case}`

const caseParameter: Parameter = {
  name: 'case',
  description: 'The id of the case in its inspection.',
  example: 'NM-C01',
}
export const kindParameter: Parameter = {
  name: 'kind',
  description: `One of: ${entryKinds.join(', ')}.`,
  example: 'answer',
}

export const inCase = {
  ...inInspection,
  parameters: [inspectionParameter, caseParameter],
  problems: ['fieldwork.case-not-found'],
} as const
export const readsCase = { method: 'GET', permission: 'case.read', audit: 'reads' } as const

export const progressSchema = z.object({ status: z.enum(caseStatuses), round: z.int() })
export const personSchema = z.object({ personId: z.string(), name: z.string() })
export const versionSchema = z.object({
  version: z.int(),
  value: z.string().nullable(),
  detail: z.string().nullable(),
  author: z.object({ personId: z.string().nullable(), name: z.string() }),
  at: z.iso.datetime(),
})
export const entrySchema = versionSchema.extend({ kind: z.enum(entryKinds), item: z.string() })
/** A value whose conflict is not resolved. */
export const conflictingSchema = entrySchema
  .omit({ version: true })
  .extend({ keptId: z.string(), because: z.enum(conflictReasons), sawVersion: z.int() })

/** Returns the key by which a request is recognised when it is sent again, at most its first 200 characters; null if it has none. */
export function idempotencyKeyOf({ headers }: RouteRequest): string | null {
  return headers['idempotency-key']?.slice(0, 200) ?? null
}
