/** The operations of the API on roles in an inspection. */
import { z } from 'zod'
import { rolesInInspection } from '../../../core/access/roles.ts'
import { answered, type Operation, readBody } from '../../../platform/http/api/operation.ts'
import { inInspection, inspectionParameter } from '../../layout/api/inInspection.ts'
import { giveRole, removeRole } from '../access/assignRoles.ts'
import { isOnRegister, listRolesIn } from '../access/rights.queries.ts'
import { problem } from '../problems.ts'

const path = '/api/v1/inspections/{inspection}/people'
const common = { ...inInspection, tag: 'People', permission: 'inspection.assign' } as const

const listOperation: Operation = {
  ...common,
  id: 'list-people',
  method: 'GET',
  path,
  summary: 'List the people of an inspection with their roles',
  audit: 'reads',
  answer: z.object({
    people: z.array(z.object({ personId: z.string(), name: z.string(), role: z.string() })),
  }),
  handle: async ({ params: { inspection = '' } }, { database }) => {
    if (!(await isOnRegister(database, inspection))) {
      return { kind: 'refused', problems: [problem('request.not-found', {})] }
    }
    const people = await listRolesIn(database, inspection)
    return {
      kind: 'json',
      body: { people: people.map(({ personId, name, role }) => ({ personId, name, role })) },
    }
  },
}

const roleParameter = {
  name: 'role',
  description: `One of: ${rolesInInspection.join(', ')}.`,
  example: 'inspector',
}

/** The email address of the account, which is personal and so not part of any address of ours. */
const giveSchema = z.strictObject({ email: z.string() })

const giveOperation: Operation = {
  ...common,
  id: 'give-role',
  method: 'PUT',
  path: `${path}/roles/{role}`,
  summary: 'Give a person a role in an inspection; sending it again changes nothing',
  audit: 'inspection.assign',
  parameters: [inspectionParameter, roleParameter],
  body: { schema: giveSchema, example: { email: 'quality-lead@northmoor.example' } },
  answer: z.object({ role: z.string(), held: z.boolean() }),
  problems: [
    'people.own-role',
    'people.no-account',
    'people.role-not-found',
    'people.lead-not-named',
    'people.lead-of-own-account',
  ],
  handle: async (request, shell) => {
    const body = readBody(giveSchema, request)
    if (!body.ok) return { kind: 'refused', problems: body.problems }
    const { inspection = '', role = '' } = request.params
    const result = await giveRole(shell, inspection, { ...body.value, role })
    return answered(result, () => ({ role, held: true }))
  },
}

const removeOperation: Operation = {
  ...common,
  id: 'take-role',
  method: 'DELETE',
  path: `${path}/{person}/roles/{role}`,
  summary: 'Remove a person’s role in an inspection; sending it again changes nothing',
  audit: 'inspection.assign',
  parameters: [
    inspectionParameter,
    {
      name: 'person',
      description: 'The id of the person, as `list-people` returns it.',
      example: 'a1b2c3d4',
    },
    roleParameter,
  ],
  answer: z.object({ personId: z.string(), role: z.string(), held: z.boolean() }),
  problems: ['people.own-role', 'people.person-not-found', 'people.role-not-found', 'people.lead-not-named'],
  handle: async ({ params: { inspection = '', person: personId = '', role = '' } }, shell) =>
    answered(await removeRole(shell, inspection, { personId, role }), () => ({
      personId,
      role,
      held: false,
    })),
}

export const peopleOperations: readonly Operation[] = [listOperation, giveOperation, removeOperation]
