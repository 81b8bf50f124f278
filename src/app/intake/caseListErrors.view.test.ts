import { describe, expect, test } from 'vitest'
import { caseListErrors, pageNumber } from './caseListErrors.view.ts'
import { problem } from './problems.ts'

const fileMissing = problem('intake.file-missing', {}, { field: 'file' })
const cellEmpty = (row: number) =>
  problem('intake.value-missing', { column: 'Gender' }, { file: 'list.csv', row, field: 'Sex' })
const noCases = problem('intake.no-cases', {}, { file: 'list.csv' })
const several = (count: number) => Array.from({ length: count }, (_, index) => cellEmpty(index + 2))

describe('what is wrong with a case list', () => {
  test('is nothing without problems', () => {
    expect(caseListErrors([])).toEqual({ errors: { list: [], fields: {} }, fileErrors: null })
  })

  test('in a field of the form is shown at the field', () => {
    const { errors, fileErrors } = caseListErrors([fileMissing])
    expect(errors.list).toEqual([{ text: `${fileMissing.text} ${fileMissing.action}`, href: '#file' }])
    expect(errors.fields).toHaveProperty('file')
    expect(fileErrors).toBeNull()
  })

  test('in the file is one line of the summary and a row each, with row and column', () => {
    const { errors, fileErrors } = caseListErrors([cellEmpty(3), noCases])
    expect(errors).toEqual({
      list: [{ text: '2 errors were found. No cases were accepted', href: '#file-errors' }],
      fields: {},
    })
    expect(fileErrors?.rows.map(({ row, column }) => [row, column])).toEqual([
      ['3', 'Sex'],
      ['Whole file', '–'],
    ])
    expect(fileErrors).toMatchObject({ shown: null, previous: null, next: null })
  })

  test('is one error if there is one', () => {
    expect(caseListErrors([noCases]).fileErrors?.heading).toBe('1 error was found. No cases were accepted')
  })

  test.each([
    [1, '2', null, '?page=2'],
    [2, '102', '?page=1', '?page=3'],
    [3, '202', '?page=2', null],
    [9, '202', '?page=2', null],
  ])('is shown in pages of 100: page %i begins with row %s', (page, row, previous, next) => {
    const { fileErrors } = caseListErrors(several(250), { page, count: 250, href: '/list' })
    expect(fileErrors?.rows[0]?.row).toBe(row)
    const href = (query: string | null) => query && `/list${query}#file-errors`
    expect(fileErrors?.previous?.href ?? null).toBe(href(previous))
    expect(fileErrors?.next?.href ?? null).toBe(href(next))
  })

  test('says which errors are shown, and that only the first are known', () => {
    const shown = (count: number) =>
      caseListErrors(several(150), { page: 2, count, href: '/list' }).fileErrors?.shown
    expect(shown(150)).toBe('Errors 101 to 150 of 150 are shown.')
    expect(shown(900)).toBe(
      'Errors 101 to 150 of 900 are shown. Only the first 150 can be shown. Fix these, then upload the list again to see the others.',
    )
  })
})

test.each([
  ['3', 3],
  ['0', 1],
  ['-2', 1],
  ['1234567', 1],
  ['two', 1],
  [undefined, 1],
])('the page of an address with %s is %i', (written, page) => {
  expect(pageNumber(written)).toBe(page)
})
