/** What the project has once: a second copy would soon say something else. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** Routes declare patterns in “path”; an address has a value in it, and goes into a link, a form or a redirect. */
const glued = /\b(\w*([hH]ref|[aA]ddress)\b\s*[:=]|to:)\s*`[^`]*\/|encodeURIComponent\(/
/** The address that an authenticator app reads is not of ours. */
const tables = /\/(paths|inspectionPath|totp)\.ts$/

test('addresses are made and encoded in the tables of addresses', () => {
  const outside = filesWith(glued).filter((path) => path.startsWith('src/app/') && !tables.test(path))
  expect(outside).toEqual([])
  for (const start of ['href:', 'to:', 'const removeHref ='])
    expect(`${start} \`\${base}/cases\``).toMatch(glued)
})

const gluedInTemplate = /(href|action)="[^"]*\}\}\/|\+ "\/\w/

test('templates print addresses as they are given', () => {
  const app = join(import.meta.dirname, '../../src/app')
  const templates = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.njk'),
  )
  expect(templates.filter((name) => gluedInTemplate.test(readFileSync(join(app, name), 'utf8')))).toEqual([])
  expect('<a href="{{ base }}/cases">').toMatch(gluedInTemplate)
})

test('an inspection and its edition are looked up in one place', () => {
  expect(filesWith(/problem\('inspection\.(not-found|edition-missing)'/)).toEqual([
    'src/app/framework/inspectionEdition.ts',
    'src/app/inspections/findKnownInspection.ts',
  ])
})
