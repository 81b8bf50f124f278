/** The tail is what hurts: one file that grew because each addition was small. Functions are held by the linter. */
import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

const longestFile = 300
/** Tables of data, which read best in one piece. */
const tables = ['src/core/kernel/catalogue.ts', 'src/platform/database/databaseTypes.ts']

test(`no source file is longer than ${longestFile} lines, tables apart`, () => {
  const long = sourceFiles('src').filter(
    (file) => !isTest(file) && !tables.includes(file.path) && file.text.split('\n').length > longestFile,
  )
  expect(long.map((file) => file.path)).toEqual([])
})

test('no type assertion, no any and no silenced compiler', () => {
  const assertion =
    /(?<!\bimport\b[^\n]*|\bexport\b[^\n]*)\bas (?!const\b)[A-Z{(a-z]|: any\b|<any>|@ts-(ignore|nocheck|expect-error)/
  const asserting = sourceFiles('src')
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      file.text
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => assertion.test(line) && !/^\s*(\/\/|\*)|['"`].*\bas\b.*['"`]/.test(line))
        .map((line) => `${file.path}: ${line.trim()}`),
    )
  expect(asserting).toEqual([])
})
