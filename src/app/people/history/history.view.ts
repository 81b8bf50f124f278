/** A history as its page shows it: what was done, where and by whom. What was written about cases stays on their pages. */

import { z } from 'zod'
import { momentText } from '../../../core/kernel/londonTime.ts'
import { isStage, stageTitles } from '../../../core/kernel/stages.ts'
import type { Permission } from '../../../platform/declared.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { isOverallRole, isRoleInInspection, roleTitles } from '../access/roles.ts'
import { actionTitle, readOfAction } from './auditActionWords.ts'
import type { HistoryEvent } from './history.queries.ts'

/** Whether whoever looks may do this in the inspection of the event and with its case, where it is about one. */
export type MayLook = (permission: Permission) => boolean

/** Actions beside those on an inspected case itself that are about one case, by its pseudonym. */
const aboutCase = ['allocation.change-case', 'allocation.begin-case', 'sample.exclude', 'sample.replace']

/** The case that the event is about; null where it is about none. */
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

export function eventLine(event: HistoryEvent, mayLook: MayLook, mayOpenPeople: boolean) {
  const needed = readOfAction(event.action)
  const mayReadMore = needed === null || mayLook(needed)
  const inspection = event.inspectionId
  return {
    at: momentText(event.at),
    by: event.by,
    byHref: mayOpenPeople && event.personId !== null ? `/people/${event.personId}/history` : null,
    title: actionTitle(event.action),
    detail: detailOf(event),
    reason: mayReadMore ? (event.reason ?? '') : '',
    inspection,
    inspectionHref: inspection !== null && mayLook('inspection.read') ? inspectionPath(inspection) : null,
    ...placeOf(event, mayReadMore),
  }
}

type Place = { readonly place: string; readonly placeHref: string | null }

/** Which case or what else it was done to. That there is a case everybody here may know; what of it, readers of cases. */
function placeOf({ action, subject, inspectionId, subjectName }: HistoryEvent, mayReadMore: boolean): Place {
  if (subjectName !== null) return { place: subjectName, placeHref: null }
  if (!action.startsWith('case.') || inspectionId === null) {
    return { place: mayReadMore && isTelling(action, subject, inspectionId) ? subject : '', placeHref: null }
  }
  const { caseId, entry } = partsOf(subject)
  if (!mayReadMore) return { place: `Case ${caseId}`, placeHref: null }
  const words = entry === undefined ? '' : `, ${entry}`
  const placeHref = `${inspectionPath(inspectionId)}/cases/${encodeURIComponent(caseId)}/history`
  return { place: `Case ${caseId}${words}`, placeHref }
}

/** A number made by the program says nothing to people, nor does the inspection a second time. */
function isTelling(action: string, subject: string, inspectionId: string | null): boolean {
  return (
    inspectionId !== null && subject !== inspectionId && !/^[0-9a-f]{16,}$/.test(subject) && action !== ''
  )
}

const role = z.object({ role: z.string() })
const stage = z.object({ stage: z.string() })
const overall = z.object({ overallRoles: z.array(z.string()) })
const closed = z.object({ closed: z.boolean() })

/** The little of the values that says nothing of a case: a role, a stage, the state of an account. */
function detailOf({ before, after }: HistoryEvent): string {
  const given = role.safeParse(after).data
  if (given !== undefined) return `Given: ${roleWords(given.role)}`
  const taken = role.safeParse(before).data
  if (taken !== undefined) return `Taken away: ${roleWords(taken.role)}`
  const moved = stage.safeParse(after).data
  if (moved !== undefined) return isStage(moved.stage) ? stageTitles[moved.stage] : moved.stage
  const held = overall.safeParse(after).data
  if (held !== undefined)
    return `Roles over all inspections: ${held.overallRoles.map(roleWords).join(', ') || 'none'}`
  const ended = closed.safeParse(after).data
  if (ended !== undefined) return ended.closed ? 'Closed' : 'Opened again'
  return ''
}

function roleWords(name: string): string {
  return isRoleInInspection(name) || isOverallRole(name) ? roleTitles[name] : name
}
