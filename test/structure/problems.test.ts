import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemsReference } from '../../src/bin/docs.ts'
import { catalogue } from '../../src/core/kernel/catalogue.ts'
import { isTest, sourceFiles } from './sourceFiles.ts'

test('docs/reference/problems.md is what the catalogue says; `npm run docs` writes it anew', () => {
  expect(readFileSync('docs/reference/problems.md', 'utf8')).toBe(problemsReference())
})

test('every problem of the catalogue is given somewhere', () => {
  const text = sourceFiles('src')
    .filter((file) => !isTest(file) && !file.path.endsWith('catalogue.ts'))
    .map((file) => file.text)
    .join('\n')
  expect(Object.keys(catalogue).filter((code) => !text.includes(`'${code}'`))).toEqual([])
})

test('every sentence of the catalogue is whole', () => {
  const partial = Object.entries(catalogue).filter(
    ([, entry]) => !/^[A-Z{‘“].*[.?]$/.test(entry.sentence) || !/^[A-Z{].*[.?]$/.test(entry.mend),
  )
  expect(partial.map(([code]) => code)).toEqual([])
})
