import { describe, expect, test } from 'vitest'
import type { Stage } from '../kernel/stages.ts'
import { type Permission, permissionTable, rolesWith } from './permissionTable.ts'
import { overallRoles, type Role, roles, serviceRoles } from './roles.ts'

function stagesOf(permission: Permission, role: Role): readonly Stage[] {
  const rule = permissionTable[permission]
  return rule.for === 'roles' ? (rule.roles[role] ?? []) : []
}

test.each<[writes: Permission, reads: Permission]>([
  ['case.answer', 'case.read'],
  ['case.decide', 'case.read'],
  ['case.check', 'case.read'],
  ['case.sign', 'case.read'],
  ['case.reopen', 'case.read'],
  ['case-list.write', 'case-list.read'],
  ['sample.write', 'sample.read'],
  ['allocation.write', 'allocation.read'],
])('people who may %s see no more in a refused form than they may read: %s', (writes, reads) => {
  for (const role of roles)
    expect(stagesOf(reads, role)).toEqual(expect.arrayContaining([...stagesOf(writes, role)]))
})

test('the roles with a permission are those of its row, and none if it is not given to roles', () => {
  expect(rolesWith('case.answer')).toEqual(['lead', 'inspector', 'assistant-inspector', 'local-assessor'])
  expect(rolesWith('page.read')).toEqual([])
})

describe('what is written about cases', () => {
  test.each([...serviceRoles, 'operations', 'chief-inspector', 'administrator'] as const)(
    'is not for: %s',
    (role) => {
      for (const permission of ['case.read', 'case.answer', 'case.decide'] as const) {
        expect(stagesOf(permission, role)).toEqual([])
      }
    },
  )

  test('is for the head of programme and research only after fieldwork', () => {
    for (const role of ['head-of-programme', 'research'] as const) {
      expect(stagesOf('case.read', role)).toEqual(['ratings', 'report'])
    }
  })

  test('is for local assessors only during fieldwork', () => {
    expect(stagesOf('case.read', 'local-assessor')).toEqual(['fieldwork'])
  })
})

test('no one who works in an inspection names its lead', () => {
  const naming = roles.filter((role) => stagesOf('inspection.name-lead', role).length > 0)
  expect(naming).toEqual(['head-of-programme'])
  expect(overallRoles).toContain(naming[0])
})
