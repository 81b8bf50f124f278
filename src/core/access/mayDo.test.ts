import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stages } from '../kernel/stages.ts'
import { mayDo, type Visitor } from './mayDo.ts'
import { permissions } from './permissionTable.ts'
import { overallRoles, type Role, rolesInInspection } from './roles.ts'

const person = (role: Role | null): Visitor => ({
  kind: 'person',
  personId: 'p1',
  name: 'Someone',
  overallRoles: overallRoles.filter((each) => each === role),
  inspectionRoles: rolesInInspection
    .filter((each) => each === role)
    .map((each) => ({ inspectionId: 'own', role: each })),
})
const anonymous: Visitor = { kind: 'anonymous' }
const fieldwork = { inspectionId: 'own', stage: 'fieldwork' } as const

describe('who may do what', () => {
  test('a lead inspector and an assistant inspector answer cases of their own inspection, an outsider does not', () => {
    expect(mayDo(person('lead'), 'case.answer', fieldwork)).toEqual({
      allowed: true,
      because: 'Your role is Lead inspector.',
    })
    expect(mayDo(person('assistant-inspector'), 'case.answer', fieldwork).allowed).toBe(true)
    expect(mayDo(person(null), 'case.answer', fieldwork)).toEqual({
      allowed: false,
      because: 'You have no role in this inspection.',
      next: 'ask',
    })
  })

  test('a lead inspector of another inspection is an outsider', () => {
    expect(
      mayDo(person('lead'), 'inspection.read', { inspectionId: 'other', stage: 'ratings' }).allowed,
    ).toBe(false)
  })

  test('an assistant inspector answers but does not sign', () => {
    expect(mayDo(person('assistant-inspector'), 'case.sign', fieldwork)).toEqual({
      allowed: false,
      because: 'Your role (Assistant inspector) does not allow this.',
      next: 'ask',
    })
  })

  test('no one answers cases after fieldwork, and the refusal names the stage', () => {
    expect(mayDo(person('lead'), 'case.answer', { inspectionId: 'own', stage: 'ratings' })).toEqual({
      allowed: false,
      because: 'Your role (Lead inspector) does not allow this at the stage “Ratings”.',
      next: 'ask',
    })
  })

  test('a published inspection is for everyone, its cases are not', () => {
    const published = { inspectionId: 'own', stage: 'published' } as const
    expect(mayDo(anonymous, 'inspection.read', published).allowed).toBe(true)
    expect(mayDo(anonymous, 'report.read', published).allowed).toBe(true)
    expect(mayDo(anonymous, 'case.read', published).allowed).toBe(false)
  })

  test('someone who is not signed in is asked to sign in', () => {
    expect(mayDo(anonymous, 'inspection.read', fieldwork)).toEqual({
      allowed: false,
      because: 'You are not signed in.',
      next: 'sign-in',
    })
  })

  test('an administrator manages accounts and does not read cases', () => {
    expect(mayDo(person('administrator'), 'people.manage', null).allowed).toBe(true)
    expect(mayDo(person('administrator'), 'case.read', fieldwork).allowed).toBe(false)
    expect(mayDo(person('administrator'), 'inspection.read', fieldwork).allowed).toBe(false)
  })

  test('in all inspections only overall roles have permissions', () => {
    expect(mayDo(person('head-of-programme'), 'inspection.import', null).allowed).toBe(true)
    expect(mayDo(person('lead'), 'inspection.import', null).allowed).toBe(false)
  })
})

describe('always', () => {
  const anyPermission = fc.constantFrom(...permissions)
  const anyStage = fc.constantFrom(...stages)
  const anyRole = fc.constantFrom<Role>(...overallRoles, ...rolesInInspection)

  test('people who are signed in may do all that others may', () => {
    fc.assert(
      fc.property(anyRole, anyPermission, anyStage, (role, permission, stage) => {
        const inspection = { inspectionId: 'own', stage }
        fc.pre(mayDo(anonymous, permission, inspection).allowed)
        expect(mayDo(person(role), permission, inspection).allowed).toBe(true)
      }),
    )
  })

  test('people who may read the sample, which has the references of the service, may read the case list', () => {
    fc.assert(
      fc.property(anyRole, anyStage, (role, stage) => {
        const inspection = { inspectionId: 'own', stage }
        fc.pre(mayDo(person(role), 'sample.read', inspection).allowed)
        expect(mayDo(person(role), 'case-list.read', inspection).allowed).toBe(true)
      }),
    )
  })

  test('a role in one inspection gives no permission in another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Role>(...rolesInInspection),
        anyPermission,
        anyStage,
        (role, permission, stage) => {
          const inspection = { inspectionId: 'other', stage }
          expect(mayDo(person(role), permission, inspection).allowed).toBe(
            mayDo(person(null), permission, inspection).allowed,
          )
        },
      ),
    )
  })
})
