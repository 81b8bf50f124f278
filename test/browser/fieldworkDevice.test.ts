/** Fieldwork on a device that is at fault itself: its store is full, its clock is wrong. In Chromium. */
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findEntry, listVersions } from '../../src/app/fieldwork/case/case.queries.ts'
import { timeText } from '../../src/core/kernel/londonTime.ts'
import { useBrowserSession } from '../support/browserSession.ts'

const inspection = 'northmoor-2024-06'
const ref = { kind: 'note', item: '2.1.1' } as const
const { server, browser } = useBrowserSession({ inFieldwork: inspection })
let context: BrowserContext
beforeAll(async () => {
  context = await browser.newContext({ storageState: await server.signedInAs('inspector') })
})

async function openQuestion(caseId: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.address}/inspections/${inspection}/cases/${caseId}/questions/2.1.1`)
  await page.locator('[data-ready]').waitFor({ state: 'attached' })
  return page
}

const noteOf = (page: Page) => page.locator('[id="note-2.1.1-value"]')
const stateOf = (page: Page) => page.locator('[id="note-2.1.1-state"]')

async function storedNote(caseId: string) {
  return findEntry(server.shell.database, { inspectionId: inspection, caseId }, ref)
}

describe('where the browser’s own store is full', () => {
  async function openWithoutRoom(caseId: string): Promise<Page> {
    const page = await openQuestion(caseId)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.address, quotaSize: 1 })
    return page
  }

  test('what is typed goes to the server all the same', async () => {
    const page = await openWithoutRoom('NM-C05')
    await noteOf(page).fill('Typed without room '.repeat(1000).trim())
    await stateOf(page).getByText('this device is full').waitFor()
    await stateOf(page)
      .getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/)
      .waitFor()
    expect((await storedNote('NM-C05'))?.value).toContain('Typed without room')
    await page.close()
  })

  test('offline, nothing claims to be stored on the device; it can be downloaded, and is sent when there is a network', async () => {
    const page = await openWithoutRoom('NM-C06')
    await context.setOffline(true)
    await noteOf(page).fill('Only in the page')
    await stateOf(page).getByText('this device is full').waitFor()
    await page
      .getByText('Leave this page open until everything is saved, or download your unsaved work')
      .waitFor()
    expect(await page.getByText('On this device, not yet sent').count()).toBe(0)
    await page.getByRole('button', { name: 'Save and continue' }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download unsaved work' }).click()
    const text = (await (await (await waiting).createReadStream()).toArray()).join('')
    expect(JSON.parse(text)).toMatchObject([{ value: 'Only in the page' }])
    await context.setOffline(false)
    await stateOf(page)
      .getByText(/^Saved/)
      .waitFor()
    expect((await storedNote('NM-C06'))?.value).toBe('Only in the page')
    await page.close()
  })
})

describe('where the browser’s own store is slow', () => {
  /** Every write to the store waits until `isReleased`; counts those that come after. */
  const holdStore = `new Promise((resolve) => {
    const { put } = IDBObjectStore.prototype
    window.writes = 0
    IDBObjectStore.prototype.put = function (record) {
      window.writes += 1
      return put.call(this, record)
    }
    indexedDB.open('assay-fieldwork').onsuccess = ({ target }) => {
      const store = target.result.transaction('unsent', 'readwrite').objectStore('unsent')
      const hold = () => {
        if (!window.isReleased) store.count().onsuccess = hold
      }
      hold()
      resolve()
    }
  })`

  test('nothing claims to be on the device before it is, to the last letter; leaving asks first', async () => {
    const page = await openQuestion('NM-C09')
    await context.setOffline(true)
    await page.evaluate(holdStore)
    await noteOf(page).pressSequentially('Quicker than the store')
    expect(await stateOf(page).textContent()).toBe('Saving on this device')
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    await (await asked).dismiss()
    expect(await stateOf(page).textContent()).toBe('Saving on this device')
    await page.evaluate('window.isReleased = true')
    await stateOf(page).getByText('On this device, not yet sent').waitFor()
    expect(await page.evaluate('window.writes')).toBeLessThanOrEqual(3)
    await context.setOffline(false)
    await page.close()
    const again = await openQuestion('NM-C09')
    await stateOf(again)
      .getByText(/^Saved/)
      .waitFor()
    expect((await storedNote('NM-C09'))?.value).toBe('Quicker than the store')
    await again.close()
  })
})

describe('where the server is slow', () => {
  test('only what is in the field is shown as saved', async () => {
    const page = await openQuestion('NM-C10')
    const requests: (() => Promise<void>)[] = []
    await page.route('**/notes/2.1.1', (route) => void requests.push(() => route.continue()))
    const sent = (count: number) => expect.poll(() => requests.length).toBe(count)
    await noteOf(page).pressSequentially('The plan')
    await sent(1)
    await noteOf(page).pressSequentially(' names the school')
    await stateOf(page).getByText('On this device, not yet sent').waitFor()
    await requests[0]?.()
    await sent(2)
    expect(await stateOf(page).textContent()).toBe('On this device, not yet sent')
    await requests[1]?.()
    await stateOf(page)
      .getByText(/^Saved/)
      .waitFor()
    expect((await storedNote('NM-C10'))?.value).toBe('The plan names the school')
    await page.close()
  })

  test('what the person sent from elsewhere while the page loaded is in it at once', async () => {
    const page = await context.newPage()
    const address = `${server.address}/inspections/${inspection}/cases/NM-C12/questions/2.1.1`
    await page.route(address, async (route) => {
      const response = await route.fetch()
      const other = await openQuestion('NM-C12')
      await noteOf(other).fill('Sent meanwhile')
      await stateOf(other)
        .getByText(/^Saved/)
        .waitFor()
      await route.fulfill({ response })
    })
    await page.goto(address)
    await expect.poll(() => noteOf(page).inputValue()).toBe('Sent meanwhile')
    expect(await stateOf(page).textContent()).toMatch(/^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/)
    await page.close()
  })
})

describe('where the device or its line is slow', () => {
  test('what is answered before the script of the page ran is saved as what comes after', async () => {
    const page = await context.newPage()
    let release: (() => void) | undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/case-page[^/]*\.js$/, async (route) => {
      await released
      await route.continue()
    })
    const address = `${server.address}/inspections/${inspection}/cases/NM-C13/questions/2.1.1`
    await page.goto(address, { waitUntil: 'commit' })
    const answer = page.locator('[id="answer-2.1.1.b"]')
    const other = (await answer.getByLabel('No', { exact: true }).isChecked()) ? 'Yes' : 'No'
    await answer.getByLabel(other, { exact: true }).check()
    await noteOf(page).fill('Written at once')
    expect(await page.locator('[data-ready]').count()).toBe(0)
    release?.()
    for (const state of [stateOf(page), answer.locator('[data-state]')])
      await state.getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/).waitFor()
    expect((await storedNote('NM-C13'))?.value).toBe('Written at once')
    const key = { inspectionId: inspection, caseId: 'NM-C13' }
    const stored = await findEntry(server.shell.database, key, { kind: 'answer', item: '2.1.1.b' })
    expect(stored?.value).toBe(other.toLowerCase())
    const untouched = await findEntry(server.shell.database, key, { kind: 'answer', item: '2.1.1.a' })
    expect(untouched?.version ?? 1).toBe(1)
    await page.close()
  })
})

describe('where the server’s disk is full', () => {
  test('the page says so, keeps what was typed, and sends it again', async () => {
    const page = await openQuestion('NM-C07')
    const problem = { status: 507, code: 'request.storage-full', title: 'The server has no room left.' }
    const body = { status: 507, contentType: 'application/problem+json', body: JSON.stringify(problem) }
    await page.route('**/notes/2.1.1', (route) => route.fulfill(body))
    await noteOf(page).fill('Waits until there is room')
    await stateOf(page).getByText('The server has no room left. On this device, not yet sent').waitFor()
    await page.unroute('**/notes/2.1.1')
    await page.reload()
    await stateOf(page)
      .getByText(/^Saved/)
      .waitFor()
    expect((await storedNote('NM-C07'))?.value).toBe('Waits until there is room')
    await page.close()
  })
})

describe('where the device’s clock is set back by a day', () => {
  test('what was typed keeps its order, and the time of saving is the server’s', async () => {
    await context.addInitScript(`{
      const shift = () => Number(localStorage.getItem('shift') ?? 0)
      Date = new Proxy(Date, {
        construct: (real, words, made) =>
          Reflect.construct(real, words.length === 0 ? [real.now() + shift()] : words, made),
        get: (real, name) => (name === 'now' ? () => real.now() + shift() : Reflect.get(real, name)),
      })
    }`)
    const page = await openQuestion('NM-C08')
    await noteOf(page).fill('First')
    await stateOf(page)
      .getByText(/^Saved/)
      .waitFor()
    await page.evaluate(`localStorage.setItem('shift', -(24 * 60 + 90) * 60_000)`)
    await context.setOffline(true)
    await noteOf(page).fill('Second')
    await stateOf(page).getByText('On this device, not yet sent').waitFor()
    await context.setOffline(false)
    await stateOf(page)
      .getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/)
      .waitFor()
    const key = { inspectionId: inspection, caseId: 'NM-C08' }
    const versions = await listVersions(server.shell.database, key, ref)
    expect(versions.map(({ value }) => value)).toEqual(expect.arrayContaining(['First', 'Second']))
    expect(versions.at(-1)?.value).toBe('Second')
    const saved = timeText(new Date(versions.at(-1)?.at ?? ''))
    expect(await stateOf(page).textContent()).toBe(`Saved at ${saved}`)
    await page.close()
  })
})
