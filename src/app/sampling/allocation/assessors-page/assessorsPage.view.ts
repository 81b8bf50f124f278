import { type Assessor, assessorRoles, capacityOf } from '../../../../core/sampling/allocation/allocation.ts'
import type { FormValues, SentForm } from '../../../layout/form/formPage.ts'
import { inspectionPagePath } from '../../../layout/inspectionPath.ts'
import type { Account } from '../accounts.ts'
import type { StoredAssessor } from '../assessors.queries.ts'
import type { Allocation } from '../loadAllocation.ts'
import { addAssessorPath, allocationPath, assessorPath, assessorsPath } from '../paths.ts'
import { fieldworkDayText, roleTitles } from '../titles.ts'
import { otherService } from './assessor.form.ts'

/**
 * Returns what the page prints: everyone with their capacity, the people with a role in the inspection who are not among
 * them yet, and the form that adds a person: with what was typed into it, or with what is known of the account `chosen`.
 */
export function assessorsView(allocation: Allocation, sent: SentForm | null, chosen: string) {
  const { assessors, inspection } = allocation
  const usual = usualForm(allocation)
  const offered = offeredAccounts(allocation)
  const account = offered.find(({ personId }) => personId === chosen)
  const known = account === undefined ? usual : { ...usual, ...formOf(account) }
  return {
    heading: 'People',
    proposeHref: allocationPath(inspection.id),
    addHref: assessorsPath(inspection.id),
    rolesHref: inspectionPagePath(inspection.id, 'people'),
    people: assessors.map((assessor) => ({
      name: assessor.name,
      href: assessorPath(inspection.id, assessor.id),
      role: roleTitles[assessor.role],
      ownService: ownServiceText(assessor, allocation),
      casesPerDay: assessor.casesPerDay,
      days: assessor.days.length,
      capacity: capacityOf(assessor),
      account: accountText(assessor, allocation),
    })),
    offered: offered.map((each) => ({
      name: each.name,
      role: roleTitles[each.role],
      // A local assessor must say which service is theirs, so that they get none of its cases.
      chooseHref: each.role === 'local-assessor' ? addAssessorPath(inspection.id, each.personId) : null,
      fields: Object.entries({ ...usual, ...formOf(each) }).map(([name, value]) => ({ name, value })),
    })),
    form: formView(allocation, sent?.values ?? known),
  }
}

/** The people whose role in the inspection lets them assess cases, and who are not part of the allocation yet. */
function offeredAccounts({ accounts, assessors }: Allocation): readonly Account[] {
  return accounts.filter(({ personId }) => assessors.every((each) => each.personId !== personId))
}

/** A new person, on every day. */
function usualForm({ settings }: Allocation): FormValues {
  const days = settings.fieldwork.days.map((_, index) => [`day-${index + 1}`, 'yes'])
  return { casesPerDay: '2', version: '0', ...Object.fromEntries(days) }
}

function formOf({ ownName, role, personId }: Account): FormValues {
  return { name: ownName, role, account: personId }
}

/** Returns what the page of one person prints, as they are stored or as it was typed. */
export function assessorView(allocation: Allocation, assessor: StoredAssessor, sent: SentForm | null) {
  const typed = sent?.values ?? storedForm(assessor)
  return {
    heading: assessor.name,
    form: formView(allocation, { ...typed, version: String(assessor.version) }),
  }
}

function storedForm(assessor: StoredAssessor): FormValues {
  return {
    name: assessor.name,
    role: assessor.role,
    ownService: assessor.role === 'local-assessor' ? (assessor.ownServiceId ?? otherService) : '',
    account: assessor.personId ?? '',
    casesPerDay: String(assessor.casesPerDay),
    ...Object.fromEntries(assessor.days.map((day) => [`day-${day}`, 'yes'])),
  }
}

function formView({ services, settings, accounts }: Allocation, values: FormValues) {
  const { name = '', role = '', ownService = '', casesPerDay = '', version = '0', account = '' } = values
  const serviceItems = [
    { value: '', text: 'Select a service' },
    ...services.map(({ id, name: text }) => ({ value: id, text })),
    { value: otherService, text: 'A service that is not on the register' },
  ]
  const accountItems = [
    { value: '', text: 'No account yet' },
    ...accounts.map(({ personId: value, name: text }) => ({ value, text })),
  ]
  return {
    name,
    casesPerDay,
    version,
    roles: assessorRoles.map((value) => ({ value, text: roleTitles[value], checked: value === role })),
    accounts: accountItems.map((item) => ({ ...item, selected: item.value === account })),
    services: serviceItems.map((item) => ({ ...item, selected: item.value === ownService })),
    days: settings.fieldwork.days.map((day, index) => ({
      name: `day-${index + 1}`,
      value: 'yes',
      text: fieldworkDayText(day),
      checked: values[`day-${index + 1}`] === 'yes',
    })),
  }
}

function accountText({ personId }: StoredAssessor, { accounts }: Allocation): string {
  if (personId === null) return 'No account yet'
  return accounts.find((account) => account.personId === personId)?.name ?? 'No role in this inspection'
}

function ownServiceText(assessor: Assessor, { services, inspectedServiceId }: Allocation): string {
  if (assessor.role === 'inspector') return 'None'
  const service = services.find(({ id }) => id === assessor.ownServiceId)
  if (service === undefined) return 'Not on the register'
  return service.id === inspectedServiceId
    ? `${service.name}. This service is being inspected, so they get no cases.`
    : service.name
}
