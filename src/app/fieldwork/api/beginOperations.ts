/** From the allocated sample to inspected cases, for programs. */

import { z } from 'zod'
import { answered, type Operation } from '../../../platform/http/api/operation.ts'
import type { Editions } from '../../framework/editions.ts'
import { inInspection } from '../../layout/api/inInspection.ts'
import { loadAllocation } from '../../sampling/allocation/loadAllocation.ts'
import { findSampledCases } from '../../sampling/findSampledCases.ts'
import { beginFieldwork, planOf } from '../begin/beginFieldwork.ts'
import { caseKeyOf } from '../case/caseKey.ts'
import { ofInspection } from './caseParts.ts'

const plannedSchema = z.object({ caseId: z.string(), personId: z.string() })
const planSchema = z.object({
  open: z.array(plannedSchema),
  give: z.array(plannedSchema),
  /** Reassigned during fieldwork, and not changed. */
  stay: z.array(plannedSchema.extend({ withPersonIds: z.array(z.string()) })),
  withdraw: z.array(z.string()),
})

const common = {
  ...inInspection,
  tag: 'Beginning fieldwork',
  path: `${ofInspection}/fieldwork`,
  permission: 'case.allocate',
  answer: planSchema,
  problems: [
    'fieldwork.sample-missing',
    'fieldwork.cases-imported',
    'fieldwork.cases-with-nobody',
    'fieldwork.assessor-without-account',
    'allocation.conflict',
  ],
} as const

/** Returns the operations that begin fieldwork, and say what it would do. */
export function beginOperations(editions: Editions): readonly Operation[] {
  const sources = { editions, findSampledCases }
  return [
    {
      ...common,
      id: 'plan-fieldwork',
      method: 'GET',
      summary: 'Read which cases beginning fieldwork would open, reassign and withdraw now',
      audit: 'reads',
      handle: async (request, { database }) => {
        const allocation = await loadAllocation(database, sources, caseKeyOf(request).inspectionId)
        return answered(allocation.ok ? await planOf(database, allocation.value) : allocation, (plan) => plan)
      },
    },
    {
      ...common,
      id: 'begin-fieldwork',
      method: 'POST',
      summary:
        'Open the sampled cases for the people they are allocated to; repeat after the allocation changes',
      audit: 'case.open',
      handle: async (request, shell) =>
        answered(await beginFieldwork(shell, sources, caseKeyOf(request).inspectionId), (plan) => plan),
    },
  ]
}
