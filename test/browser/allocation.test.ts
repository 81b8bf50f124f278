/** Who assesses which case, in Chromium: with JavaScript, without it, and only by keyboard. */
import { read, utils } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { inspected, pseudonymOf } from '../scenarios/allocationSources.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'
import { startAllocationServer } from './allocationServer.ts'

const allocationOf = (address: string) => `${address}/inspections/${inspected}/allocation`

async function addPerson(page: Page, name: string, role: 'Inspector' | 'Local assessor', service?: string) {
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('radio', { name: role }).check()
  if (service !== undefined)
    await page.getByLabel('Service the local assessor works for').selectOption({ label: service })
  await page.getByRole('button', { name: 'Add person' }).click()
}

const success = (page: Page, text: string) => page.getByRole('alert').getByText(text).waitFor()
const open = (page: Page, section: string) =>
  page
    .getByRole('navigation', { name: 'Parts of the allocation' })
    .getByRole('link', { name: section })
    .click()

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  const { server, browser } = useBrowserSession({ start: startAllocationServer })
  const base = () => allocationOf(server.address)

  /** axe runs as a script, so only where scripts run; at 320 pixels the page must fit. */
  async function expectGood(page: Page): Promise<void> {
    if (!javaScriptEnabled) return
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  }

  async function onPage(work: (page: Page) => Promise<void>): Promise<void> {
    const storageState = await server.signedInAs('lead')
    const viewport = { width: 1280, height: 900 }
    const context = await browser.newContext({ javaScriptEnabled, viewport, storageState })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(base())
    await work(page)
    await context.close()
    expect(complaints).toEqual([])
  }

  test('people are added, and the form still has what was typed if something is missing', () =>
    onPage(async (page) => {
      await page.getByText('There is nobody on this inspection yet.').waitFor()
      await expectGood(page)
      await page.getByRole('button', { name: 'Propose the allocation' }).click()
      await page.getByRole('alert').getByText('There is nobody who can assess the 8 cases').waitFor()
      await addPerson(page, 'Ann Ames', 'Inspector')
      await success(page, 'The person is saved.')
      await addPerson(page, 'Cai Cole', 'Local assessor')
      await page
        .getByRole('alert')
        .getByText('The service the local assessor works for is missing.')
        .waitFor()
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Cai Cole')
      await expectGood(page)
      await addPerson(page, 'Cai Cole', 'Local assessor', 'Westbrook Youth Justice Service')
      await addPerson(page, 'Bob Birch', 'Local assessor', 'Eastbrook Youth Justice Service')
      const row = page.getByRole('row', { name: /Cai Cole/ })
      await row.getByText('This service is being inspected, so they get no cases.').waitFor()
      await expectGood(page)
    }))

  test('a conflict is declared, the cases are proposed, and nobody is allocated a case against a conflict', () =>
    onPage(async (page) => {
      await open(page, 'Conflicts of interest')
      await page.getByRole('button', { name: 'Declare the conflict of interest' }).click()
      await page.getByRole('alert').getByText('A reason is missing.').waitFor()
      await expectGood(page)
      await page.getByLabel('Who has the conflict of interest?').selectOption({ label: 'Ann Ames' })
      await page.getByRole('radio', { name: 'One case', exact: true }).check()
      await page.getByLabel('Case', { exact: true }).selectOption(pseudonymOf(1))
      await page.getByLabel('Reason').fill('Her nephew’s case.')
      await page.getByRole('button', { name: 'Declare the conflict of interest' }).click()
      await success(page, 'The conflict of interest is declared.')
      await expectGood(page)
      await open(page, 'Cases')
      await page.getByRole('button', { name: 'Propose the allocation' }).click()
      await success(page, 'All sampled cases have been allocated.')
      await page.getByText('All 8 sampled cases have been allocated.').waitFor()
      const cases = page.getByRole('table', { name: 'Cases' })
      await cases
        .getByRole('row', { name: pseudonymOf(1) })
        .getByText('Bob Birch')
        .waitFor()
      expect(await cases.getByText('Cai Cole').count()).toBe(0)
      await expectGood(page)
    }))

  test('a case is reallocated by hand, with its history', () =>
    onPage(async (page) => {
      await page.getByRole('link', { name: pseudonymOf(1) }).click()
      expect(await page.getByRole('radio', { name: 'Ann Ames' }).count()).toBe(0)
      await page.getByText('You cannot allocate this case to Ann Ames: Her nephew’s case.').waitFor()
      await expectGood(page)
      await page.goto(`${base()}/cases/${pseudonymOf(2)}`)
      await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Reallocate case' }).click()
      await page.getByRole('alert').getByText('A reason is missing.').waitFor()
      await expectGood(page)
      await page.getByLabel('Reason').fill('=Knows the area.')
      await page.getByRole('button', { name: 'Reallocate case' }).click()
      await success(page, 'The case is allocated.')
      const history = page.getByRole('table', { name: /Who the case was allocated to/ })
      await history
        .getByRole('row', { name: /Allocated by hand/ })
        .getByText('=Knows the area.')
        .waitFor()
      await expectGood(page)
    }))

  test('the settings are changed, and say what is wrong with them', () =>
    onPage(async (page) => {
      await open(page, 'Settings')
      await expectGood(page)
      await page.getByLabel('Days').fill('2026-06-01\n2026-06-31')
      await page.getByLabel('Custody').fill('many')
      await page.getByRole('button', { name: 'Save settings' }).click()
      await page.getByRole('alert').getByText('“2026-06-31” is not a day of the calendar.').waitFor()
      await page.getByRole('alert').getByText('Points for custody must be a whole number').waitFor()
      await expectGood(page)
      await page.getByLabel('Days').fill('2026-06-01\n2026-06-02\n2026-06-03\n2026-06-04\n2026-06-05')
      await page.getByLabel('Custody').fill('3')
      await page.getByRole('button', { name: 'Save settings' }).click()
      await success(page, 'The settings are saved.')
    }))

  test('the timetable is made, says when it is out of date, and can be downloaded as files', () =>
    onPage(async (page) => {
      await open(page, 'Timetable')
      await page.getByText('No timetable has been made yet.').waitFor()
      await page.getByRole('button', { name: 'Make the timetable' }).click()
      await success(page, 'The timetable is made.')
      await page.getByRole('table', { name: 'Monday 1 June 2026' }).waitFor()
      await expectGood(page)
      await open(page, 'Case managers')
      await page.getByLabel(`Case ${pseudonymOf(2)}`).fill('=Jo Bloggs')
      await page.getByRole('button', { name: 'Save case managers' }).click()
      await success(page, 'The case managers are saved.')
      await expectGood(page)
      await open(page, 'Timetable')
      await page.getByText('1 case has changed since the timetable was made.').waitFor()
      await expectGood(page)
      await page.getByRole('button', { name: 'Make the timetable again' }).click()
      const files = [
        ['Calendar file', 'text/calendar'],
        ['OpenDocument spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['CSV', 'text/csv'],
      ] as const
      const bodies: Buffer[] = []
      for (const [name, type] of files) {
        const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
        const file = await page.request.get(server.address + href)
        expect(file.headers()['content-type'], name).toContain(type)
        bodies.push(await file.body())
      }
      const ofAnn = await page.getByRole('link', { name: 'Calendar file of Ann Ames' }).getAttribute('href')
      const own = (await (await page.request.get(server.address + ofAnn)).text()).replaceAll('\r\n ', '')
      expect(own.match(/DESCRIPTION:Assessor: Ann Ames/g)?.length).toBe(own.match(/BEGIN:VEVENT/g)?.length)
      const [calendar, spreadsheet, csv] = bodies
      expect(calendar?.toString().match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(15)
      expect(calendar?.toString()).not.toContain('WB1')
      const book = read(spreadsheet)
      const { Timetable: sheet = {} } = book.Sheets
      const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 })
      expect(rows[0]?.slice(0, 3)).toEqual(['Day', 'Weekday', 'From'])
      expect(rows.flat()).toContain("'=Jo Bloggs")
      expect(csv?.toString()).toContain("'=Jo Bloggs")
    }))

  test('an inspection, a person or a case that is not there is a page that says so', () =>
    onPage(async (page) => {
      for (const path of ['/people/nobody', '/cases/C-ZZZZZZ']) {
        expect((await page.goto(base() + path))?.status(), path).toBe(404)
      }
      // Who may not read an inspection cannot tell whether it is there.
      const nowhere = base().replace(inspected, 'nowhere-2020')
      for (const path of ['', '/people', '/timetable', '/timetable.ics']) {
        expect((await page.goto(nowhere + path))?.status(), path).toBe(403)
      }
    }))
})

describe('only by keyboard', () => {
  const { server, browser } = useBrowserSession({ start: startAllocationServer })
  const base = () => allocationOf(server.address)

  test('a person is added and the cases proposed', async () => {
    const page = await browser.newPage({ storageState: await server.signedInAs('lead') })
    const tabTo = async (name: string) => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(
          `(document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent).trim()`,
        )
        if (focused === name) return
      }
      throw new Error(`no Tab leads to ${name}`)
    }
    await page.goto(`${base()}/people`)
    await tabTo('Name')
    await page.keyboard.type('Ann Ames')
    await tabTo('Inspector')
    await page.keyboard.press('Space')
    await tabTo('Add person')
    await page.keyboard.press('Enter')
    await success(page, 'The person is saved.')
    await page.goto(base())
    await tabTo('Propose the allocation')
    await page.keyboard.press('Enter')
    await success(page, 'All sampled cases have been allocated.')
    await page.close()
  })
})
