/** The days of fieldwork and how each is divided into slots. */
import type { CalendarDate } from '../../kernel/calendarDate.ts'
import { countOf } from '../../kernel/countOf.ts'
import type { Problem } from '../../kernel/problem.ts'
import { problem } from './problems.ts'

export type TimetableSettings = {
  /** The days of fieldwork in their order; the days of a person are counted in this list from 1. */
  readonly days: readonly CalendarDate[]
  /** When the first slot starts, in minutes after midnight. */
  readonly dayStart: number
  readonly slotMinutes: number
  readonly slotsPerDay: number
  /** Slots in which a case is read before its case manager is interviewed; the interview takes one more. */
  readonly readingSlots: number
  readonly breaks: readonly Break[]
}

/** A pause after the slot of this number, counted from 1. */
export type Break = { readonly afterSlot: number; readonly minutes: number }

/** Used unless an inspection decides otherwise: 9:00 to 16:30 in eight slots of 45 minutes, with three pauses. */
export const usualDay: Omit<TimetableSettings, 'days'> = {
  dayStart: 9 * 60,
  slotMinutes: 45,
  slotsPerDay: 8,
  readingSlots: 2,
  breaks: [
    { afterSlot: 2, minutes: 15 },
    { afterSlot: 4, minutes: 60 },
    { afterSlot: 6, minutes: 15 },
  ],
}

/** A piece of a day, in minutes after midnight. */
export type Span = { readonly from: number; readonly to: number }

/** Returns the span of the slot of this number, counted from 1. */
export function spanOfSlot(settings: TimetableSettings, slot: number): Span {
  const paused = settings.breaks
    .filter(({ afterSlot }) => afterSlot < slot)
    .reduce((sum, { minutes }) => sum + minutes, 0)
  const from = settings.dayStart + (slot - 1) * settings.slotMinutes + paused
  return { from, to: from + settings.slotMinutes }
}

/** Returns the spans of these slots, joining those that follow each other without a pause. */
export function joinedSpans(settings: TimetableSettings, slots: readonly number[]): readonly Span[] {
  const joined: Span[] = []
  for (const slot of [...slots].sort((one, other) => one - other)) {
    const span = spanOfSlot(settings, slot)
    const last = joined.at(-1)
    if (last?.to === span.from) joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}

/** Returns `9:00` as minutes after midnight, or undefined if it is not a time of day. */
export function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number(hours) < 24 && Number(minutes) < 60 ? total : undefined
}

/** Returns minutes after midnight as `09:00`. */
export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const midnight = 24 * 60

/** Returns what is wrong with the settings, each with its field. */
export function settingsProblems(settings: TimetableSettings): readonly Problem[] {
  const { days, slotsPerDay, readingSlots, slotMinutes } = settings
  const twice = days.find((day, index) => days.indexOf(day) !== index)
  const wrongBreak = settings.breaks.find(({ afterSlot }) => afterSlot < 1 || afterSlot >= slotsPerDay)
  const end = slotsPerDay < 1 ? 0 : spanOfSlot(settings, slotsPerDay).to
  return [
    ...(days.length === 0 ? [problem('allocation.no-days', {}, { field: 'days' })] : []),
    ...(twice === undefined ? [] : [problem('allocation.day-twice', { day: twice }, { field: 'days' })]),
    ...(slotMinutes < 1 || slotsPerDay < readingSlots + 1
      ? [
          problem(
            'allocation.day-too-short',
            { slots: countOf(readingSlots + 1, 'slot') },
            { field: 'slotsPerDay' },
          ),
        ]
      : []),
    ...(end > midnight ? [problem('allocation.day-too-long', {}, { field: 'slotsPerDay' })] : []),
    ...(wrongBreak === undefined
      ? []
      : [problem('allocation.break-outside', { slot: wrongBreak.afterSlot }, { field: 'breaks' })]),
  ]
}
