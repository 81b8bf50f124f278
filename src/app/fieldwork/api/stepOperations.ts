/** The steps of a case, and its assessors. */

import { z } from 'zod'
import { type CaseStep, caseSteps } from '../../../core/fieldwork/caseProgress.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { answered, type Operation, readBody } from '../../../platform/http/api/operation.ts'
import { etagOf, etagSeen } from '../../../platform/http/api/versionSeen.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findCase } from '../case/case.queries.ts'
import { type CaseKey, caseKeyOf, caseNotFound } from '../case/caseKey.ts'
import { allocateCase, assessorsEtag } from '../steps/allocateCase.ts'
import { listAssigned, listSteps } from '../steps/caseSteps.queries.ts'
import { permissionOfStep } from '../steps/stepPermissions.ts'
import { takeCaseStep } from '../steps/takeCaseStep.ts'
import { idempotencyKeyOf, inCase, ofCase, progressSchema, readsCase } from './caseParts.ts'

/** Returns the operations on the steps and the assessors of a case. */
export function stepOperations(editions: Editions): readonly Operation[] {
  return [
    stepsOperation,
    ...caseSteps.map((step) => stepOperation(editions, step)),
    readPeopleOperation,
    allocateOperation(editions),
  ]
}

const stepsOperation: Operation = {
  ...inCase,
  ...readsCase,
  id: 'list-steps',
  tag: 'Steps of a case',
  path: `${ofCase}/steps`,
  summary: 'List the steps of a case, with who took them and their comments',
  answer: z.object({
    steps: z.array(
      progressSchema.extend({
        step: z.string(),
        comment: z.string().nullable(),
        by: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  }),
  handle: async (request, { database }) => {
    const key = caseKeyOf(request)
    if ((await findCase(database, key)) === undefined) {
      return { kind: 'refused', problems: [caseNotFound(key)] }
    }
    const steps = (await listSteps(database, key)).map(({ step, progress, comment, author, at }) => ({
      step,
      ...progress,
      comment,
      by: author.name,
      at,
    }))
    return { kind: 'json', body: { steps } }
  },
}

const summaries: Readonly<Record<CaseStep, string>> = {
  'hand-in': 'Hand in a complete case',
  'take-back': 'Take back a case that was handed in',
  check: 'Mark a case that was handed in as checked',
  return: 'Return a case to its inspector with comments',
  sign: 'Sign a checked case, which can then no longer be changed',
  reopen: 'Reopen a signed case as a new version, with a reason',
}

const commentSchema = z.strictObject({ comment: z.string().nullable().default(null) })

function stepOperation(editions: Editions, step: CaseStep): Operation {
  return {
    ...inCase,
    id: step,
    tag: 'Steps of a case',
    method: 'POST',
    path: `${ofCase}/steps/${step}`,
    summary: summaries[step],
    permission: permissionOfStep[step],
    audit: `case.${step}`,
    repeatable: true,
    body: { schema: commentSchema, example: { comment: 'Discussed with the case manager.' } },
    answer: progressSchema,
    problems: [
      'fieldwork.case-not-found',
      'fieldwork.step-not-now',
      'fieldwork.comment-missing',
      'fieldwork.case-incomplete',
      'fieldwork.second-person',
    ],
    handle: async (request, shell) => {
      const body = readBody(commentSchema, request)
      if (!body.ok) return { kind: 'refused', problems: body.problems }
      const { comment } = body.value
      const sent = { key: caseKeyOf(request), step, comment, idempotencyKey: idempotencyKeyOf(request) }
      return answered(await takeCaseStep(shell, editions, sent), (progress) => progress)
    },
  }
}

const peopleSchema = z.strictObject({ people: z.array(z.string()) })
const peopleEtag = ({ people }: z.infer<typeof peopleSchema>) => ({ etag: etagOf(assessorsEtag(people)) })

const readPeopleOperation: Operation = {
  ...inCase,
  ...readsCase,
  id: 'read-case-people',
  tag: 'Cases',
  path: `${ofCase}/people`,
  summary: 'Read the assessors of a case, by the ids of the people',
  version: 'given',
  answer: peopleSchema,
  handle: async (request, shell) =>
    answered(await peopleOf(shell, caseKeyOf(request)), (people) => people, peopleEtag),
}

async function peopleOf({ database }: Shell, key: CaseKey): Promise<Result<{ people: string[] }>> {
  if ((await findCase(database, key)) === undefined) return refuse(caseNotFound(key))
  return done({ people: [...(await listAssigned(database, key))] })
}

function allocateOperation(editions: Editions): Operation {
  return {
    ...inCase,
    id: 'allocate',
    tag: 'Cases',
    method: 'PUT',
    path: `${ofCase}/people`,
    summary: 'Set the assessors of a case',
    permission: 'case.allocate',
    audit: 'case.allocate',
    version: 'asked',
    body: { schema: peopleSchema, example: { people: [] } },
    answer: peopleSchema,
    problems: [
      'fieldwork.case-not-found',
      'fieldwork.people-changed-meanwhile',
      'fieldwork.person-not-in-inspection',
      'allocation.conflict',
    ],
    handle: async (request, shell) => {
      const seen = etagSeen(request.headers)
      if (!seen.ok) return { kind: 'refused', problems: seen.problems }
      const body = readBody(peopleSchema, request)
      if (!body.ok) return { kind: 'refused', problems: body.problems }
      const allocation = { personIds: body.value.people, seen: seen.value }
      const allocated = await allocateCase(shell, editions, caseKeyOf(request), allocation)
      return answered(
        allocated,
        () => body.value,
        () => peopleEtag(body.value),
      )
    },
  }
}
