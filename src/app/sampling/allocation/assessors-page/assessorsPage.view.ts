import { weekdayOf } from '../../../../core/kernel/calendarDate.ts'
import { dateText } from '../../../../core/kernel/londonTime.ts'
import { type Assessor, assessorRoles, capacityOf } from '../../../../core/sampling/allocation/allocation.ts'
import type { Account } from '../accounts.ts'
import type { Sent } from '../allocationPage.ts'
import type { StoredAssessor } from '../assessors.queries.ts'
import { type Body, otherService } from '../forms.ts'
import type { Allocation } from '../loadAllocation.ts'
import { peoplePath, personPath } from '../paths.ts'
import { roleWords } from '../titles.ts'

/**
 * Everybody with their room, those with a role in the inspection who are not among them yet, and the form that adds
 * someone: with what was typed into it, or with what is known of the account `chosen`.
 */
export function peopleView(allocation: Allocation, sent: Sent, chosen: string) {
  const { assessors, inspection, services } = allocation
  const usual = usualForm(allocation)
  const offered = offeredAccounts(allocation)
  const account = offered.find(({ personId }) => personId === chosen)
  const known = account === undefined ? usual : { ...usual, ...formOf(account) }
  const typed = sent.problems.length > 0 ? sent.body : known
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
    offered: offered.map((one) => ({
      name: one.name,
      role: roleWords[one.role],
      // A local assessor has to say which service is their own, so that they get none of its cases.
      chooseHref:
        one.role === 'local-assessor' ? `${peoplePath(inspection.id)}?account=${one.personId}#add` : null,
      fields: Object.entries({ ...usual, ...formOf(one) }).map(([name, value]) => ({ name, value })),
    })),
    form: formView(allocation, typed),
  }
}

/** Those whose role in the inspection lets them assess cases, and who are nobody of the allocation yet. */
function offeredAccounts({ accounts, assessors }: Allocation): readonly Account[] {
  return accounts.filter(({ personId }) => assessors.every((one) => one.personId !== personId))
}

/** Somebody who is new, on every day. */
function usualForm({ settings }: Allocation): Body {
  const days = settings.fieldwork.days.map((_, index) => [`day-${index + 1}`, 'yes'])
  return { casesPerDay: '2', version: '0', ...Object.fromEntries(days) }
}

function formOf({ ownName, role, personId }: Account): Body {
  return { name: ownName, role, account: personId }
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
      text: `${capitalised(weekdayOf(day))} ${dateText(day)}`,
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
