/** The browser itself killed while someone types: what was typed is there when it is opened again, and is sent. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findEntry } from '../../src/app/fieldwork/case/case.queries.ts'
import { openBrowserWith } from '../support/browser.ts'
import { setStage } from '../support/fieldwork.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
const profile = mkdtempSync(join(tmpdir(), 'assay-browser-'))
let server: TestServer
let open: BrowserContext | undefined

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, inspection, 'fieldwork')
})
afterAll(async () => {
  await open?.close()
  await server?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** Opens the browser with the same profile as before, signed in as the inspector. */
async function openQuestion(): Promise<Page> {
  open = await openBrowserWith(profile)
  await open.addCookies((await cookies).cookies)
  const page = await open.newPage()
  await page.goto(`${server.address}/inspections/${inspection}/cases/NM-C11/questions/2.1.1`)
  return page
}

let cookies: ReturnType<TestServer['signedInAs']>

test('killed in the middle of a note, offline, the browser still has it', async () => {
  cookies = server.signedInAs('inspector')
  const page = await openQuestion()
  await page.locator('[data-ready]').waitFor({ state: 'attached' })
  await open?.setOffline(true)
  await page.locator('[id="note-2.1.1-value"]').pressSequentially('The plan names the school')
  await page.locator('[id="note-2.1.1-state"]').getByText('On this device, not yet sent').waitFor()
  expect(await page.evaluate(storedText)).toBe('The plan names the school')
  killBrowser()
  const again = await openQuestion()
  await again
    .locator('[id="note-2.1.1-state"]')
    .getByText(/^Saved/)
    .waitFor()
  expect(await again.locator('[id="note-2.1.1-value"]').inputValue()).toBe('The plan names the school')
  const key = { inspectionId: inspection, caseId: 'NM-C11' }
  const note = await findEntry(server.shell.database, key, { kind: 'note', item: '2.1.1' })
  expect(note?.value).toBe('The plan names the school')
})

/** What the browser's own store holds. */
const storedText = `new Promise((resolve) => {
  indexedDB.open('assay-fieldwork').onsuccess = ({ target }) => {
    const read = target.result.transaction('unsent').objectStore('unsent').getAll()
    read.onsuccess = () => resolve(read.result[0]?.value)
  }
})`

/** Ends the browser's processes, which are known by their profile folder, without a chance to tidy up. */
function killBrowser(): void {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  for (const line of lines.filter((each) => each.includes(profile)))
    process.kill(Number.parseInt(line, 10), 'SIGKILL')
}
