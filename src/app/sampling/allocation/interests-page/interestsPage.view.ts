import { momentText } from '../../../../core/kernel/londonTime.ts'
import { conflictKinds } from '../../../../core/sampling/allocation/allocation.ts'
import type { Actor } from '../../../../platform/shell.ts'
import type { SentForm } from '../../../layout/form/formPage.ts'
import type { StoredConflict } from '../assessors.queries.ts'
import { isPersonOf } from '../caseBar.ts'
import type { Allocation } from '../loadAllocation.ts'
import { assessorsPath, interestsPath, withdrawPath } from '../paths.ts'
import { conflictKindTitles } from '../titles.ts'

/** Returns the field of the form that withdraws a conflict of interest: the page has one such form for each. */
export function withdrawField(conflictId: number): string {
  return `withdraw-${conflictId}`
}

/** Returns what the page prints. Nobody withdraws a conflict of interest of their own. */
export function interestsView(allocation: Allocation, actor: Actor, sent: SentForm | null) {
  const { assessors, conflicts, withdrawn, inspection } = allocation
  const names = new Map(assessors.map(({ id, name }) => [id, name]))
  const ofActor = assessors.filter((person) => isPersonOf(actor, person)).map(({ id }) => id)
  return {
    heading: 'Conflicts of interest',
    declareHref: interestsPath(inspection.id),
    assessorsHref: assessorsPath(inspection.id),
    conflicts: conflicts.map((conflict) => ({
      ...conflictView(conflict, names),
      number: conflict.conflictId,
      isOwn: ofActor.includes(conflict.assessor),
      withdrawHref: withdrawPath(inspection.id, conflict.conflictId),
      field: withdrawField(conflict.conflictId),
    })),
    withdrawn: withdrawn.map((conflict) => conflictView(conflict, names)),
    form: declareForm(allocation, sent),
  }
}

function conflictView(conflict: StoredConflict, names: ReadonlyMap<string, string>) {
  const { reason, declaredBy, declaredAt, withdrawn } = conflict
  const facts = [
    ['Reason', reason],
    ['Declared by', `${declaredBy}, ${momentText(declaredAt)}`],
    ...(withdrawn === null
      ? []
      : [
          ['Withdrawn by', `${withdrawn.by}, ${momentText(withdrawn.at)}`],
          ['Reason for withdrawing it', withdrawn.reason],
        ]),
  ]
  return {
    title: `${names.get(conflict.assessor) ?? conflict.assessor}: ${aboutText(conflict)}`,
    facts: facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  }
}

function aboutText({ kind, about }: StoredConflict): string {
  if (kind === 'service') return 'the whole service'
  return kind === 'case' ? `case ${about}` : `the cases of ${about}`
}

function declareForm({ assessors, cases }: Allocation, sent: SentForm | null) {
  const typed: SentForm['values'] = sent?.form === 'declare' ? sent.values : {}
  const { assessor = '', kind = '', case: pseudonym = '', caseManager = '', reason = '' } = typed
  return {
    hasPeople: assessors.length > 0,
    people: [
      { value: '', text: 'Select a person' },
      ...assessors.map(({ id, name }) => ({ value: id, text: name, selected: id === assessor })),
    ],
    kinds: conflictKinds.map((value) => ({
      value,
      text: conflictKindTitles[value],
      checked: value === kind,
    })),
    cases: [
      { value: '', text: 'Select a case' },
      ...cases.map(({ pseudonym: value }) => ({ value, text: value, selected: value === pseudonym })),
    ],
    caseManager,
    reason,
  }
}
