import { parseCalendarDate } from '../../../../core/kernel/calendarDate.ts'
import type { Problem } from '../../../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../../../core/kernel/result.ts'
import { textProblems } from '../../../../core/kernel/textLimits.ts'
import { type Break, clockTime, minutesOf } from '../../../../core/sampling/allocation/fieldworkDay.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'
import { versionSeen } from '../../../layout/form/versionSeen.ts'
import { numberField } from '../numberField.ts'
import { problem } from '../problems.ts'
import type { StoredSettings } from '../timetable.queries.ts'

/**
 * Returns the settings from their form. Refuses with every value that cannot be read. What does not fit together is
 * refused when they are saved.
 */
export function settingsForm(values: FormValues): Result<StoredSettings> {
  const problems: Problem[] = []
  const { seed = '', dayStart = '' } = values
  const start = minutesOf(dayStart)
  if (start === undefined)
    problems.push(problem('allocation.time-not-understood', { value: dayStart }, { field: 'dayStart' }))
  problems.push(...textProblems(seed, 'name', problem('allocation.seed-missing', {}, { field: 'seed' })))
  const number = (field: string, name: string, range: readonly [number, number]) =>
    numberField(values, { field, name, range }, problems)
  const settings = {
    weights: {
      custody: number('custody', 'Points for custody', [0, 20]),
      highRosh: number('highRosh', 'Points for a high risk of serious harm', [0, 20]),
      veryHighRosh: number('veryHighRosh', 'Points for a very high risk of serious harm', [0, 20]),
      highSafety: number('highSafety', 'Points for a high concern for safety and wellbeing', [0, 20]),
      veryHighSafety: number(
        'veryHighSafety',
        'Points for a very high concern for safety and wellbeing',
        [0, 20],
      ),
    },
    fieldwork: {
      days: daysIn(values, problems),
      dayStart: start ?? 0,
      slotMinutes: number('slotMinutes', 'Length of a slot in minutes', [5, 480]),
      slotsPerDay: number('slotsPerDay', 'Slots per day', [1, 48]),
      readingSlots: number('readingSlots', 'Slots for reading a case', [0, 20]),
      breaks: breaksIn(values, problems),
    },
    seed: seed.trim(),
    version: versionSeen(values),
  }
  return unlessProblems(problems, () => settings)
}

function daysIn({ days = '' }: FormValues, problems: Problem[]): StoredSettings['fieldwork']['days'] {
  return partsOf(days).flatMap((value) => {
    const day = parseCalendarDate(value)
    if (day !== undefined) return [day]
    problems.push(problem('allocation.day-not-understood', { value }, { field: 'days' }))
    return []
  })
}

/** `2:15, 4:60`: after slot 2 a break of 15 minutes, after slot 4 a break of an hour. */
function breaksIn({ breaks = '' }: FormValues, problems: Problem[]): readonly Break[] {
  return partsOf(breaks).flatMap((value) => {
    const [, afterSlot, minutes] = /^(\d{1,2}):(\d{1,3})$/.exec(value) ?? []
    if (afterSlot !== undefined) return [{ afterSlot: Number(afterSlot), minutes: Number(minutes) }]
    problems.push(problem('allocation.break-not-understood', { value }, { field: 'breaks' }))
    return []
  })
}

function partsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '')
}

/** Returns the settings as their form has them, without the version. */
export function storedForm({ weights, fieldwork, seed }: StoredSettings): FormValues {
  const points = Object.entries(weights).map(([name, value]) => [name, String(value)])
  return {
    ...Object.fromEntries(points),
    days: fieldwork.days.join('\n'),
    dayStart: clockTime(fieldwork.dayStart),
    slotMinutes: String(fieldwork.slotMinutes),
    slotsPerDay: String(fieldwork.slotsPerDay),
    readingSlots: String(fieldwork.readingSlots),
    breaks: fieldwork.breaks.map(({ afterSlot, minutes }) => `${afterSlot}:${minutes}`).join(', '),
    seed,
  }
}
