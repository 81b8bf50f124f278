/** A page with a form is made in one way: its problems, its status and its breadcrumbs have one place each. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

const app = join(import.meta.dirname, '../../src/app')

const templates = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.njk'))
  .map((name) => ({ path: name, text: readFileSync(join(app, name), 'utf8') }))
const handlers = sourceFiles('src/app')
  .filter((file) => !isTest(file))
  .map(({ path, text }) => ({ path: path.replace('src/app/', ''), text }))

function outside(files: typeof templates, pattern: RegExp, places: readonly string[]): string[] {
  return files
    .filter(({ path, text }) => pattern.test(text) && !places.includes(path))
    .map(({ path }) => path)
}

describe('in one place only', () => {
  test('is the error summary', () => {
    expect(outside(templates, /govukErrorSummary/, ['layout/form/formMacros.njk'])).toEqual([])
  })

  test('is “Error: ” at the start of a title', () => {
    expect(outside(templates, /Error: /, ['layout/form/formMacros.njk', 'layout/form/formPage.njk'])).toEqual(
      [],
    )
  })

  test('is the banner that says what was done', () => {
    const banner = /govukNotificationBanner\(\{ type: "success"/
    expect(outside(templates, banner, ['layout/form/formMacros.njk'])).toEqual([])
  })

  test('are breadcrumbs', () => {
    expect(outside(templates, /govukBreadcrumbs/, ['layout/pageMacros.njk'])).toEqual([])
  })

  test('is the table that scrolls in its region, except those with sorting or prompts of their own', () => {
    const own = ['ratings/inspections-page/inspectionsPage.njk', 'ratings/standard-page/keyQuestionCard.njk']
    expect(outside(templates, /class="app-scroll"/, ['layout/pageMacros.njk', ...own])).toEqual([])
  })

  test('is what a refusal is answered with: no page works out a status of its own', () => {
    expect(outside(handlers, /catalogue\[[^\]]*\]\.status|\? \d{3} : \d{3}/, [])).toEqual([])
  })
})
