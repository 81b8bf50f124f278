/** A column of an inspected case is in one file, from which every page and the API have it: a forgotten one is found. */
import { expect, test } from 'vitest'
import { caseColumns } from '../../src/app/fieldwork/case/inspectedCase.queries.ts'
import { isTest, sourceFiles } from './sourceFiles.ts'

const file = 'src/app/fieldwork/case/inspectedCase.queries.ts'
const source = sourceFiles('src').filter((each) => !isTest(each))

/** The columns of the table, as the types that are made from the database name them. */
function storedColumns(): readonly string[] {
  const types = source.find(({ path }) => path === 'src/platform/database/databaseTypes.ts')?.text ?? ''
  const [, table = ''] = /export interface InspectedCase \{([^}]*)\}/.exec(types) ?? []
  return [...table.matchAll(/(\w+):/g)].map(([, column = '']) => column)
}

test('every column of an inspected case, but for its inspection, is read from the file', () => {
  const read = caseColumns.map((column) => column.replace(/^inspected_case\.(\w+) as \w+$/, '$1'))
  expect(storedColumns()).toContain('case_domain')
  expect([...read, 'inspection_id'].sort()).toEqual([...storedColumns()].sort())
})

test('only the file adds inspected cases', () => {
  const adding = source.filter(({ text }) => text.includes("insertInto('inspected_case')"))
  expect(adding.map(({ path }) => path)).toEqual([file])
})
