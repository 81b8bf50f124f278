import { weekdayOf } from '../../../core/kernel/calendarDate.ts'
import { dateWords } from '../../../core/kernel/dateWords.ts'
import { type Assessor, assessorRoles, capacityOf } from '../../../core/sampling/allocation/allocation.ts'
import { type Body, otherService } from './forms.ts'
import type { Allocation } from './loadAllocation.ts'
import type { Sent } from './pageFrame.ts'
import { personPath } from './paths.ts'
import type { StoredAssessor } from './people.queries.ts'
import { roleWords } from './words.ts'

/** Everybody with their room, and the form that adds someone, with what was typed into it. */
export function peopleView(allocation: Allocation, sent: Sent) {
  const { assessors, inspection, services } = allocation
  const everyDay = Object.fromEntries(
    allocation.settings.fieldwork.days.map((_, index) => [`day-${index + 1}`, 'yes']),
  )
  const typed = sent.problems.length > 0 ? sent.body : { casesPerDay: '2', version: '0', ...everyDay }
  return {
    people: assessors.map((one) => ({
      name: one.name,
      href: personPath(inspection.id, one.id),
      role: roleWords[one.role],
      ownService: ownService(one, services),
      casesPerDay: one.casesPerDay,
      days: one.days.length,
      room: capacityOf(one),
      account: accountOf(one, allocation),
      barred: one.ownServiceId === allocation.inspectedServiceId,
    })),
    form: formView(allocation, typed),
  }
}

/** The form of one person, as they are stored or as it was typed. */
export function personView(allocation: Allocation, person: StoredAssessor, sent: Sent) {
  const typed = sent.problems.length > 0 ? sent.body : stored(person)
  return { name: person.name, form: formView(allocation, { ...typed, version: String(person.version) }) }
}

function stored(person: StoredAssessor): Body {
  const own = person.role === 'local-assessor' ? (person.ownServiceId ?? otherService) : ''
  return {
    name: person.name,
    role: person.role,
    ownService: own,
    account: person.personId ?? '',
    casesPerDay: String(person.casesPerDay),
    ...Object.fromEntries(person.days.map((day) => [`day-${day}`, 'yes'])),
  }
}

function formView({ services, settings, accounts }: Allocation, body: Body) {
  const { name = '', role = '', ownService: own = '', casesPerDay = '', version = '0', account = '' } = body
  const choices = [
    { value: '', text: 'Choose a service' },
    ...services.map(({ id, name: text }) => ({ value: id, text })),
    { value: otherService, text: 'A service that is not on the register' },
  ]
  return {
    name,
    casesPerDay,
    version,
    roles: assessorRoles.map((value) => ({ value, text: roleWords[value], checked: value === role })),
    accounts: [
      { value: '', text: 'None yet' },
      ...accounts.map(({ personId: value, name: text }) => ({ value, text })),
    ].map((choice) => ({ ...choice, selected: choice.value === account })),
    services: choices.map((choice) => ({ ...choice, selected: choice.value === own })),
    days: settings.fieldwork.days.map((day, index) => ({
      name: `day-${index + 1}`,
      value: 'yes',
      text: `${capitalised(weekdayOf(day))} ${dateWords(day)}`,
      checked: body[`day-${index + 1}`] === 'yes',
    })),
  }
}

function accountOf({ personId }: StoredAssessor, { accounts }: Allocation): string {
  if (personId === null) return 'None yet'
  return accounts.find((account) => account.personId === personId)?.name ?? 'No role in this inspection'
}

function ownService(one: Assessor, services: Allocation['services']): string {
  if (one.role === 'inspector') return 'None'
  return services.find(({ id }) => id === one.ownServiceId)?.name ?? 'Not on the register'
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
