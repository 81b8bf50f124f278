/** From a drawn sample to the cases of an inspector, in Chromium: with JavaScript and without it. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { replaceAnswers } from '../../src/app/fieldwork/case/inspectedCases.queries.ts'
import { inspectionId } from '../../src/app/inspections/inspection.ts'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { done } from '../../src/core/kernel/result.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'
import { drawSampleOfFieldwork, northmoor, projectEditions } from '../support/sampleOfNorthmoor.ts'

const accounts = ['lead', 'inspector', 'assistant-inspector', 'local-assessor']
describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  const { server, browser } = useBrowserSession({ inFieldwork: northmoor })

  /** A page of someone who is signed in, at an address within the inspection. */
  async function open(mailbox: string, path: string): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled,
      viewport: { width: 1280, height: 900 },
      storageState: await server.signedInAs(mailbox),
    })
    const page = await context.newPage()
    await page.goto(`${server.address}/inspections/${northmoor}${path}`)
    return page
  }

  async function expectGood(page: Page): Promise<void> {
    if (!javaScriptEnabled) return
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  }

  test('an inspection with imported cases, or without a sample, says what is missing', async () => {
    const page = await open('lead', '/begin-fieldwork')
    await page.getByText('There is no sample, so there are no cases to inspect.').waitFor()
    expect(await page.getByRole('button', { name: 'Begin fieldwork' }).count()).toBe(0)
    await expectGood(page)
    await drawSampleOfFieldwork(server.shell, await projectEditions())
    await page.reload()
    await page.getByText('Some cases of this inspection were imported with their answers').waitFor()
    await page.getByText('Some sampled cases have not been allocated (38 cases).').waitFor()
    await expectGood(page)
    await page.context().close()
  })

  test('the lead ties the people to accounts and begins; each finds their own cases', async () => {
    const id = inspectionId(northmoor) ?? expect.fail()
    const answered = await open('lead', '/cases')
    await answered.getByRole('heading', { name: 'Download answers' }).waitFor()
    await answered.context().close()
    await server.shell.transact(async (tx) => done(await replaceAnswers(tx, server.shell, id, [])))
    const page = await open('lead', '/allocation/people')
    for (const mailbox of accounts) {
      await page.getByLabel('Name', { exact: true }).fill(mailbox)
      await page.getByRole('radio', { name: 'Inspector', exact: true }).check()
      const person = await findPersonByEmail(server.shell.database, `${mailbox}@northmoor.example`)
      await page.getByLabel('Account', { exact: true }).selectOption({ label: person?.name ?? '' })
      await page.getByRole('button', { name: 'Add person' }).click()
      await page.getByRole('alert').getByText('The person is saved.').waitFor()
    }
    await expectGood(page)
    await page.getByLabel('Name', { exact: true }).fill('someone else')
    await page.getByRole('radio', { name: 'Inspector', exact: true }).check()
    await page.getByLabel('Account', { exact: true }).selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Add person' }).click()
    await page.getByRole('alert').getByText('This account is already the account of').waitFor()
    await expectGood(page)
    await page.goto(`${server.address}/inspections/${northmoor}/allocation`)
    await page.getByRole('button', { name: 'Propose the allocation' }).click()
    await page.getByRole('link', { name: 'begin fieldwork' }).click()
    await page.getByText('The sample has 38 cases.').waitFor()
    await expectGood(page)
    await page.getByRole('button', { name: 'Begin fieldwork' }).click()
    await page.getByRole('alert').getByText('The cases are open.').waitFor()
    await expectGood(page)
    await page.getByRole('link', { name: 'Go to the cases' }).click()
    await page.getByText('0 of 38 cases signed.').waitFor()
    // Without an answer there is nothing to download.
    expect(await page.getByRole('heading', { name: 'Download answers' }).count()).toBe(0)
    await page.context().close()

    const own = await open('inspector', '/cases')
    const cases = await own
      .getByRole('table', { name: 'My cases' })
      .getByRole('link', { name: /^C-/ })
      .count()
    expect([9, 10]).toContain(cases)
    await own.context().close()
  })

  test('who does not allocate cases does not get there', async () => {
    const page = await open('inspector', '/allocation')
    expect(await page.getByRole('link', { name: 'begin fieldwork' }).count()).toBe(0)
    const response = await page.goto(`${server.address}/inspections/${northmoor}/begin-fieldwork`)
    expect(response?.status()).toBe(403)
    await page.context().close()
  })
})
