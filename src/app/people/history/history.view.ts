/** A history as its page shows it: what was done, where and by whom. What was written about cases is only on their pages. */

import { z } from 'zod'
import { isOverallRole, isRoleInInspection, roleTitles } from '../../../core/access/roles.ts'
import { momentText } from '../../../core/kernel/londonTime.ts'
import { isStage, stageTitles } from '../../../core/kernel/stages.ts'
import type { Permission } from '../../../platform/declared.ts'
import { caseHistoryPath, inspectionPath } from '../../layout/inspectionPath.ts'
import { personHistoryPath } from '../paths.ts'
import type { ActionTexts } from './actionTexts.ts'
import type { HistoryEvent } from './history.queries.ts'

/** Whether the reader has a permission in the inspection of the event and for its case, if it is about one. */
export type MayLook = (permission: Permission) => boolean

/** Actions other than those on an inspected case that are about one case, by its pseudonym. */
const aboutCase = ['allocation.change-case', 'allocation.begin-case', 'sample.exclude', 'sample.replace']

/** Returns the case that the event is about; null if it is about none. */
export function caseOfEvent({ action, subject }: Pick<HistoryEvent, 'action' | 'subject'>): string | null {
  if (action.startsWith('case.')) return partsOf(subject).caseId
  return aboutCase.includes(action) ? subject : null
}

/** The case and the entry of it that a subject names. */
function partsOf(subject: string): { readonly caseId: string; readonly entry?: string } {
  return {
    caseId: subject,
    .../^(?<caseId>.+?)(?: (?<entry>(?:answer|note|fact|practice) .+))?$/.exec(subject)?.groups,
  }
}

/** Returns one row of the table. `mayOpenPeople`: the reader may open the histories of people. */
export function eventLine(
  { titleOf, readOf }: ActionTexts,
  event: HistoryEvent,
  mayLook: MayLook,
  mayOpenPeople: boolean,
) {
  const needed = readOf(event.action)
  const mayReadMore = needed === null || mayLook(needed)
  const inspection = event.inspectionId
  return {
    at: momentText(event.at),
    by: event.by,
    byHref: mayOpenPeople && event.personId !== null ? personHistoryPath(event.personId) : null,
    title: titleOf(event.action),
    detail: detailOf(event),
    reason: mayReadMore ? (event.reason ?? '') : '',
    inspection,
    inspectionHref: inspection !== null && mayLook('inspection.read') ? inspectionPath(inspection) : null,
    ...placeOf(event, mayReadMore),
  }
}

type Place = { readonly place: string; readonly placeHref: string | null }

/** What it was done to. Everyone here sees which case; only people who may read cases see which part of it. */
function placeOf({ action, subject, inspectionId, subjectName }: HistoryEvent, mayReadMore: boolean): Place {
  if (subjectName !== null) return { place: subjectName, placeHref: null }
  if (!action.startsWith('case.') || inspectionId === null) {
    return { place: mayReadMore && isReadable(subject, inspectionId) ? subject : '', placeHref: null }
  }
  const { caseId, entry } = partsOf(subject)
  if (!mayReadMore) return { place: `Case ${caseId}`, placeHref: null }
  const placeHref = caseHistoryPath(inspectionId, caseId)
  return { place: entry === undefined ? `Case ${caseId}` : `Case ${caseId}, ${entryText(entry)}`, placeHref }
}

/** Facts have names of their own only in the edition; here people read that it was one. */
function entryText(entry: string): string {
  return entry.startsWith('fact ') ? 'fact' : entry
}

/** An id made by the program means nothing to people, and the inspection is shown already. */
function isReadable(subject: string, inspectionId: string | null): boolean {
  return inspectionId !== null && subject !== inspectionId && !/^[0-9a-f]{16,}$/.test(subject)
}

const role = z.object({ role: z.string() })
const stage = z.object({ stage: z.string() })
const overall = z.object({ overallRoles: z.array(z.string()) })
const closed = z.object({ closed: z.boolean() })

/** What the values say without saying anything of a case: a role, a stage, the status of an account. */
function detailOf({ before, after }: HistoryEvent): string {
  const givenRole = role.safeParse(after).data
  if (givenRole !== undefined) return `Given: ${titleOfRole(givenRole.role)}`
  const removedRole = role.safeParse(before).data
  if (removedRole !== undefined) return `Removed: ${titleOfRole(removedRole.role)}`
  const newStage = stage.safeParse(after).data
  if (newStage !== undefined) return isStage(newStage.stage) ? stageTitles[newStage.stage] : newStage.stage
  const roles = overall.safeParse(after).data
  if (roles !== undefined)
    return `Roles in all inspections: ${roles.overallRoles.map(titleOfRole).join(', ') || 'none'}`
  const account = closed.safeParse(after).data
  if (account !== undefined) return account.closed ? 'Closed' : 'Reopened'
  return ''
}

function titleOfRole(name: string): string {
  return isRoleInInspection(name) || isOverallRole(name) ? roleTitles[name] : name
}
