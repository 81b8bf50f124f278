/** The allocation in the API: who assesses which sampled case. */
import { z } from 'zod'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { assessorRoles, assignmentOrigins, capacityOf } from '../../../core/sampling/allocation/allocation.ts'
import { answered, type Operation, readBody } from '../../../platform/http/api/operation.ts'
import { etagOf, versionSeen } from '../../../platform/http/api/versionSeen.ts'
import { inInspection, inspectionParameter } from '../../layout/api/inInspection.ts'
import { changeCaseByHand } from './allocated-case-page/changeCase.ts'
import type { StoredAssignment } from './assignments.queries.ts'
import { type Allocation, type AllocationSources, loadAllocation } from './loadAllocation.ts'
import { problem } from './problems.ts'
import { proposeCases } from './proposeCases.ts'

const path = '/api/v1/inspections/{inspection}/allocation'
const tag = 'Allocation'

/** Returns the operations of the API about the allocation of cases. */
export function allocationOperations(sources: AllocationSources): readonly Operation[] {
  return [
    readOperation(sources),
    proposeOperation(sources),
    readCaseOperation(sources),
    changeCaseOperation(sources),
  ]
}

const allocatedSchema = z.object({
  case: z.string(),
  domain: z.string(),
  /** The id of the person in the allocation; null if the case is not allocated. */
  assessor: z.string().nullable(),
  origin: z.enum(assignmentOrigins).nullable(),
  reason: z.string().nullable(),
  assignedBy: z.string().nullable(),
  assignedAt: z.iso.datetime().nullable(),
  version: z.int(),
})
const allocationSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(assessorRoles),
      /** Of their account; null if they have none. */
      personId: z.string().nullable(),
      room: z.int(),
    }),
  ),
  cases: z.array(allocatedSchema),
})

function allocationBody(allocation: Allocation): z.infer<typeof allocationSchema> {
  return {
    people: allocation.assessors.map((assessor) => ({
      id: assessor.id,
      name: assessor.name,
      role: assessor.role,
      personId: assessor.personId,
      room: capacityOf(assessor),
    })),
    cases: allocation.cases.map(({ pseudonym }) => caseBody(allocation, pseudonym)),
  }
}

/** A case that is in the sample again continues its earlier versions. */
function caseBody(
  { cases, assignments, past }: Allocation,
  pseudonym: string,
): z.infer<typeof allocatedSchema> {
  const isOfCase = (each: StoredAssignment): boolean => each.pseudonym === pseudonym
  const assignment = assignments.find(isOfCase)
  return {
    case: pseudonym,
    domain: cases.find((each) => each.pseudonym === pseudonym)?.domain ?? '',
    assessor: assignment?.assessor ?? null,
    origin: assignment?.origin ?? null,
    reason: assignment?.reason ?? null,
    assignedBy: assignment?.assignedBy ?? null,
    assignedAt: assignment?.assignedAt.toISOString() ?? null,
    version: (assignment ?? past.find(isOfCase))?.version ?? 0,
  }
}

function readOperation(sources: AllocationSources): Operation {
  return {
    ...inInspection,
    id: 'read-allocation',
    tag,
    method: 'GET',
    path,
    summary: 'Read who assesses each sampled case, and the capacity of each person',
    permission: 'allocation.read',
    audit: 'reads',
    answer: allocationSchema,
    handle: async ({ params: { inspection = '' } }, { database }) =>
      answered(await loadAllocation(database, sources, inspection), allocationBody),
  }
}

function proposeOperation(sources: AllocationSources): Operation {
  return {
    ...inInspection,
    id: 'propose-allocation',
    tag,
    method: 'POST',
    path: `${path}/proposal`,
    summary: 'Allocate every sampled case; cases allocated by hand, or on which work has started, stay',
    permission: 'allocation.write',
    audit: 'allocation.propose',
    answer: allocationSchema,
    problems: [
      'allocation.no-cases',
      'allocation.nobody-there',
      'allocation.capacity-too-small',
      'allocation.kept-person-unknown',
      'allocation.kept-in-conflict',
      'allocation.kept-over-capacity',
      'allocation.case-barred-to-all',
      'allocation.case-left-by-conflicts',
    ],
    handle: async ({ params: { inspection = '' } }, shell) => {
      const proposed = await proposeCases(shell, sources, inspection)
      if (!proposed.ok) return { kind: 'refused', problems: proposed.problems }
      return answered(await loadAllocation(shell.database, sources, inspection), allocationBody)
    },
  }
}

const inAllocatedCase = {
  ...inInspection,
  tag,
  path: `${path}/cases/{case}`,
  parameters: [
    inspectionParameter,
    { name: 'case', description: 'The pseudonym of a sampled case.', example: 'C-7QK2ZM' },
  ],
  answer: allocatedSchema,
  problems: ['allocation.case-not-found'],
} as const

const etagOfCase = ({ version }: z.infer<typeof allocatedSchema>) => ({ etag: etagOf(version) })

function readCaseOperation(sources: AllocationSources): Operation {
  return {
    ...inAllocatedCase,
    id: 'read-allocated-case',
    method: 'GET',
    summary: 'Read who assesses one sampled case',
    permission: 'allocation.read',
    audit: 'reads',
    version: 'given',
    handle: async ({ params: { inspection = '', case: pseudonym = '' } }, { database }) => {
      const allocation = await loadAllocation(database, sources, inspection)
      const body = allocation.ok ? findCase(allocation.value, pseudonym) : allocation
      return answered(body, (allocated) => allocated, etagOfCase)
    },
  }
}

function findCase(allocation: Allocation, pseudonym: string): Result<z.infer<typeof allocatedSchema>> {
  if (allocation.cases.some((each) => each.pseudonym === pseudonym))
    return done(caseBody(allocation, pseudonym))
  return refuse(problem('allocation.case-not-found', { case: pseudonym }))
}

const changeSchema = z.strictObject({ assessor: z.string(), reason: z.string() })

function changeCaseOperation(sources: AllocationSources): Operation {
  return {
    ...inAllocatedCase,
    id: 'allocate-case',
    method: 'PUT',
    summary: 'Allocate one sampled case by hand',
    permission: 'allocation.write',
    audit: 'allocation.change-case',
    version: 'asked',
    body: { schema: changeSchema, example: { assessor: 'sam-okafor', reason: 'Nearer to the office.' } },
    problems: [
      'allocation.case-not-found',
      'allocation.person-not-found',
      'allocation.changed-meanwhile',
      'allocation.reason-missing',
      'allocation.same-person',
      'allocation.conflict',
      'allocation.person-full',
    ],
    handle: async (request, shell) => {
      const { inspection = '', case: pseudonym = '' } = request.params
      const seen = versionSeen(request.headers)
      if (!seen.ok) return { kind: 'refused', problems: seen.problems }
      const body = readBody(changeSchema, request)
      if (!body.ok) return { kind: 'refused', problems: body.problems }
      const change = { pseudonym, ...body.value, version: seen.value }
      const changed = await changeCaseByHand(shell, sources, inspection, change)
      if (!changed.ok) return { kind: 'refused', problems: changed.problems }
      const allocation = await loadAllocation(shell.database, sources, inspection)
      const allocatedCase = allocation.ok ? findCase(allocation.value, pseudonym) : allocation
      return answered(allocatedCase, (allocated) => allocated, etagOfCase)
    },
  }
}
