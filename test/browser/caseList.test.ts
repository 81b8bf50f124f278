/** A case list from the upload to a version, in Chromium: with JavaScript, without it, and only by keyboard. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'
import { tokenOf } from '../support/fieldwork.ts'
import { madeUpTable, plainCsv, spoiltTable } from '../support/madeUpCaseList.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'

const demonstration = join(import.meta.dirname, '../../demonstration')
const list = '/inspections/northmoor-2024-06/case-list'
const { server, browser } = useBrowserSession()
/** What the evidence coordinator's browser sends with a page's form, and their program with a request to the API. */
let headers: Readonly<Record<string, string>>
beforeAll(async () => {
  const token = await tokenOf(server.shell, 'evidence-coordinator@northmoor.example')
  const form = await signedInHeaders(server, 'evidence-coordinator')
  headers = { ...form, authorization: `Bearer ${token}` }
})

type Journey = (page: Page) => Promise<void>

async function onPage(javaScriptEnabled: boolean, work: Journey): Promise<void> {
  const storageState = await server.signedInAs('evidence-coordinator')
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ javaScriptEnabled, viewport, storageState })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(server.address + list)
  await work(page)
  await context.close()
  expect(complaints).toEqual([])
}

/** axe runs as a script, so only where scripts run; at 320 pixels the page must fit in any case. */
async function expectGood(page: Page, javaScriptEnabled: boolean): Promise<void> {
  if (javaScriptEnabled) await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  if (javaScriptEnabled) await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function send(page: Page, name: string, content: string): Promise<void> {
  const buffer = Buffer.from(content)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the list' }).click()
}

function ask(path: string, body?: FormData): Promise<Response> {
  const sent = body === undefined ? {} : { method: 'POST', body }
  return fetch(server.address + path, { headers, ...sent })
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  const own = javaScriptEnabled ? 'J' : 'N'
  /** A list that no other journey sends. */
  const table = () => madeUpTable().map((row, index) => (index < 3 ? row : row.with(9, `${row[9]} ${own}`)))

  test('a list with twenty faults: columns are left out, and every other fault is named in one go', async () => {
    await onPage(javaScriptEnabled, async (page) => {
      const faulty = readFileSync(join(demonstration, 'made-up-case-list-with-faults.csv'), 'utf8')
      await send(page, 'list.csv', faulty)
      expect(await page.title()).toMatch(/^Error: /)
      const { planted } = spoiltTable()
      const faults = await page.locator('table', { hasText: 'errors were found' }).textContent()
      for (const { heading: column } of planted) expect(faults).toContain(column)
      await expectGood(page, javaScriptEnabled)
      for (const column of ['D.O.B.', 'Worked with', 'Best contact']) {
        await page.getByLabel(`Leave out “${column}”`).check()
      }
      await send(page, 'list.csv', faulty)
      expect(await heading(page)).toBe('Errors in the case list')
      const left = planted.filter(({ code }) => code !== 'intake.personal-column')
      const rows = page.locator('table', { hasText: 'errors were found' }).locator('tbody tr')
      expect(await rows.count()).toBe(left.length + 2)
      await expectGood(page, javaScriptEnabled)
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: /Download the list with the errors/ }).click()
      const file = readFileSync(await (await download).path(), 'utf8')
      expect(file).toContain('is a day that does not exist')
      expect(file).not.toMatch(/Madeup|07700/)
      expect(file).toContain(`"'=HYPERLINK(`)
      await page.getByRole('button', { name: 'Remove this file' }).click()
      expect(await heading(page)).toBe('Case list')
    })
  })

  test('a list is checked, confirmed with reasons, becomes a version and is compared with the next', async () => {
    await onPage(javaScriptEnabled, async (page) => {
      await send(page, `first-${own}.csv`, plainCsv(table()))
      expect(await heading(page)).toBe('Check the case list before you accept it')
      await expectGood(page, javaScriptEnabled)
      // The list of the journey before was half as long.
      for (const reason of await page.locator('textarea').all()) await reason.fill('Another period.')
      await page.getByRole('button', { name: /^Accept as version/ }).click()
      expect(await heading(page)).toMatch(/^Case list, version \d+$/)
      await expectGood(page, javaScriptEnabled)

      await page.goto(server.address + list)
      await send(page, `second-${own}.csv`, plainCsv(table().slice(0, 203)))
      await page.getByRole('button', { name: /^Accept as version/ }).click()
      expect(await page.title()).toMatch(/^Error: /)
      await expectGood(page, javaScriptEnabled)
      expect(await page.getByLabel(/the one before had 400/).count()).toBe(1)
      // Longer lists of the journeys before wait here too, and each is asked about.
      for (const reason of await page.locator('textarea').all())
        await reason.fill('Half of the cases were closed.')
      await page.getByRole('button', { name: /^Accept as version/ }).click()
      expect(await heading(page)).toMatch(/^Case list, version \d+$/)
      expect(await page.getByText('Half of the cases were closed.').first().isVisible()).toBe(true)
      await page.getByRole('link', { name: /^Changes since version/ }).click()
      expect(
        await page
          .getByText('0 cases added, 200 cases removed, 0 cases changed and 200 cases unchanged.')
          .isVisible(),
      ).toBe(true)
      await expectGood(page, javaScriptEnabled)
    })
  })

  test('a column that is not recognised is chosen by hand', async () => {
    await onPage(javaScriptEnabled, async (page) => {
      const renamed = plainCsv(table()).replace('Risk of serious harm', `Gefahr ${own}`)
      await send(page, 'renamed.csv', renamed)
      expect(
        await page.getByText('No column for “Risk of serious harm” was recognised').first().isVisible(),
      ).toBe(true)
      await page.getByRole('link', { name: 'Choose the columns' }).click()
      await expectGood(page, javaScriptEnabled)
      await page.getByLabel('Risk of serious harm').selectOption(`Gefahr ${own}`)
      await page.getByRole('button', { name: 'Check the list with these columns' }).click()
      expect(await heading(page)).toBe('Check the case list before you accept it')
    })
  })
})

