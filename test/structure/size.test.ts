/** The tail is what hurts: one file that grew because each addition was small. The linter checks functions. */
import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

const longestFile = 300
/** Tables of data, which read best in one piece. */
const tables = ['src/platform/database/databaseTypes.ts']

test(`no source file is longer than ${longestFile} lines, except tables`, () => {
  const long = sourceFiles('src').filter(
    (file) => !isTest(file) && !tables.includes(file.path) && file.text.split('\n').length > longestFile,
  )
  expect(long.map((file) => file.path)).toEqual([])
})

/** Code without what is only read by people: comments, strings and templates. */
function bareCode(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/`(?:[^`\\]|\\.)*`/g, '``')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
}

test('no type assertion, no any and no silenced compiler', () => {
  const assertion = /\bas (?!const\b)[A-Z{(a-z]|: any\b|<any>/
  const asserting = sourceFiles('src')
    .filter((file) => !isTest(file))
    .flatMap(({ path, text }) =>
      bareCode(text)
        .split('\n')
        .filter((line) => assertion.test(line) && !/^\s*(import|export|type) |\bimport\b/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
  expect(asserting).toEqual([])
  expect(sourceFiles('src').filter(({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text))).toEqual([])
})
