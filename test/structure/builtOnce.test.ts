/** What the project has once: a second copy would soon say something else. */
import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

const sources = sourceFiles('src').filter((file) => !isTest(file))

function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

test('a connection and a transaction have one type each', () => {
  expect(filesWith(/\b(Kysely|Transaction)<Database>|Parameters<Shell\['transact'\]>/)).toEqual([
    'src/platform/database/connection.ts',
  ])
})

test('days and times are put into words in one place', () => {
  expect(filesWith(/DateTimeFormat\(|toLocale(Date|Time)?String\([^)]*(Style|timeZone|hour|day)/)).toEqual([
    'src/core/kernel/londonTime.ts',
  ])
})

test('counts are put into words in one place', () => {
  const byHand = /\} \$\{\w+(\.length)? === 1 \? '(\w+)' : '\2s'|=== 1 \? '1 ([\w ]+)' : `\$\{[^}]+\} \3s`/
  expect(filesWith(byHand)).toEqual([])
  expect(`=== 1 ? '1 case' : \`\${count} cases\``).toMatch(byHand)
  expect(`\${count} \${count === 1 ? 'case' : 'cases'}`).toMatch(byHand)
})

test('an inspection and its edition are looked up in one place', () => {
  expect(filesWith(/problem\('inspection\.(not-found|edition-missing)'/)).toEqual([
    'src/app/framework/inspectionEdition.ts',
    'src/app/inspections/findKnownInspection.ts',
  ])
})
