import { expect, test } from 'vitest'
import { columnsForm } from './columns.form.ts'

const headings = ['Ref', 'Order', 'Notes', '']

test.each([
  ['nothing chosen', { caseId: '', disposal: '' }, {}],
  ['two columns', { caseId: 'Ref', disposal: 'Order' }, { caseId: 'Ref', disposal: 'Order' }],
  ['a heading that the list does not have', { caseId: 'Ref', disposal: 'Sentence' }, { caseId: 'Ref' }],
  ['a field that there is not', { shoes: 'Notes' }, {}],
])('a form with %s', (_, values, columns) => {
  expect(columnsForm(values, headings.slice(0, 3))).toEqual(columns)
})
