import { expect, test } from 'vitest'
import { anAllocation, anAssignment, aSampledCase } from '../../../../../test/support/allocationBuilder.ts'
import { codesOf, doneValue } from '../../../../../test/support/results.ts'
import { caseManagersForm, managerField } from './caseManagersPage.form.ts'
import { caseManagersView } from './caseManagersPage.view.ts'

const cases = [{ ...aSampledCase('C-1'), caseManager: 'Jo' }, aSampledCase('C-2'), aSampledCase('C-3')]
const allocation = anAllocation({ cases, assignments: [anAssignment('C-1')] })

test('the page has the case manager and the assessor of each case, but of no case from which the reader is barred', () => {
  const view = caseManagersView(allocation, new Set(['C-3']), { [managerField('C-2')]: 'Sam' })
  expect(view.cases.map(({ caseManager, assessor }) => [caseManager, assessor])).toEqual([
    ['Jo', 'Ann Ames'],
    ['Sam', null],
  ])
})

test('the form is read by case, and refuses each name that is too long', () => {
  expect(doneValue(caseManagersForm({ 'manager-C-1': 'Jo', other: 'x' }))).toEqual(new Map([['C-1', 'Jo']]))
  const tooLong = caseManagersForm({ 'manager-C-1': 'J'.repeat(201), 'manager-C-2': 'Jo' })
  expect(codesOf(tooLong)).toEqual(['text.too-long'])
})
