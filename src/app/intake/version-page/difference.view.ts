import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import type { CaseListRules } from '../../../core/intake/caseListRules.ts'
import type { CaseListDifference } from '../../../core/intake/compareCaseLists.ts'
import { ethnicities } from '../../../core/intake/ethnicities.ts'
import type { ListedCase } from '../../../core/intake/listedCase.ts'
import { classes, genders, type ValueCode } from '../../../core/intake/valueCodes.ts'
import { countOf } from '../../../core/kernel/countOf.ts'

/** As many of each kind as help on one page. */
const mostRows = 300

/** A difference in words, with its tables. */
export function differenceView(difference: CaseListDifference, rules: CaseListRules) {
  const { added, removed, changed, same } = difference
  const changes = changed.flatMap(({ caseId, changes: ofCase }) =>
    ofCase.map((change) => ({ caseId, ...change, field: fieldTitle(change.field) })),
  )
  const isCut = Math.max(changes.length, added.length, removed.length) > mostRows
  return {
    sentence: `${countOf(added.length, 'case')} new, ${countOf(removed.length, 'case')} gone, ${countOf(changed.length, 'case')} changed, ${countOf(same, 'case')} as before.`,
    changed: changes.slice(0, mostRows),
    added: added.slice(0, mostRows).map((one) => caseView(one, rules)),
    removed: removed.slice(0, mostRows).map((one) => caseView(one, rules)),
    more: isCut ? `Each table shows its first ${mostRows} rows.` : null,
  }
}

function fieldTitle(name: string): string {
  const field = caseListFields.find((known) => known === name)
  return field === undefined ? name : fieldDescriptions[field].title
}

/** A case with its codes in words. */
export function caseView(one: ListedCase, rules: CaseListRules) {
  return {
    caseId: one.caseId,
    domain: titleOf(rules.domains, one.domain),
    disposal: titleOf(rules.disposals, one.disposal),
    startDate: one.startDate.split('-').reverse().join('/'),
    gender: titleOf(genders, one.gender),
    age: one.age ?? '–',
    ethnicity: titleOf(ethnicities, one.ethnicity),
    rosh: titleOf(classes, one.rosh),
    safetyWellbeing: titleOf(classes, one.safetyWellbeing),
  }
}

function titleOf(codes: readonly ValueCode[], code: string): string {
  return codes.find((known) => known.code === code)?.title ?? code
}
