import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../../kernel/calendarDate.ts'
import { type AllocatableCase, type Assessor, type Assignment, assessorId } from './allocation.ts'
import { managerKey } from './conflicts.ts'
import {
  clockTime,
  minutesOf,
  type Span,
  settingsProblems,
  spanOfSlot,
  type TimetableSettings,
  usualDay,
} from './fieldworkDay.ts'
import { makeTimetable, type Timetable, type TimetableTask } from './timetable.ts'

function day(text: string): CalendarDate {
  const found = parseCalendarDate(text)
  if (found === undefined) throw new Error(text)
  return found
}

function id(text: string) {
  const found = assessorId(text)
  if (found === undefined) throw new Error(text)
  return found
}

const week = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'].map(day)
const usual: TimetableSettings = { ...usualDay, days: week }

function aCase(pseudonym: string, caseManager: string | null): AllocatableCase {
  const plain = { domain: 'court', disposal: 'x', custody: false, rosh: 'low', safetyWellbeing: 'low' }
  return { pseudonym, caseManager, ...plain }
}

function aPerson(name: string, casesPerDay: number, days: readonly number[]): Assessor {
  return { id: id(name), name, role: 'inspector', ownServiceId: null, casesPerDay, days }
}

/** Cases given to people in turn, each with a case manager. */
function aTask(
  managers: readonly (string | null)[],
  assessors: readonly Assessor[],
  settings: TimetableSettings = usual,
): TimetableTask {
  const cases = managers.map((manager, index) => aCase(`C-${String(index).padStart(3, '0')}`, manager))
  const assignments = cases.flatMap(({ pseudonym }, index): Assignment[] => {
    const holder = assessors[index % assessors.length]
    return holder === undefined ? [] : [{ pseudonym, assessor: holder.id, origin: 'proposed' }]
  })
  return { cases, assignments, assessors, settings }
}

