/** The settings of an inspection's allocation, and its timetable. */
import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import type { DifficultyWeights } from '../../../core/sampling/allocation/difficulty.ts'
import type { TimetableSettings } from '../../../core/sampling/allocation/fieldworkDay.ts'
import type { Unplaced } from '../../../core/sampling/allocation/timetable.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import { storedAssessorId, storedMember } from './assessors.queries.ts'

export type AllocationSettings = {
  readonly weights: DifficultyWeights
  readonly fieldwork: TimetableSettings
  /** Decides between allocations that are equally good. */
  readonly seed: string
}
export type StoredSettings = AllocationSettings & { readonly version: number }

const points = z.number().int().nonnegative()
const storedWeights: z.ZodType<DifficultyWeights> = z.object({
  custody: points,
  highRosh: points,
  veryHighRosh: points,
  highSafety: points,
  veryHighSafety: points,
})
const storedFieldwork: z.ZodType<TimetableSettings> = z.object({
  days: z.array(z.string().transform(storedDay)),
  dayStart: points,
  slotMinutes: points,
  slotsPerDay: points,
  readingSlots: points,
  breaks: z.array(z.object({ afterSlot: points, minutes: points })),
})
const storedUnplaced: z.ZodType<readonly Unplaced[]> = z.array(
  z.object({
    pseudonym: z.string(),
    assessor: z.string().transform(storedAssessorId).nullable(),
    caseManager: z.string().nullable(),
    reason: z.enum(['unassigned', 'no-room', 'manager-busy']),
  }),
)

/** Returns the settings of an inspection, or undefined if none were saved. */
export async function findSettings(
  connection: Connection,
  inspectionId: string,
): Promise<StoredSettings | undefined> {
  const row = await connection
    .selectFrom('allocation_settings')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { version, seed } = row
  return {
    weights: storedWeights.parse(row.weights),
    fieldwork: storedFieldwork.parse(row.fieldwork),
    seed,
    version,
  }
}

export async function saveStoredSettings(
  tx: Tx,
  inspectionId: string,
  settings: StoredSettings,
): Promise<void> {
  const values = {
    weights: JSON.stringify(settings.weights),
    fieldwork: JSON.stringify(settings.fieldwork),
    seed: settings.seed,
    version: settings.version,
  }
  await tx
    .insertInto('allocation_settings')
    .values({ inspection_id: inspectionId, ...values })
    .onConflict((conflict) => conflict.column('inspection_id').doUpdateSet(values))
    .execute()
}

/** One reading or interview as it is stored; the assessor by id. */
export type StoredSlot = {
  readonly pseudonym: string
  readonly kind: 'reading' | 'interview'
  readonly part: number
  readonly assessor: ReturnType<typeof storedAssessorId>
  readonly caseManager: string | null
  readonly day: CalendarDate
  readonly from: number
  readonly to: number
}

export type StoredTimetable = {
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly unplaced: readonly Unplaced[]
  /** By day, time and case. */
  readonly slots: readonly StoredSlot[]
}

/** Returns the timetable that was made last, or undefined if none was. */
export async function findTimetable(
  connection: Connection,
  inspectionId: string,
): Promise<StoredTimetable | undefined> {
  const head = await connection
    .selectFrom('timetable')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
  if (head === undefined) return undefined
  const rows = await connection
    .selectFrom('interview_slot')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('day')
    .orderBy('starts')
    .orderBy('pseudonym')
    .execute()
  const slots = rows.map((row) => ({
    pseudonym: row.pseudonym,
    kind: storedMember(['reading', 'interview'], row.kind),
    part: row.part,
    assessor: storedAssessorId(row.assessor_id),
    caseManager: row.case_manager,
    day: storedDay(row.day),
    from: row.starts,
    to: row.ends,
  }))
  const unplaced = storedUnplaced.parse(head.unplaced)
  return { version: head.version, madeAt: head.made_at, madeBy: head.made_by, unplaced, slots }
}

/** Stores a timetable, which replaces the one before. */
export async function saveTimetable(tx: Tx, inspectionId: string, timetable: StoredTimetable): Promise<void> {
  const head = {
    version: timetable.version,
    made_at: timetable.madeAt,
    made_by: timetable.madeBy,
    unplaced: JSON.stringify(timetable.unplaced),
  }
  await tx
    .insertInto('timetable')
    .values({ inspection_id: inspectionId, ...head })
    .onConflict((conflict) => conflict.column('inspection_id').doUpdateSet(head))
    .execute()
  await tx.deleteFrom('interview_slot').where('inspection_id', '=', inspectionId).execute()
  const rows = timetable.slots.map((slot) => ({
    inspection_id: inspectionId,
    pseudonym: slot.pseudonym,
    kind: slot.kind,
    part: slot.part,
    assessor_id: slot.assessor,
    case_manager: slot.caseManager,
    day: slot.day,
    starts: slot.from,
    ends: slot.to,
  }))
  if (rows.length > 0) await tx.insertInto('interview_slot').values(rows).execute()
}

function storedDay(text: string): CalendarDate {
  const day = parseCalendarDate(text)
  if (day === undefined) throw new RangeError(`${text} is stored but is not a day of the calendar`)
  return day
}
