import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import type { CaseListRules } from '../../../core/intake/caseListRules.ts'
import type { CaseListDifference } from '../../../core/intake/compareCaseLists.ts'
import { ethnicities } from '../../../core/intake/ethnicities.ts'
import type { ListedCase } from '../../../core/intake/listedCase.ts'
import { classes, genders, type ValueCode } from '../../../core/intake/valueCodes.ts'
import { countOf } from '../../../core/kernel/countOf.ts'

/** As many of each kind as help on one page. */
const mostRows = 300

/** Returns what changed between two lists: a sentence with the counts, and a table for each kind of change. */
export function differenceView(difference: CaseListDifference, rules: CaseListRules) {
  const { added, removed, changed, same } = difference
  const changes = changed.flatMap(({ caseId, changes: ofCase }) =>
    ofCase.map((change) => ({ caseId, ...change, field: fieldTitle(change.field) })),
  )
  const isCut = Math.max(changes.length, added.length, removed.length) > mostRows
  return {
    sentence: `${countOf(added.length, 'case')} added, ${countOf(removed.length, 'case')} removed, ${countOf(changed.length, 'case')} changed and ${countOf(same, 'case')} unchanged.`,
    changed: changes.slice(0, mostRows),
    added: added.slice(0, mostRows).map((each) => caseView(each, rules)),
    removed: removed.slice(0, mostRows).map((each) => caseView(each, rules)),
    more: isCut ? `Each table shows its first ${mostRows} rows.` : null,
  }
}

function fieldTitle(name: string): string {
  const field = caseListFields.find((known) => known === name)
  return field === undefined ? name : fieldDescriptions[field].title
}

/** Returns a case with titles instead of codes. */
export function caseView(listed: ListedCase, rules: CaseListRules) {
  return {
    caseId: listed.caseId,
    domain: titleOf(rules.domains, listed.domain),
    disposal: titleOf(rules.disposals, listed.disposal),
    startDate: listed.startDate.split('-').reverse().join('/'),
    gender: titleOf(genders, listed.gender),
    age: listed.age ?? '–',
    ethnicity: titleOf(ethnicities, listed.ethnicity),
    rosh: titleOf(classes, listed.rosh),
    safetyWellbeing: titleOf(classes, listed.safetyWellbeing),
  }
}

function titleOf(codes: readonly ValueCode[], code: string): string {
  return codes.find((known) => known.code === code)?.title ?? code
}
