/** Which stage an inspection is at, for programs. */
import { z } from 'zod'
import { problem } from '../../core/kernel/problem.ts'
import { stages } from '../../core/kernel/stages.ts'
import { answered, inInspection, type Operation, readBody } from '../../platform/http/api/operation.ts'
import { etagOf, markSeen } from '../../platform/http/api/versionSeen.ts'
import { changeStage } from './assignRoles.ts'
import { findStage, isOnRegister } from './rights.queries.ts'

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

const changeOperation: Operation = {
  ...ofStage,
  id: 'change-stage',
  method: 'PUT',
  summary: 'Move an inspection to another stage, forward or back; done twice, it is done once',
  audit: 'inspection.change-stage',
  version: 'asked',
  body: { schema: stageSchema, example: { stage: 'fieldwork' } },
  problems: ['people.stage-changed-meanwhile'],
  handle: async (request, shell) => {
    const { inspection = '' } = request.params
    const seen = markSeen(request.headers)
    if (!seen.ok) return { kind: 'refused', problems: seen.problems }
    const body = readBody(stageSchema, request)
    if (!body.ok) return { kind: 'refused', problems: body.problems }
    const changed = await changeStage(shell, inspection, body.value.stage, seen.value)
    return answered(
      changed,
      () => body.value,
      () => stageEtag(body.value),
    )
  },
}

export const stageOperations: readonly Operation[] = [readOperation, changeOperation]