describe('a day of fieldwork', () => {
  test('has its slots one after another with the breaks between', () => {
    const slots = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => spanOfSlot(usual, slot))
    expect(slots.map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`)).toEqual([
      '09:00–09:45',
      '09:45–10:30',
      '10:45–11:30',
      '11:30–12:15',
      '13:15–14:00',
      '14:00–14:45',
      '15:00–15:45',
      '15:45–16:30',
    ])
  })

  test('that is too short for one case, ends after midnight or is entered twice is refused with its field', () => {
    const faulty: TimetableSettings = {
      ...usual,
      days: [week[0] ?? day(''), week[0] ?? day('')],
      slotsPerDay: 2,
      breaks: [{ afterSlot: 2, minutes: 10 }],
    }
    expect(settingsProblems(faulty).map(({ code, place }) => [code, place.field])).toEqual([
      ['allocation.day-twice', 'days'],
      ['allocation.day-too-short', 'slotsPerDay'],
      ['allocation.break-outside', 'breaks'],
    ])
    expect(settingsProblems({ ...usual, days: [], slotMinutes: 120 }).map(({ code }) => code)).toEqual([
      'allocation.no-days',
      'allocation.day-too-long',
    ])
    expect(settingsProblems(usual)).toEqual([])
  })

  test.each([
    ['9:00', 540],
    ['09.30', 570],
    ['24:00', undefined],
    ['9', undefined],
  ])('%s is read as %s minutes after midnight', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes)
  })
})

describe('a timetable', () => {
  test('reads a case in two slots, then interviews its case manager', () => {
    const { times } = makeTimetable(aTask(['Jo'], [aPerson('ann', 2, [2])]))
    expect(times).toEqual([
      {
        pseudonym: 'C-000',
        assessor: 'ann',
        caseManager: 'Jo',
        day: '2026-06-02',
        reading: [{ from: 540, to: 630 }],
        interview: { from: 645, to: 690 },
      },
    ])
  })

  test('never has one case manager in two interviews at the same time', () => {
    const people = ['ann', 'bob', 'cai'].map((name) => aPerson(name, 2, [1]))
    const { times, unplaced } = makeTimetable(aTask(['Jo', ' jo', 'JO'], people))
    expect(unplaced).toEqual([])
    expect(new Set(times.map(({ interview }) => interview.from)).size).toBe(3)
  })

  test('lists what it could not place, and why', () => {
    const people = ['ann', 'bob'].map((name) => aPerson(name, 1, [1]))
    const oneSlot = { ...usual, slotsPerDay: 3, breaks: [] }
    const task = aTask(['Jo', 'Jo', 'Kim'], people, oneSlot)
    const unassigned = { ...task, cases: [...task.cases, aCase('C-900', null)] }
    expect(makeTimetable(unassigned).unplaced.map(({ pseudonym, reason }) => [pseudonym, reason])).toEqual([
      ['C-001', 'manager-busy'],
      ['C-002', 'no-room'],
      ['C-900', 'unassigned'],
    ])
  })

  test('moves other interviews if the first times would leave a case without one', () => {
    const short = { ...usual, days: week.slice(0, 2), slotsPerDay: 3, breaks: [] }
    const people = [aPerson('ann', 1, [1, 2]), aPerson('bob', 1, [1])]
    const { times, unplaced } = makeTimetable(aTask(['Jo', 'Jo'], people, short))
    expect(unplaced).toEqual([])
    expect(times.map(({ assessor, day: on }) => [assessor, on])).toEqual([
      ['bob', '2026-06-01'],
      ['ann', '2026-06-02'],
    ])
  })
})

const anyTask = fc
  .record({
    managers: fc.array(fc.constantFrom(null, 'Jo', 'jo ', 'Kim', 'Lee', 'Max', 'Nia'), { maxLength: 40 }),
    people: fc.array(
      fc.record({ casesPerDay: fc.integer({ min: 1, max: 3 }), days: fc.subarray([1, 2, 3, 4, 5]) }),
      { minLength: 1, maxLength: 6 },
    ),
    slotsPerDay: fc.integer({ min: 1, max: 9 }),
    readingSlots: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ managers, people, slotsPerDay, readingSlots }) => {
    const assessors = people.map(({ casesPerDay, days }, index) =>
      aPerson(`person-${index}`, casesPerDay, days),
    )
    return aTask(managers, assessors, { ...usual, slotsPerDay, readingSlots })
  })

function overlapping(spans: readonly Span[]): boolean {
  const ordered = spans.toSorted((one, other) => one.from - other.from)
  return ordered.some((span, index) => span.from < (ordered[index - 1]?.to ?? 0))
}

const spansBy = (timetable: Timetable, key: (one: Timetable['times'][number]) => string) =>
  Map.groupBy(timetable.times, (one) => `${key(one)} ${one.day}`)

describe('always', () => {
  test('places or lists every case once', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { times, unplaced } = makeTimetable(task)
        const named = [...times, ...unplaced].map(({ pseudonym }) => pseudonym).sort()
        expect(named).toEqual(task.cases.map(({ pseudonym }) => pseudonym))
      }),
    )
  })

  test('no assessor and no case manager is in two places at once', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const timetable = makeTimetable(task)
        for (const own of spansBy(timetable, ({ assessor }) => assessor).values())
          expect(overlapping(own.flatMap(({ reading, interview }) => [...reading, interview]))).toBe(false)
        const managed = { ...timetable, times: timetable.times.filter((one) => one.caseManager !== null) }
        for (const own of spansBy(managed, ({ caseManager }) => managerKey(caseManager ?? '')).values())
          expect(overlapping(own.map(({ interview }) => interview))).toBe(false)
      }),
    )
  })

  test('the case’s assessor interviews, is there that day, has no more than a day’s cases, and has read first', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const timetable = makeTimetable(task)
        for (const one of timetable.times) {
          expect(one.assessor).toBe(task.assignments.find((its) => its.pseudonym === one.pseudonym)?.assessor)
          const person = task.assessors.find((its) => its.id === one.assessor)
          expect(person?.days).toContain(week.indexOf(one.day) + 1)
          const readMinutes = one.reading.reduce((sum, { from, to }) => sum + to - from, 0)
          expect(readMinutes).toBe(task.settings.readingSlots * task.settings.slotMinutes)
          for (const span of one.reading) expect(span.to).toBeLessThanOrEqual(one.interview.from)
        }
        for (const own of spansBy(timetable, ({ assessor }) => assessor).values()) {
          const person = task.assessors.find((its) => its.id === own[0]?.assessor)
          expect(own.length).toBeLessThanOrEqual(person?.casesPerDay ?? 0)
        }
      }),
    )
  })

  test('with no case manager to wait for, leaves out a case only if its assessor’s days are full', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const alone = { ...task, cases: task.cases.map((one) => ({ ...one, caseManager: null })) }
        const { times, unplaced } = makeTimetable(alone)
        const { slotsPerDay, readingSlots } = task.settings
        for (const assessor of task.assessors) {
          const wanted = task.assignments.filter((one) => one.assessor === assessor.id).length
          const aDay = Math.min(assessor.casesPerDay, Math.floor(slotsPerDay / (readingSlots + 1)))
          const placed = times.filter((one) => one.assessor === assessor.id).length
          expect(placed).toBe(Math.min(wanted, aDay * assessor.days.length))
        }
        expect(unplaced.every(({ reason }) => reason === 'no-room')).toBe(true)
      }),
    )
  })

  test('does not depend on the order of cases, assignments or people', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const turned = {
          ...task,
          cases: task.cases.toReversed(),
          assignments: task.assignments.toReversed(),
          assessors: task.assessors.toReversed(),
        }
        expect(makeTimetable(turned)).toEqual(makeTimetable(task))
      }),
    )
  })
})
