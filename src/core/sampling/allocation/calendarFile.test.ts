import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseCalendarDate } from '../../kernel/calendarDate.ts'
import { csvText } from '../../kernel/csvText.ts'
import { printableText } from '../../kernel/printableText.ts'
import { assessorId } from './allocation.ts'
import { type AppointmentRow, appointmentsOf, timetableRows } from './appointments.ts'
import { calendarText } from './calendarFile.ts'
import type { CaseTime } from './timetable.ts'

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

const interview: AppointmentRow = {
  day: day('2026-06-02'),
  from: 645,
  to: 690,
  kind: 'interview',
  part: 1,
  pseudonym: 'C-7QK2ZM',
  assessor: 'Sam Okafor',
  caseManager: 'Jo Bloggs',
}
const reading: AppointmentRow = { ...interview, from: 540, to: 630, kind: 'reading' }

const written = (appointments: readonly AppointmentRow[]) =>
  calendarText({
    inspectionId: 'york-2022-12',
    title: 'Fieldwork: York, 2026',
    stamp: '20260601T090000Z',
    version: 3,
    appointments,
  })

type Property = {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}
type Component = { readonly name: string; readonly properties: Property[]; readonly components: Component[] }

/** A reader of RFC 5545 that shares nothing with the writer: unfolds octets, splits lines, nests components. */
function readCalendar(text: string): Component {
  const octets = Buffer.from(text, 'utf8')
  const physical = octets.toString('latin1').split('\r\n')
  expect(physical.pop()).toBe('')
  for (const line of physical) {
    expect(line.length).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n]/)
  }
  const unfolded = Buffer.from(physical.join('\r\n').replaceAll('\r\n ', ''), 'latin1').toString('utf8')
  const root: Component = { name: 'ROOT', properties: [], components: [] }
  const open = [root]
  for (const line of unfolded.split('\r\n')) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]*)*):(.*)$/su.exec(line)
    if (match === null) throw new Error(`no content line: ${line}`)
    const [, name = '', given = '', value = ''] = match
    const parameters = Object.fromEntries(
      given
        .split(';')
        .slice(1)
        .map((one) => one.split('=')),
    )
    if (name === 'BEGIN') {
      const inner: Component = { name: value, properties: [], components: [] }
      open.at(-1)?.components.push(inner)
      open.push(inner)
    } else if (name === 'END') expect(open.pop()?.name).toBe(value)
    else open.at(-1)?.properties.push({ name, parameters, value })
  }
  expect(open).toEqual([root])
  const [calendar] = root.components
  if (calendar === undefined || root.components.length > 1) throw new Error('not one calendar')
  return calendar
}

const valueIn = (component: Component | undefined, name: string) =>
  component?.properties.find((one) => one.name === name)?.value

const unescaped = (text: string | undefined) =>
  text?.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark))

describe('the calendar file', () => {
  const calendar = readCalendar(written([reading, interview]))
  const [timeZone, ...events] = calendar.components

  test('says its version, its maker and that it is published', () => {
    expect(valueIn(calendar, 'VERSION')).toBe('2.0')
    expect(valueIn(calendar, 'METHOD')).toBe('PUBLISH')
    expect(valueIn(calendar, 'PRODID')).toBe('-//Assay//Fieldwork timetable//EN')
    expect(unescaped(valueIn(calendar, 'X-WR-CALNAME'))).toBe('Fieldwork: York, 2026')
  })

  test('carries the rules of Europe/London, whose changes fall on the last Sundays of March and October', () => {
    expect(timeZone?.name).toBe('VTIMEZONE')
    expect(valueIn(timeZone, 'TZID')).toBe('Europe/London')
    expect(
      timeZone?.components.map((one) => [one.name, valueIn(one, 'RRULE'), valueIn(one, 'TZOFFSETTO')]),
    ).toEqual([
      ['DAYLIGHT', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', '+0100'],
      ['STANDARD', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', '+0000'],
    ])
    for (const one of timeZone?.components ?? []) {
      const [, date = ''] = /^(\d{8})T/.exec(valueIn(one, 'DTSTART') ?? '') ?? []
      const start = new Date(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`)
      expect(start.getUTCDay()).toBe(0)
      expect(start.getUTCDate()).toBeGreaterThan(24)
    }
  })

  test('has an event for each reading and interview, with an id of its own, in London time', () => {
    expect(events.map((one) => one.name)).toEqual(['VEVENT', 'VEVENT'])
    expect(new Set(events.map((one) => valueIn(one, 'UID'))).size).toBe(2)
    const [, event] = events
    expect(valueIn(event, 'UID')).toBe('interview-1-C-7QK2ZM-york-2022-12@assay.invalid')
    expect(valueIn(event, 'DTSTAMP')).toBe('20260601T090000Z')
    expect(valueIn(event, 'SEQUENCE')).toBe('3')
    expect(event?.properties.find(({ name }) => name === 'DTSTART')).toEqual({
      name: 'DTSTART',
      parameters: { TZID: 'Europe/London' },
      value: '20260602T104500',
    })
    expect(valueIn(event, 'DTEND')).toBe('20260602T113000')
    expect(valueIn(event, 'SUMMARY')).toBe('Interview about case C-7QK2ZM')
    expect(unescaped(valueIn(event, 'DESCRIPTION'))).toBe('Assessor: Sam Okafor\nCase manager: Jo Bloggs')
  })

  test('says that another manager is interviewed if no case manager is named', () => {
    const [, event] = readCalendar(written([{ ...interview, caseManager: null }])).components
    expect(unescaped(valueIn(event, 'DESCRIPTION'))).toContain('Case manager: another manager')
  })
})

describe('the spreadsheet', () => {
  test('has a row for each reading and interview by day and time', () => {
    const time: CaseTime = {
      pseudonym: 'C-7QK2ZM',
      assessor: id('sam-okafor'),
      caseManager: null,
      day: day('2026-06-02'),
      reading: [{ from: 540, to: 630 }],
      interview: { from: 645, to: 690 },
    }
    expect(timetableRows(appointmentsOf([time], new Map()))).toEqual([
      ['Day', 'Weekday', 'From', 'To', 'What', 'Case', 'Assessor', 'Case manager'],
      ['2026-06-02', 'Tuesday', '09:00', '10:30', 'Reading', 'C-7QK2ZM', 'sam-okafor', ''],
      ['2026-06-02', 'Tuesday', '10:45', '11:30', 'Interview', 'C-7QK2ZM', 'sam-okafor', 'Another manager'],
    ])
  })

  test('does not let a name run as a formula', () => {
    const rows = timetableRows([{ ...interview, caseManager: '=HYPERLINK("x")' }])
    expect(csvText(rows)).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('always', () => {
  test('any name can be read from the file as it was, however long and in any script', () => {
    const name = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((text) => printableText(text) === text)
    fc.assert(
      fc.property(name, (caseManager) => {
        const [, event] = readCalendar(written([{ ...interview, caseManager }])).components
        expect(unescaped(valueIn(event, 'DESCRIPTION'))).toBe(
          `Assessor: Sam Okafor\nCase manager: ${caseManager}`,
        )
      }),
    )
  })
})
