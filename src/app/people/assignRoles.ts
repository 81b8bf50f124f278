/** Who has which role in an inspection, and which stage it is at. */
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { isStage, stages } from '../../core/kernel/stages.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import { findPersonByEmail } from './people.queries.ts'
import {
  findStage,
  giveInspectionRole,
  holdInspection,
  isOnRegister,
  saveStage,
  takeInspectionRole,
} from './rights.queries.ts'
import { isRoleInInspection, rolesInInspection } from './roles.ts'

export type RoleWords = { readonly email: string; readonly role: string }

/** Gives a person, named by their address, a role in an inspection. Whoever has it keeps it. */
export async function giveRole(shell: Shell, inspectionId: string, words: RoleWords): Promise<Result<null>> {
  return changeRole(shell, inspectionId, words, 'give')
}

/** Takes a role in an inspection from a person. */
export async function takeRole(shell: Shell, inspectionId: string, words: RoleWords): Promise<Result<null>> {
  return changeRole(shell, inspectionId, words, 'take')
}

async function changeRole(
  shell: Shell,
  inspectionId: string,
  { email, role }: RoleWords,
  change: 'give' | 'take',
): Promise<Result<null>> {
  if (role === '') return refuse(problem('people.role-missing', {}, { field: 'role' }))
  if (!isRoleInInspection(role)) {
    return refuse(
      problem('people.role-not-found', { role, known: rolesInInspection.join(', ') }, { field: 'role' }),
    )
  }
  return shell.transact(async (tx) => {
    const person = await findPersonByEmail(tx, email)
    // A role can be taken from a closed account, so that it opens again without it.
    if (person === undefined || (change === 'give' && person.closed)) {
      return refuse(problem('people.no-account', {}, { field: 'email' }))
    }
    if (!(await isOnRegister(tx, inspectionId))) return refuse(problem('request.not-found', {}))
    if (person.personId === shell.actor.personId) return refuse(problem('people.own-role', {}))
    const held = { inspectionId, role }
    const saveRole = change === 'give' ? giveInspectionRole : takeInspectionRole
    if (!(await saveRole(tx, person.personId, held))) return done(null)
    await recordAudit(tx, shell, {
      action: 'inspection.assign',
      inspectionId,
      subject: person.personId,
      before: change === 'give' ? null : { role },
      after: change === 'give' ? { role } : null,
      reason: null,
    })
    return done(null)
  })
}

/**
 * Moves an inspection to another stage, forward or back. With `seen`, the stage that the request saw, it is refused
 * where somebody moved the inspection meanwhile. Sent again, it is done once.
 */
export async function changeStage(
  shell: Shell,
  inspectionId: string,
  stage: string,
  seen?: string,
): Promise<Result<null>> {
  if (!isStage(stage)) {
    return refuse(problem('people.stage-not-found', { stage, known: stages.join(', ') }, { field: 'stage' }))
  }
  return shell.transact(async (tx) => {
    if (!(await holdInspection(tx, inspectionId))) return refuse(problem('request.not-found', {}))
    const before = await findStage(tx, inspectionId)
    if (before === stage) return done(null)
    if (seen !== undefined && seen !== before) {
      return refuse(problem('people.stage-changed-meanwhile', {}, { field: 'stage' }))
    }
    await saveStage(tx, inspectionId, stage)
    await recordAudit(tx, shell, {
      action: 'inspection.change-stage',
      inspectionId,
      subject: inspectionId,
      before: { stage: before },
      after: { stage },
      reason: null,
    })
    return done(null)
  })
}
