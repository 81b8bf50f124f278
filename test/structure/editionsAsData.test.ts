/** Rules come from the edition file, never from code: no code knows a year, a threshold or a standard's number. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isTest, type SourceFile, sourceFiles } from './sourceFiles.ts'

/** The code itself, without comments: docstrings should name editions as the source of a rule. */
function codeOf(file: SourceFile): string {
  return file.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

const code = sourceFiles('src').filter((file) => !isTest(file))

test('no code names an edition', () => {
  const ids = readdirSync('editions').map((name) => name.replace(/\.yaml$/, ''))
  const naming = code.filter((file) => ids.some((id) => codeOf(file).includes(id)))
  expect(naming.map((file) => file.path)).toEqual([])
})

test('no code names a standard, a key question or a prompt by its number', () => {
  const number = /['"`][1-9]\.[1-9](\.[1-9](\.[a-z])?)?['"`]/
  const naming = code.filter((file) => number.test(codeOf(file)))
  expect(naming.map((file) => file.path)).toEqual([])
})

test('no code names a rating of one edition', () => {
  const rating = /['"`](inadequate|requires-improvement|good|outstanding)['"`]/
  const naming = code.filter((file) => rating.test(codeOf(file)))
  expect(naming.map((file) => file.path)).toEqual([])
})
