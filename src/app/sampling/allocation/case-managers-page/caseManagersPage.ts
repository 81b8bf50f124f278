import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { lengthProblems } from '../../../../core/kernel/textLimits.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { type FormValues, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { nameCaseManagers } from '../allocated-case-page/changeCase.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import { barredCases } from '../allocationSeenBy.ts'
import type { Allocation, AllocationSources } from '../loadAllocation.ts'
import { caseManagersPath } from '../paths.ts'

const path = `${allocationRoute}/case-managers`
const permission = 'allocation.write'
const prefix = 'manager-'

/** Returns the routes of the page that names the case manager of each case, in one form. */
export function caseManagersRoutes(sources: AllocationSources): readonly Route[] {
  const page = allocationPage(sources, {
    template: 'sampling/allocation/case-managers-page/caseManagersPage.njk',
    section: 'Case managers',
    view: async ({ allocation, sent, shell }) =>
      done(caseManagersView(allocation, await barredCases(shell, allocation), sent?.values ?? {})),
  })
  const save = sendForm(page, {
    act: async ({ params: { inspection = '' }, body }, shell) => {
      const names = caseManagersForm(body)
      return names.ok ? nameCaseManagers(shell, sources, inspection, names.value) : names
    },
    next: (_, { params: { inspection = '' } }) =>
      redirectAllocated('case-managers-saved', caseManagersPath(inspection)),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'allocation.name-case-managers', repeats: true, handle: save },
  ]
}

/** Returns what the page prints; of the `barred` cases it has nothing. */
export function caseManagersView(
  { cases, assignments, assessors }: Allocation,
  barred: ReadonlySet<string>,
  typed: FormValues,
) {
  const names = new Map(assessors.map(({ id, name }) => [id, name]))
  const assigned = new Map(assignments.map(({ pseudonym, assessor }) => [pseudonym, names.get(assessor)]))
  return {
    heading: 'Case managers',
    cases: cases
      .filter(({ pseudonym }) => !barred.has(pseudonym))
      .map(({ pseudonym, caseManager }) => ({
        pseudonym,
        field: prefix + pseudonym,
        caseManager: typed[prefix + pseudonym] ?? caseManager ?? '',
        assessor: assigned.get(pseudonym) ?? null,
      })),
  }
}

/** Returns the names by pseudonym. Refuses with each name that is too long. */
export function caseManagersForm(values: FormValues): Result<ReadonlyMap<string, string>> {
  const fields = Object.entries(values).filter(([field]) => field.startsWith(prefix))
  const [first, ...others] = fields.flatMap(([field, name]) => lengthProblems(name, 'name', { field }))
  if (first !== undefined) return refuse(first, ...others)
  return done(new Map(fields.map(([field, name]) => [field.slice(prefix.length), name])))
}
