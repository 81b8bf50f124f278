/** Who has which role in an inspection, for programs. */
import { z } from 'zod'
import { problem } from '../../core/kernel/problem.ts'
import {
  answered,
  inInspection,
  inspectionParameter,
  type Operation,
} from '../../platform/http/api/operation.ts'
import { giveRole, takeRole } from './assignRoles.ts'
import { isOnRegister, listRolesIn } from './rights.queries.ts'
import { rolesInInspection } from './roles.ts'

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
    people: z.array(
      z.object({ personId: z.string(), name: z.string(), email: z.string(), role: z.string() }),
    ),
  }),
  handle: async ({ params: { inspection = '' } }, { database }) => {
    if (!(await isOnRegister(database, inspection))) {
      return { kind: 'refused', problems: [problem('request.not-found', {})] }
    }
    return { kind: 'json', body: { people: await listRolesIn(database, inspection) } }
  },
}

const ofRole = {
  ...common,
  path: `${path}/{email}/roles/{role}`,
  audit: 'inspection.assign',
  parameters: [
    inspectionParameter,
    {
      name: 'email',
      description: 'The address of the person’s account.',
      example: 'quality-lead@northmoor.example',
    },
    { name: 'role', description: `One of: ${rolesInInspection.join(', ')}.`, example: 'inspector' },
  ],
  answer: z.object({ email: z.string(), role: z.string(), held: z.boolean() }),
  problems: ['people.own-role', 'people.person-not-found', 'people.role-not-found'],
} as const

const giveOperation: Operation = {
  ...ofRole,
  id: 'give-role',
  method: 'PUT',
  summary: 'Give a person a role in an inspection; done twice, it is done once',
  handle: async ({ params: { inspection = '', email = '', role = '' } }, shell) =>
    answered(await giveRole(shell, inspection, { email, role }), () => ({ email, role, held: true })),
}

const takeOperation: Operation = {
  ...ofRole,
  id: 'take-role',
  method: 'DELETE',
  summary: 'Take a role in an inspection from a person; done twice, it is done once',
  handle: async ({ params: { inspection = '', email = '', role = '' } }, shell) =>
    answered(await takeRole(shell, inspection, { email, role }), () => ({ email, role, held: false })),
}

export const peopleOperations: readonly Operation[] = [listOperation, giveOperation, takeOperation]
