/** The timetable as a calendar file (RFC 5545), which calendar programs open. */
import { printableText } from '../../kernel/printableText.ts'
import type { AppointmentRow } from './appointments.ts'
import { clockTime } from './fieldworkDay.ts'

export type CalendarFile = {
  readonly inspectionId: string
  readonly title: string
  /** When the file was made, in UTC: `20260601T090000Z`. */
  readonly stamp: string
  /** The version of the timetable: entries of a later version replace those of an earlier one in the calendar. */
  readonly version: number
  readonly appointments: readonly AppointmentRow[]
}

/** Summer time in the United Kingdom as it has been since 1996: last Sundays of March and October, at 1:00 UTC. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * Returns the text of the file: lines ended by CR and LF, none longer than 75 octets. A case is named only by its
 * pseudonym.
 */
export function calendarText(file: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Assay//Fieldwork timetable//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(file.title)}`,
    ...london,
    ...file.appointments.flatMap((appointment) => eventLines(file, appointment)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(file: CalendarFile, appointment: AppointmentRow): readonly string[] {
  const summary =
    appointment.kind === 'interview'
      ? `Interview about case ${appointment.pseudonym}`
      : `Read case ${appointment.pseudonym}`
  const people = [
    `Assessor: ${appointment.assessor}`,
    ...(appointment.kind === 'interview'
      ? [`Case manager: ${appointment.caseManager ?? 'another manager'}`]
      : []),
  ]
  return [
    'BEGIN:VEVENT',
    `UID:${appointment.kind}-${appointment.part}-${appointment.pseudonym}-${file.inspectionId}@assay.invalid`,
    `DTSTAMP:${file.stamp}`,
    `SEQUENCE:${file.version}`,
    `DTSTART;TZID=Europe/London:${localTime(appointment.day, appointment.from)}`,
    `DTEND;TZID=Europe/London:${localTime(appointment.day, appointment.to)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(people.join('\n'))}`,
    'CLASS:CONFIDENTIAL',
    'END:VEVENT',
  ]
}

function localTime(day: string, minutes: number): string {
  return `${day.replaceAll('-', '')}T${clockTime(minutes).replace(':', '')}00`
}

/** Text as RFC 5545, section 3.3.11, requires. Control characters, which it forbids, and direction marks are named. */
function escaped(text: string): string {
  return printableText(text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n?|\n/g, '\\n'))
}

const longestLine = 75

/**
 * The line broken as section 3.1 requires: no piece over 75 octets of UTF-8, each after the first begins with a space.
 */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > longestLine) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_00_00 ? 3 : 4
}
