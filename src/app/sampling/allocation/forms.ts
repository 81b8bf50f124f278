/** What the forms of allocation send, read into what the use-cases take, or refused with every fault by its field. */
import { parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { lengthProblems, textProblems } from '../../../core/kernel/textLimits.ts'
import { assessorRoles, type Conflict, conflictKinds } from '../../../core/sampling/allocation/allocation.ts'
import { type Break, minutesOf } from '../../../core/sampling/allocation/fieldworkDay.ts'
import type { PersonToSave } from './assessors-page/saveAssessor.ts'
import { problem } from './problems.ts'
import type { StoredSettings } from './timetable.queries.ts'

export type Body = Readonly<Record<string, string>>

/** The version that a form says it saw. One that is no number is taken as one that was never stored, so it is refused. */
export function seenVersion(body: Body): number {
  const { version = '' } = body
  return /^\d{1,9}$/.test(version) ? Number(version) : -1
}

/** What stands for a service that is not on the register. */
export const otherService = 'other'
const mostCasesPerDay = 10

/** A person, from the form of one. `services` are the ids of the register; `lastDay` is the number of days. */
export function personForm(body: Body, services: readonly string[], lastDay: number): Result<PersonToSave> {
  const problems: Problem[] = []
  const { name = '', role = '', ownService = '', account = '' } = body
  problems.push(...textProblems(name, 'name', problem('allocation.name-missing', {}, { field: 'name' })))
  const known = assessorRoles.find((one) => one === role)
  if (known === undefined) problems.push(problem('allocation.role-missing', {}, { field: 'role' }))
  const local = known === 'local-assessor'
  if (local && ownService !== otherService && !services.includes(ownService))
    problems.push(problem('allocation.own-service-missing', {}, { field: 'ownService' }))
  const casesPerDay = wholeNumber(body, 'casesPerDay', 'Cases per day', [1, mostCasesPerDay], problems)
  const days = Array.from({ length: lastDay }, (_, index) => index + 1).filter(
    (day) => body[`day-${day}`] === 'yes',
  )
  return unlessProblems(problems, () => ({
    name: name.trim().replace(/\s+/g, ' '),
    role: known ?? 'inspector',
    ownServiceId: local && ownService !== otherService ? ownService : null,
    casesPerDay,
    days,
    personId: account === '' ? null : account,
    version: seenVersion(body),
  }))
}

/** A conflict of interest, from the form that declares one. */
export function conflictForm(body: Body): Result<Omit<Conflict, 'assessor'> & { readonly assessor: string }> {
  const problems: Problem[] = []
  const { assessor = '', kind = '', reason = '' } = body
  if (assessor === '') problems.push(problem('allocation.person-missing', {}, { field: 'assessor' }))
  const known = conflictKinds.find((one) => one === kind)
  if (known === undefined) problems.push(problem('allocation.conflict-kind-missing', {}, { field: 'kind' }))
  const field = known === 'case' ? 'case' : 'caseManager'
  const about = known === 'service' ? null : (body[field] ?? '').trim()
  if (about === '' && known !== undefined) problems.push(problem('allocation.about-missing', {}, { field }))
  problems.push(...lengthProblems(about, 'name', { field }))
  problems.push(
    ...textProblems(reason, 'reason', problem('allocation.reason-missing', {}, { field: 'reason' })),
  )
  return unlessProblems(problems, () => ({
    assessor,
    kind: known ?? 'service',
    about,
    reason: reason.trim().replace(/\s+/g, ' '),
  }))
}

/** The settings, from their form. What does not fit together is refused when they are saved. */
export function settingsForm(body: Body): Result<StoredSettings> {
  const problems: Problem[] = []
  const { seed = '', dayStart = '' } = body
  const start = minutesOf(dayStart)
  if (start === undefined)
    problems.push(problem('allocation.time-not-understood', { value: dayStart }, { field: 'dayStart' }))
  problems.push(...textProblems(seed, 'name', problem('allocation.seed-missing', {}, { field: 'seed' })))
  const number = (field: string, name: string, range: Range) =>
    wholeNumber(body, field, name, range, problems)
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
      days: daysIn(body, problems),
      dayStart: start ?? 0,
      slotMinutes: number('slotMinutes', 'Minutes of a slot', [5, 480]),
      slotsPerDay: number('slotsPerDay', 'Slots a day', [1, 48]),
      readingSlots: number('readingSlots', 'Slots for reading', [0, 20]),
      breaks: breaksIn(body, problems),
    },
    seed: seed.trim(),
    version: seenVersion(body),
  }
  return unlessProblems(problems, () => settings)
}

function daysIn(body: Body, problems: Problem[]): StoredSettings['fieldwork']['days'] {
  const { days = '' } = body
  const texts = days.split(/[\s,;]+/).filter((text) => text !== '')
  return texts.flatMap((value) => {
    const day = parseCalendarDate(value)
    if (day === undefined)
      problems.push(problem('allocation.day-not-understood', { value }, { field: 'days' }))
    return day === undefined ? [] : [day]
  })
}

/** `2:15, 4:60`: after slot 2 a break of 15 minutes, after slot 4 one of an hour. */
function breaksIn(body: Body, problems: Problem[]): readonly Break[] {
  const { breaks = '' } = body
  const texts = breaks.split(/[\s,;]+/).filter((text) => text !== '')
  return texts.flatMap((value) => {
    const [, afterSlot, minutes] = /^(\d{1,2}):(\d{1,3})$/.exec(value) ?? []
    if (afterSlot !== undefined) return [{ afterSlot: Number(afterSlot), minutes: Number(minutes) }]
    problems.push(problem('allocation.break-not-understood', { value }, { field: 'breaks' }))
    return []
  })
}

type Range = readonly [least: number, most: number]

function wholeNumber(body: Body, field: string, name: string, range: Range, problems: Problem[]): number {
  const text = (body[field] ?? '').trim()
  const [least, most] = range
  const number = /^\d{1,4}$/.test(text) ? Number(text) : -1
  if (number < least || number > most)
    problems.push(problem('allocation.number-outside', { name, least, most }, { field }))
  return number
}
