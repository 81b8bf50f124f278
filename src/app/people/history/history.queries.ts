/** What the audit log says of a person or an inspection, the newest first. What was written about cases is not read. */
import { type SqlBool, sql } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'

/** Whose history it is: of a person what they did and what was done to their account and roles, or an inspection's. */
export type HistoryScope =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'inspection'; readonly inspectionId: string }

/** Null for what is not filtered. */
export type HistoryFilter = {
  readonly inspectionId: string | null
  readonly personId: string | null
  /** The names that begin the actions, such as `case`. */
  readonly nouns: readonly string[] | null
  /** Calendar dates in London, both included. */
  readonly from: string | null
  readonly to: string | null
}

export type HistoryEvent = {
  readonly at: Date
  readonly by: string
  readonly personId: string | null
  readonly action: string
  readonly inspectionId: string | null
  readonly subject: string
  /** The name of the person whom it was done to; null if it was done to none. */
  readonly subjectName: string | null
  /** Only of the actions in `shownActions`. */
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
}

/** Actions whose values are only a role, a stage or the status of an account. */
const shownActions = ['inspection.assign', 'inspection.change-stage', 'person.change', 'person.close']

type Page = { readonly from: number; readonly atMost: number }

/** Returns one page of the history, and how many events there are in all. */
export async function listEvents(
  database: Connection,
  scope: HistoryScope,
  filter: HistoryFilter,
  page: Page,
): Promise<{ readonly events: readonly HistoryEvent[]; readonly count: number }> {
  const filteredEvents = filtered(database, scope, filter)
  const { count } = await filteredEvents
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const values = sql<boolean>`event.action = any(${shownActions})`
  const events = await filteredEvents
    .leftJoin('person', 'person.person_id', 'event.subject')
    .select([
      'event.happened_at as at',
      'event.actor as by',
      'event.person_id as personId',
      'event.action',
      'event.inspection_id as inspectionId',
      'event.subject',
      'person.name as subjectName',
      'event.reason',
      sql<unknown>`case when ${values} then event.before end`.as('before'),
      sql<unknown>`case when ${values} then event.after end`.as('after'),
    ])
    .orderBy('event.audit_event_id', 'desc')
    .offset(page.from)
    .limit(page.atMost)
    .execute()
  return { events, count }
}

/** Returns the inspections in a history, and the people who acted in it, by name. */
export async function listChoices(database: Connection, scope: HistoryScope) {
  const all = { inspectionId: null, personId: null, nouns: null, from: null, to: null }
  const inspections = await filtered(database, scope, all)
    .select('event.inspection_id as inspectionId')
    .where('event.inspection_id', 'is not', null)
    .distinct()
    .orderBy('event.inspection_id')
    .execute()
  const people = await filtered(database, scope, all)
    .innerJoin('person', 'person.person_id', 'event.person_id')
    .select(['person.person_id as personId', 'person.name'])
    .distinct()
    .orderBy('person.name')
    .execute()
  return { inspections: inspections.flatMap(({ inspectionId }) => inspectionId ?? []), people }
}

function filtered(database: Connection, scope: HistoryScope, filter: HistoryFilter) {
  let events = database.selectFrom('audit_event as event').where(inScope(scope))
  const { inspectionId, personId, nouns, from, to } = filter
  if (inspectionId !== null) events = events.where('event.inspection_id', '=', inspectionId)
  if (personId !== null) events = events.where('event.person_id', '=', personId)
  if (nouns !== null) events = events.where(sql<SqlBool>`split_part(event.action, '.', 1) = any(${nouns})`)
  if (from !== null) events = events.where(sql<SqlBool>`event.happened_at >= ${startOf(from, 0)}`)
  if (to !== null) events = events.where(sql<SqlBool>`event.happened_at < ${startOf(to, 1)}`)
  return events
}

/** The first moment in London of the day that comes so many days after the date. */
function startOf(date: string, daysAfter: number) {
  return sql`(${date}::date + ${daysAfter}::integer)::timestamp at time zone 'Europe/London'`
}

function inScope(scope: HistoryScope) {
  if (scope.kind === 'inspection') return sql<SqlBool>`event.inspection_id = ${scope.inspectionId}`
  // Written as in the index audit_event_account.
  return sql<SqlBool>`(event.person_id = ${scope.personId} or (event.subject = ${scope.personId}
    and (event.inspection_id is null or event.action = 'inspection.assign')))`
}
