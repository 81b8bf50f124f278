/** What was typed at a case that was closed, or can no longer be opened, is shown on and sent from other pages. */
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findEntry, listConflictingValues } from '../../src/app/fieldwork/case/case.queries.ts'
import { giveRole, removeRole } from '../../src/app/people/access/assignRoles.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'
import { doneValue } from '../support/results.ts'

const inspection = 'northmoor-2024-06'
const ref = { kind: 'note', item: '2.1.1' } as const
const heading = 'Unsaved work on this device'
const { server, browser } = useBrowserSession({ inFieldwork: inspection })

const keyOf = (caseId: string) => ({ inspectionId: inspection, caseId })
const bannerOf = (page: Page) => page.getByRole('region', { name: heading })

async function contextOf(mailbox: string): Promise<BrowserContext> {
  return browser.newContext({ storageState: await server.signedInAs(mailbox) })
}

/** Types a note without a network and closes the case. */
async function typeAndClose(context: BrowserContext, caseId: string, text: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${server.address}/inspections/${inspection}/cases/${caseId}/questions/2.1.1`)
  await page.locator('[data-ready]').waitFor({ state: 'attached' })
  await context.setOffline(true)
  await page.locator('[id="note-2.1.1-value"]').fill(text)
  await page.locator('[id="note-2.1.1-state"]').getByText('On this device, not yet sent').waitFor()
  await page.close()
  await context.setOffline(false)
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.address + path)
  return page
}

/** Opens a page that, once all its requests are answered, reports nothing. */
async function openWithNothing(context: BrowserContext, path: string): Promise<Page> {
  const page = await open(context, path)
  await page.waitForLoadState('networkidle')
  expect(await bannerOf(page).count()).toBe(0)
  return page
}

/** Presses a button that asks first, and answers what it asks. */
async function clickAndAnswer(button: Locator, answer: 'accept' | 'dismiss'): Promise<void> {
  const answered = new Promise<void>((resolve) =>
    button.page().once('dialog', (dialog) => resolve(dialog[answer]())),
  )
  await button.click()
  await answered
}

async function signInInstead(context: BrowserContext, mailbox: string): Promise<void> {
  await context.clearCookies()
  await context.addCookies((await server.signedInAs(mailbox)).cookies)
}

test('what was typed at a case that was closed is sent from any other page, which says so', async () => {
  const context = await contextOf('inspector')
  await typeAndClose(context, 'NM-C05', 'Typed and closed')
  const page = await open(context, '/account')
  await bannerOf(page).getByText('1 answer or note typed on this device is now saved: NM-C05.').waitFor()
  expect((await findEntry(server.shell.database, keyOf('NM-C05'), ref))?.value).toBe('Typed and closed')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await openWithNothing(context, '/inspections')
  await context.close()
})

describe('whose right was removed', () => {
  test('has it saved for the lead from a page of their own, and another person in the same browser neither sees nor sends it', async () => {
    const context = await contextOf('inspector')
    await typeAndClose(context, 'NM-C06', 'Typed before the right was gone')
    const role = { email: 'inspector@northmoor.example', role: 'inspector' }
    doneValue(await removeRole(server.shell, inspection, role))
    const own = await context.cookies()
    await signInInstead(context, 'assistant-inspector')
    for (const path of ['/account', `/inspections/${inspection}/cases`, '/sign-out']) {
      const page = await openWithNothing(context, path)
      expect(await page.getByText('Not everything that you typed').isVisible()).toBe(false)
    }
    expect(await listConflictingValues(server.shell.database, keyOf('NM-C06'), ref)).toEqual([])
    await context.clearCookies()
    await context.addCookies(own)
    const page = await open(context, '/account')
    await bannerOf(page)
      .getByText(
        '1 answer or note is saved for the lead inspector to decide, because you no longer work on this case: NM-C06.',
      )
      .waitFor()
    expect(await listConflictingValues(server.shell.database, keyOf('NM-C06'), ref)).toMatchObject([
      { value: 'Typed before the right was gone', because: 'right-taken-away' },
    ])
    expect(await findEntry(server.shell.database, keyOf('NM-C06'), ref)).toBeUndefined()
    await openWithNothing(context, '/account')
    doneValue(await giveRole(server.shell, inspection, role))
    await context.close()
  })
})

describe('what cannot be sent', () => {
  test('is warned of before signing out, which goes on, and is sent after signing in again', async () => {
    const context = await contextOf('inspector')
    await typeAndClose(context, 'NM-C07', 'Typed before signing out')
    await context.route('**/notes/2.1.1', (route) => route.abort())
    const page = await open(context, '/sign-out')
    await bannerOf(page).getByText('1 answer or note typed on this device is not yet sent: NM-C07.').waitFor()
    await page.getByText('Some answers or notes on this device are not sent.').waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    expect(await bannerOf(page).count()).toBe(0)
    await context.unroute('**/notes/2.1.1')
    await signInInstead(context, 'inspector')
    await page.goto(`${server.address}/inspections`)
    await bannerOf(page).getByText('is now saved').waitFor()
    expect((await findEntry(server.shell.database, keyOf('NM-C07'), ref))?.value).toBe(
      'Typed before signing out',
    )
    await context.close()
  })

  test('because the server refuses it is downloaded first, and discarded only when that is confirmed', async () => {
    const context = await contextOf('inspector')
    await typeAndClose(context, 'NM-C08', 'Never accepted')
    const problem = { status: 404, code: 'fieldwork.case-not-found', title: 'There is no such case.' }
    const body = { status: 404, contentType: 'application/problem+json', body: JSON.stringify(problem) }
    await context.route('**/notes/2.1.1', (route) => route.fulfill(body))
    const page = await open(context, '/account')
    const said = 'The server refused 1 answer or note typed on this device: NM-C08. There is no such case.'
    await bannerOf(page).getByText(said).waitFor()
    const discard = page.getByRole('button', { name: 'Discard downloaded answers and notes' })
    expect(await discard.isVisible()).toBe(false)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download refused answers and notes' }).click()
    const text = (await (await (await waiting).createReadStream()).toArray()).join('')
    expect(JSON.parse(text)).toMatchObject([{ value: 'Never accepted', item: '2.1.1' }])
    await clickAndAnswer(discard, 'dismiss')
    await bannerOf(page).getByText(said).waitFor()
    await clickAndAnswer(discard, 'accept')
    await bannerOf(page).waitFor({ state: 'hidden' })
    await openWithNothing(context, '/account')
    await context.close()
  })

  test('because someone else signed in meanwhile waits for its person, and cannot be discarded', async () => {
    const context = await contextOf('inspector')
    const page = await open(context, '/account')
    await typeAndClose(context, 'NM-C11', 'Typed before another signed in')
    const own = await context.cookies()
    const isBrowser = ({ name }: { name: string }) => name === 'assay_browser'
    await signInInstead(context, 'assistant-inspector')
    await context.addCookies(own.filter(isBrowser))
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await bannerOf(page).getByText('is not yet sent: NM-C11.').waitFor()
    expect(await page.getByRole('button', { name: /Download|Discard/ }).count()).toBe(0)
    expect(await findEntry(server.shell.database, keyOf('NM-C11'), ref)).toBeUndefined()
    await context.close()
  })

  test('is reported on the pages of another case, whose own work continues', async () => {
    const context = await contextOf('inspector')
    await typeAndClose(context, 'NM-C09', 'Never accepted')
    const body = { status: 404, contentType: 'application/problem+json', body: '{ "title": "Not there." }' }
    await context.route('**/NM-C09/notes/2.1.1', (route) => route.fulfill(body))
    const page = await open(context, `/inspections/${inspection}/cases/NM-C10/questions/2.1.1`)
    await bannerOf(page).getByText('The server refused 1 answer or note').waitFor()
    await page.locator('[id="note-2.1.1-value"]').fill('Of this case')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('heading', { level: 1, name: '2.1.2' }).waitFor()
    expect((await findEntry(server.shell.database, keyOf('NM-C10'), ref))?.value).toBe('Of this case')
    await context.close()
  })
})
