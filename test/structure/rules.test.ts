/** A rule of an edition is one module, has a test in plain English, and is applied: what was forgotten is named. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionShape } from '../../src/core/framework/edition.ts'
import { ruleGroups } from '../../src/core/framework/rules/rules.ts'
import { isTest, sourceFiles } from './sourceFiles.ts'

const modules = sourceFiles('src/core/framework/rules')
const outside = sourceFiles('src').filter(
  (file) => !isTest(file) && !/^src\/(core|app)\/framework\//.test(file.path),
)

/** The module that declares the rule. */
function moduleOf(name: string): string {
  const [module, ...others] = modules.filter((file) => !isTest(file) && file.text.includes(`name: '${name}'`))
  if (module === undefined || others.length > 0) throw new Error(`${name} is not in exactly one module`)
  return module.path
}

test('every rule has its text in the test of its module', () => {
  const names = ruleGroups.flatMap(({ rules }) => rules.map(({ name }) => name))
  const untested = names.filter((name) => {
    const file = moduleOf(name).replace(/\.ts$/, '.test.ts')
    return !readFileSync(file, 'utf8').includes(`'${name}'`)
  })
  expect(names.length).toBeGreaterThanOrEqual(22)
  expect(untested).toEqual([])
})

test('every key of the rules is applied by code outside the edition', () => {
  const { rules, sample, fieldwork } = editionShape.keys
  const keys = [rules, sample, fieldwork].flatMap(({ shape }) => Object.keys(shape.keys ?? {}))
  const applied = (key: string) => outside.some(({ text }) => new RegExp(`\\b${key}\\b`).test(text))
  expect(keys.length).toBeGreaterThanOrEqual(15)
  expect(keys.filter((key) => !applied(key))).toEqual([])
})
