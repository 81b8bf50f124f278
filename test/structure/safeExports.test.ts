import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

const sources = sourceFiles('src').filter((file) => !isTest(file))

test('tables are written as CSV in one place, which makes their cells safe', () => {
  const quoting = sources.filter(({ text }) => text.includes(`replaceAll('"', '""')`))
  expect(quoting.map(({ path }) => path)).toEqual([expect.stringMatching(/core\/kernel\/csvText\.ts$/)])
  // Cells as they are: only in what this program stores for itself.
  const exact = sources.filter(({ text }) => /import \{[^}]*\bexactCsvText\b/.test(text))
  expect(exact.map(({ path }) => path)).toEqual([
    expect.stringMatching(/intake\/reading\/withoutColumns\.ts$/),
  ])
})

test('every cell of a spreadsheet that is given out is made safe', () => {
  const sheets = sources.filter(({ text }) => text.includes('aoa_to_sheet('))
  expect(sheets.length).toBeGreaterThan(0)
  for (const { path, text } of sheets) {
    const made = text.match(/aoa_to_sheet\(/g)?.length
    expect([path, text.includes('safeCell') ? made : 0]).toEqual([path, made])
  }
})
