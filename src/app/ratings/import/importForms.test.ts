import { describe, expect, test } from 'vitest'
import { codesOf, doneValue } from '../../../../test/support/results.ts'
import { problem } from '../problems.ts'
import { importAnswersForm } from './importAnswers.form.ts'
import { importProblems } from './importPage.view.ts'
import { importResultsForm } from './importResults.form.ts'

const file = (field: string) => ({ field, name: `${field}.csv`, content: new Uint8Array([65]) })
const filled = {
  service: ' Testham YJS ',
  edition: 'small',
  'fieldwork-month': '3',
  'fieldwork-year': '2024',
}

describe('the form for answers', () => {
  test('gives the service its name without the blanks around it, and a month as it is written in ISO', () => {
    const form = doneValue(importAnswersForm({ body: filled, files: [file('answers')] }))
    expect(form).toMatchObject({
      serviceName: 'Testham YJS',
      fieldworkStarted: '2024-03',
      judgements: null,
      resettlementCases: null,
      madeUp: false,
      replacement: null,
    })
  })

  test.each([
    ['4', '3', '2024', '2024-03-04'],
    ['29', '2', '2024', '2024-02-29'],
  ])('day %s, month %s, year %s is %s', (day, month, year, iso) => {
    const body = { ...filled, 'fieldwork-day': day, 'fieldwork-month': month, 'fieldwork-year': year }
    expect(doneValue(importAnswersForm({ body, files: [file('answers')] })).fieldworkStarted).toBe(iso)
  })

  test.each([
    ['30', '2', '2024'],
    ['', '13', '2024'],
    ['', '3', '24'],
    ['', '', ''],
    ['x', '3', '2024'],
  ])('there is no day %s, month %s, year %s', (day, month, year) => {
    const body = { ...filled, 'fieldwork-day': day, 'fieldwork-month': month, 'fieldwork-year': year }
    expect(codesOf(importAnswersForm({ body, files: [file('answers')] }))).toEqual([
      'inspection.date-malformed',
    ])
  })

  test('names every field that is missing at once', () => {
    expect(
      codesOf(importAnswersForm({ body: { replace: 'yes', resettlementCases: 'some' }, files: [] })),
    ).toEqual([
      'inspection.service-missing',
      'inspection.edition-not-chosen',
      'inspection.date-malformed',
      'inspection.cases-not-whole',
      'inspection.file-not-chosen',
      'inspection.replace-without-reason',
    ])
  })
})

describe('the form for results', () => {
  test('asks for a replacement only where that is ticked', () => {
    const body = { reason: 'Forgotten here.', source: ' ' }
    const form = doneValue(importResultsForm({ body, files: [file('file')] }))
    expect(form).toMatchObject({ replacement: null, source: null })
  })

  test('takes the reason of a replacement', () => {
    const body = { replace: 'yes', reason: ' Corrected. ', madeUp: 'yes', source: 'A report' }
    const form = doneValue(importResultsForm({ body, files: [file('file')] }))
    expect(form).toMatchObject({ replacement: { reason: 'Corrected.' }, madeUp: true, source: 'A report' })
  })
})

describe('problems on the page', () => {
  test('of fields are next to them, of files in one table with their rows', () => {
    const shown = importProblems([
      problem('inspection.service-missing', {}, { field: 'service' }),
      problem('table.cell-empty', {}, { file: 'a.csv', row: 3, field: 'answer' }),
      problem('json.key-twice', { field: 'yes' }, { file: 'b.json', line: 2, column: 9, path: 'yes' }),
      problem(
        'json.field-missing',
        { field: 'rating' },
        { file: 'b.json', path: '[0].rating', field: 'rating' },
      ),
    ])
    expect(shown.errors.list.map(({ href }) => href)).toEqual(['#service', '#problems'])
    expect(Object.keys(shown.errors.fields)).toEqual(['service'])
    expect(shown.rows.map(({ file: name, place, field }) => [name, place, field])).toEqual([
      ['a.csv', 'Row 3', 'answer'],
      ['b.json', 'Line 2, column 9: yes', '–'],
      ['b.json', '[0].rating', 'rating'],
    ])
  })

  test('of a file that is wrong throughout are counted all and shown as far as a page can', () => {
    const many = Array.from({ length: 700 }, (_, row) =>
      problem('table.cell-empty', {}, { file: 'a.csv', row }),
    )
    const shown = importProblems(many)
    expect(shown.rows).toHaveLength(500)
    expect(shown.errors.list[0]?.text).toContain('700 problems')
    expect(shown.more).toContain('200 more')
  })

  test('there are none before the form is sent', () => {
    expect(importProblems([])).toEqual({ errors: { list: [], fields: {} }, rows: [], more: null })
  })
})
