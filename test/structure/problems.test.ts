import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problems, refusalTitles } from '../../src/bin/problems.ts'
import { isTest, sourceFiles } from './sourceFiles.ts'

const source = sourceFiles('src').filter((file) => !isTest(file))
const tables = source.filter(({ path }) => path.endsWith('/problems.ts') && !path.startsWith('src/bin/'))

/** The codes that the file of a room declares. */
function declaredIn(path: string): readonly string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^ {2}'([a-z-]+\.[a-z0-9-]+)': \{/gm)].flatMap(
    ([, code = '']) => code,
  )
}

test('every room’s problems are joined, and no two rooms declare the same code', () => {
  const declared = tables.flatMap(({ path }) => declaredIn(path))
  expect(declared.toSorted()).toEqual(Object.keys(problems).toSorted())
})

test('every declared problem is used somewhere', () => {
  const text = source
    .filter((file) => !tables.includes(file))
    .map((file) => file.text)
    .join('\n')
  expect(Object.keys(problems).filter((code) => !text.includes(`'${code}'`))).toEqual([])
})

test('every sentence of a problem is whole', () => {
  // These blanks are filled with whole sentences.
  const partial = Object.entries(problems).filter(
    ([, { sentence, action }]) =>
      !/^[A-Z{‘“].*([.?]|\{because\}|\{reason\})$/.test(sentence) || !/^[A-Z{].*[.?]$/.test(action),
  )
  expect(partial.map(([code]) => code)).toEqual([])
})

/** Refused only to the people who run commands, who have the database itself. */
const ofCommands = ['file.too-large', 'edition.file-too-large']

test('a refusal because of who someone is, or of how much or how often they send, leaves a trace', () => {
  const ofRights = Object.entries(problems).filter(([, { status }]) => [401, 403, 413, 429].includes(status))
  const untraced = ofRights.filter(([code]) => !refusalTitles.has(code) && !ofCommands.includes(code))
  expect(untraced.map(([code]) => code)).toEqual([])
})

test('a form with a missing field leaves none', () => {
  expect(refusalTitles.has('people.name-missing')).toBe(false)
  expect(refusalTitles.has('constructor')).toBe(false)
})
