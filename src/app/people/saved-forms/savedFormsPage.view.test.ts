import { expect, test } from 'vitest'
import type { SavedForm } from './savedForm.ts'
import { savedFormsView } from './savedFormsPage.view.ts'

const form: SavedForm = {
  savedFormId: 'f1',
  savedAt: new Date('2026-06-01T08:00:00Z'),
  path: '/inspections/york-2026/findings',
  fields: { areasForImprovement: 'More visits', version: '3', note: '', wasThere: '1' },
  files: [],
}

test('a form says when it was sent and to which page', () => {
  expect(savedFormsView([form]).forms).toMatchObject([
    { sent: '1 June 2026 at 9am', path: form.path, deleteHref: '/saved-forms/f1/delete' },
  ])
})

test('every field is sent again, and only those with something to read are shown', () => {
  const { fields = [] } = savedFormsView([form]).forms[0] ?? {}
  expect(fields.map(({ name }) => name)).toEqual(Object.keys(form.fields))
  expect(fields.filter(({ isShown }) => isShown)).toMatchObject([
    { title: 'Areas for improvement', value: 'More visits' },
    { name: 'wasThere' },
  ])
})

test('files without their content have to be selected again', () => {
  const files = [
    { field: 'list', name: 'cases.csv', content: 'YQ==' },
    { field: 'list', name: 'more.csv', content: null },
  ]
  expect(savedFormsView([{ ...form, files }]).forms[0]).toMatchObject({
    files: ['cases.csv', 'more.csv'],
    missingFiles: ['more.csv'],
  })
})
