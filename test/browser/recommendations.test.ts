/** The recommendations of an inspection, written by two people at once, with and without JavaScript. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'

const { server, browser } = useBrowserSession()

const police = 'Northmoor area police'

async function pageOf(mailbox: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    storageState: await server.signedInAs(mailbox),
  })
  const page = await context.newPage()
  await page.goto(`${server.address}/inspections/northmoor-2024-06/recommendations`)
  return page
}

/** What is listed under an owner, as the report numbers it. */
function itemsOf(page: Page, owner: string): Promise<string[]> {
  return page
    .getByRole('heading', { level: 2, name: owner })
    .locator('+ ol > li > p:first-child')
    .allInnerTexts()
}

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  test('the lead adds a recommendation, moves it, changes it and removes it', async () => {
    const page = await pageOf('lead', javaScriptEnabled)
    const before = await itemsOf(page, police)
    await page.getByRole('button', { name: 'Add a recommendation' }).click()
    await page.getByLabel('Enter who should act on it').fill(police)
    await page.getByRole('button', { name: 'Save recommendation' }).click()
    await page.getByRole('alert').getByText('Enter the recommendation').waitFor()
    expect(await page.getByLabel('Enter who should act on it').inputValue()).toBe(police)
    await page.getByLabel('Enter the recommendation', { exact: true }).fill('Answer within a week.')
    await page.getByRole('button', { name: 'Save recommendation' }).click()
    expect(await itemsOf(page, police)).toEqual([...before, '7. Answer within a week.'])
    await page.getByRole('button', { name: 'Move up recommendation 7' }).click()
    expect((await itemsOf(page, police))[0]).toBe('6. Answer within a week.')
    await page.getByRole('link', { name: 'Change recommendation 6' }).click()
    await page.getByLabel('Enter the recommendation', { exact: true }).fill('Answer within a day.')
    await page.getByRole('button', { name: 'Save recommendation' }).click()
    expect((await itemsOf(page, police))[0]).toBe('6. Answer within a day.')
    await page.getByRole('link', { name: 'Remove recommendation 6' }).click()
    await page.getByRole('button', { name: 'Remove recommendation' }).click()
    expect(await itemsOf(page, police)).toEqual(before)
    await page.context().close()
  })
})

test('two who change the same one lose nothing: the later sees both texts and decides', async () => {
  const lead = await pageOf('lead')
  const inspector = await pageOf('inspector')
  for (const page of [lead, inspector])
    await page.getByRole('link', { name: 'Change recommendation 6' }).click()
  await lead.getByLabel('Enter the recommendation', { exact: true }).fill('Name two deputies.')
  await lead.getByRole('button', { name: 'Save recommendation' }).click()
  await inspector.getByLabel('Enter the recommendation', { exact: true }).fill('Name a deputy by June.')
  await inspector.getByRole('button', { name: 'Save recommendation' }).click()
  await inspector.getByRole('alert').getByText('Lena (made up) changed this recommendation').waitFor()
  await inspector.getByText('Name two deputies.').waitFor()
  expect(await inspector.getByLabel('Enter the recommendation', { exact: true }).inputValue()).toBe(
    'Name a deputy by June.',
  )
  await expectAccessible(inspector)
  await inspector.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(inspector)
  await inspector.getByRole('button', { name: 'Save recommendation' }).click()
  expect(await itemsOf(inspector, police)).toEqual(['6. Name a deputy by June.'])
  for (const page of [lead, inspector]) await page.context().close()
})
