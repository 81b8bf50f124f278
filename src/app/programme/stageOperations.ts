/** The stage of an inspection, for programs. */
import { z } from 'zod'
import { stages } from '../../core/kernel/stages.ts'
import { answered, type Operation, readBody } from '../../platform/http/api/operation.ts'
import { etagOf, etagSeen } from '../../platform/http/api/versionSeen.ts'
import { inInspection } from '../layout/api/inInspection.ts'
import { findStage, isOnRegister } from '../people/access/rights.queries.ts'
import type { AllocationSources } from '../sampling/allocation/loadAllocation.ts'
import { moveInspection } from './moveInspection.ts'
import { problem } from './problems.ts'

const stageSchema = z.strictObject({ stage: z.enum(stages) })
const stageEtag = ({ stage }: z.infer<typeof stageSchema>) => ({ etag: etagOf(stage) })

const ofStage = {
  ...inInspection,
  tag: 'People',
  path: '/api/v1/inspections/{inspection}/stage',
  permission: 'inspection.change-stage',
  answer: stageSchema,
} as const

const readOperation: Operation = {
  ...ofStage,
  id: 'read-stage',
  method: 'GET',
  summary: 'Read which stage an inspection is at',
  audit: 'reads',
  version: 'given',
  handle: async ({ params: { inspection = '' } }, { database }) => {
    if (!(await isOnRegister(database, inspection))) {
      return { kind: 'refused', problems: [problem('request.not-found', {})] }
    }
    const body = { stage: await findStage(database, inspection) }
    return { kind: 'json', body, headers: stageEtag(body) }
  },
}

const moveSchema = stageSchema.extend({
  /** Why the inspection goes back, or why cases are not signed. */
  reason: z.string().nullable().default(null),
})

const changeOperation = (sources: AllocationSources): Operation => ({
  ...ofStage,
  id: 'change-stage',
  method: 'PUT',
  summary:
    'Move an inspection to the next stage if nothing is missing, or back to the previous stage with a reason. A request that is sent twice is done once',
  audit: 'inspection.change-stage',
  version: 'asked',
  body: { schema: moveSchema, example: { stage: 'fieldwork', reason: null } },
  problems: [
    'people.stage-changed-meanwhile',
    'programme.stage-out-of-order',
    'programme.reason-missing',
    'programme.reason-unsigned',
    'programme.lead-missing',
    'programme.cases-not-open',
    'programme.cases-unsigned',
    'programme.values-undecided',
    'programme.standard-unrated',
    'programme.overall-missing',
    'programme.findings-missing',
    'programme.not-proposed',
    'programme.second-person',
    'programme.report-changed',
  ],
  handle: async (request, shell) => {
    const { inspection = '' } = request.params
    const seen = etagSeen(request.headers)
    if (!seen.ok) return { kind: 'refused', problems: seen.problems }
    const body = readBody(moveSchema, request)
    if (!body.ok) return { kind: 'refused', problems: body.problems }
    const { stage, reason } = body.value
    const move = { stage, reason, seen: seen.value }
    const moved = await moveInspection(shell, sources, inspection, move)
    return answered(
      moved,
      () => ({ stage }),
      () => stageEtag({ stage }),
    )
  },
})

/** Returns the operations that read and change the stage of an inspection. */
export function stageOperations(sources: AllocationSources): readonly Operation[] {
  return [readOperation, changeOperation(sources)]
}
