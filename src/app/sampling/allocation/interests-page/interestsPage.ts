import { momentText } from '../../../../core/kernel/londonTime.ts'
import { done, type Result } from '../../../../core/kernel/result.ts'
import { conflictKinds } from '../../../../core/sampling/allocation/allocation.ts'
import type { RouteRequest } from '../../../../platform/http/route.ts'
import type { Actor, Shell } from '../../../../platform/shell.ts'
import { allocationPage, type Sent } from '../allocationPage.ts'
import type { StoredConflict } from '../assessors.queries.ts'
import { isHeldBy } from '../caseBar.ts'
import { conflictForm } from '../forms.ts'
import type { Allocation, AllocationSources } from '../loadAllocation.ts'
import { kindWords } from '../titles.ts'
import { declareConflict, withdrawConflict } from './conflictChanges.ts'

/** The conflicts that hold, those that were withdrawn, and the form that declares one. */
export function conflictsPage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/interests-page/interestsPage.njk',
    section: '/conflicts',
    view: async (allocation, sent, _request, { actor }) => done(conflictsView(allocation, sent, actor)),
  })
}

export function declareConflictOf(sources: AllocationSources) {
  return async ({ params, body }: RouteRequest, shell: Shell): Promise<Result<unknown>> => {
    const { inspection = '' } = params
    const form = conflictForm(body)
    return form.ok ? declareConflict(shell, sources, inspection, form.value) : form
  }
}

export function withdrawConflictOf(sources: AllocationSources) {
  return ({ params, body }: RouteRequest, shell: Shell): Promise<Result<unknown>> => {
    const { inspection = '', conflict = '' } = params
    const number = /^\d{1,9}$/.test(conflict) ? Number(conflict) : 0
    return withdrawConflict(shell, sources, inspection, number, body[`withdraw-${number}`] ?? '')
  }
}

/** Pure: what the page prints. */
function conflictsView(allocation: Allocation, sent: Sent, actor: Actor) {
  const { assessor = '', kind = '', case: one = '', caseManager = '', reason = '' } = sent.body
  const names = new Map(allocation.assessors.map(({ id, name }) => [id, name]))
  const own = allocation.assessors.filter((one) => isHeldBy(actor, one)).map(({ id }) => id)
  const row = (conflict: StoredConflict) => ({
    isOwn: own.includes(conflict.assessor),
    number: conflict.conflictId,
    person: names.get(conflict.assessor) ?? conflict.assessor,
    about: aboutWords(conflict),
    reason: conflict.reason,
    declared: `${conflict.declaredBy}, ${momentText(conflict.declaredAt)}`,
    withdrawn: conflict.withdrawn,
    withdrawnWords:
      conflict.withdrawn === null ? null : `${conflict.withdrawn.by}, ${momentText(conflict.withdrawn.at)}`,
  })
  const choice = (values: readonly string[], selected: string) =>
    values.map((value) => ({ value, text: value, selected: value === selected }))
  return {
    conflicts: allocation.conflicts.map(row),
    withdrawn: allocation.withdrawn.map(row),
    people: allocation.assessors.map(({ id, name }) => ({
      value: id,
      text: name,
      selected: id === assessor,
    })),
    kinds: conflictKinds.map((value) => ({ value, text: kindWords[value], checked: value === kind })),
    cases: choice(
      allocation.cases.map(({ pseudonym }) => pseudonym),
      one,
    ),
    caseManager,
    reason,
  }
}

function aboutWords({ kind, about }: StoredConflict): string {
  if (kind === 'service') return 'the whole service'
  return kind === 'case' ? `case ${about}` : `the cases of ${about}`
}