test('only by keyboard a file is sent and removed again', async () => {
  await onPage(true, async (page) => {
    const buffer = Buffer.from(plainCsv(madeUpTable()))
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
    await page.locator('input[type=file]').focus()
    const tabTo = async (name: string) => {
      for (let step = 0; step < 40; step += 1) {
        if ((await page.evaluate('document.activeElement?.textContent?.trim() ?? ""')) === name) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`“${name}” cannot be reached by keyboard`)
    }
    await tabTo('Check the list')
    await page.keyboard.press('Enter')
    await page.waitForURL(/uploads/)
    await tabTo('Remove this file')
    await page.keyboard.press('Enter')
    await page.getByText('The file is removed.').waitFor()
  })
})

test.each([
  ['csv', 'case_id,domain,disposal'],
  ['ods', 'PK'],
  ['xlsx', 'PK'],
])('the template comes as %s', async (kind, start) => {
  const response = await ask(`${list}/template.${kind}`)
  expect(response.status).toBe(200)
  expect((await response.text()).replace('\uFEFF', '')).toContain(start)
})

test('the API takes a list in one step, and names every fault of one that is wrong', async () => {
  const post = async (text: string, fields: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set('file', new Blob([text]), 'list.csv')
    const response = await ask('/api/v1/inspections/northmoor-2024-06/case-lists', form)
    return { status: response.status, body: JSON.stringify(await response.json()) }
  }
  const wrong = await post(plainCsv(spoiltTable().table))
  expect(wrong.status).toBe(422)
  for (const { code } of spoiltTable().planted) expect(wrong.body).toContain(code)
  const odd = await post(plainCsv(madeUpTable()), { 'keyData-court': '3' })
  expect(odd.body).toContain('intake.warning-not-confirmed')
  const taken = await post(plainCsv(madeUpTable()), {
    'keyData-court': '3',
    'reason-totals-differ-from-key-data:court': 'Counted by child.',
    'reason-caseload-far-from-last-time': 'Another period.',
  })
  expect(taken.status).toBe(201)
})

test('two hundred hostile uploads cause no error of the server and change nothing', async () => {
  const versions = () => server.shell.database.selectFrom('case_list_version').selectAll().execute()
  const before = await versions()
  const archive = Buffer.from(await (await ask(`${list}/template.xlsx`)).arrayBuffer())
  const upload = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.nat({ max: archive.length - 1 }).map((at) => archive.subarray(0, at)),
    fc.nat({ max: archive.length - 5 }).map((at) => Buffer.from(archive).fill(0x41, at, at + 4)),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(`case_id,disposal\n${text}`)),
  )
  const path = fc.constantFrom(list, '/api/v1/inspections/northmoor-2024-06/case-lists')
  await fc.assert(
    fc.asyncProperty(upload, path, fc.string({ maxLength: 20 }), async (content, address, name) => {
      const form = new FormData()
      form.set('file', new Blob([Uint8Array.from(content)]), name)
      const response = await ask(address, form)
      expect([200, 400, 413, 415, 422]).toContain(response.status)
      expect(response.redirected || response.status >= 400).toBe(true)
    }),
    { numRuns: 200 },
  )
  expect(await versions()).toEqual(before)
})
