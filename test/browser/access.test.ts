/** Signing in and the account page, in Chromium, with JavaScript and without; and pages that need more than an address. */
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../../src/app/people/accounts/demonstration.ts'
import { codeAt, fromBase32, stepAt } from '../../src/app/people/sign-in/totp.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'

const { server, browser } = useBrowserSession()

async function expectGoodPage(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function seeHeading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  test('a lead inspector signs in by the keyboard, reads their inspection, and signs out', async () => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${server.address}/inspections/northmoor-2024-06`)
    await seeHeading(page, 'Sign in')
    await page.getByLabel('Email address').focus()
    await page.keyboard.type('lead@northmoor.example')
    await page.getByLabel('Password', { exact: true }).focus()
    await page.keyboard.type(demonstrationPassword)
    await page.keyboard.press('Enter')
    await seeHeading(page, 'Northmoor Youth Justice Service')
    await page.getByRole('link', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${server.address}/inspections`)
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect(await page.getByRole('link', { name: 'Northmoor Youth Justice Service' }).count()).toBe(0)
    await context.close()
  })
})

test('a wrong password is reported at the top, and the address that was typed stays', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.address}/sign-in`)
  await page.getByLabel('Email address').fill('lead@northmoor.example')
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').getByText('is incorrect').waitFor()
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.getByLabel('Email address').inputValue()).toBe('lead@northmoor.example')
  await expectGoodPage(page)
  await page.close()
})

test('findings typed after the session was lost are stored, shown after signing in, and saved', async () => {
  const context = await browser.newContext({ storageState: await server.signedInAs('inspector') })
  const page = await context.newPage()
  await page.goto(`${server.address}/inspections/northmoor-2024-06/findings`)
  await page.getByLabel('Strengths').first().fill('Children are heard.\n\nPlans are followed.')
  await server.shell.database.updateTable('session').set({ ended_at: new Date() }).execute()
  await page
    .getByRole('button', { name: /Save all findings/ })
    .first()
    .click()
  await page.getByText('The form that you sent is saved').waitFor()
  await page.getByLabel('Email address').fill('inspector@northmoor.example')
  await page.getByLabel('Password', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await seeHeading(page, 'Saved forms')
  await page.locator('dd', { hasText: 'Plans are followed.' }).waitFor()
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Send form' }).click()
  expect(await page.getByLabel('Strengths').first().inputValue()).toBe(
    'Children are heard.\n\nPlans are followed.',
  )
  await context.close()
})

test('an administrator adds a person and resets them, by pages that pass', async () => {
  const page = await browser.newPage({ storageState: await server.signedInAs('administrator') })
  await page.goto(`${server.address}/people`)
  await page.getByLabel('Name', { exact: true }).fill('Nia Newcomer')
  await page.getByLabel('Email address').fill('nia@example.org')
  await page.getByRole('button', { name: 'Add person' }).click()
  await seeHeading(page, 'Password link for Nia Newcomer')
  await expectGoodPage(page)
  const link = await page.locator('code').textContent()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('link', { name: 'Nia Newcomer' }).click()
  await expectGoodPage(page)
  const hers = await browser.newPage()
  await hers.goto(String(link))
  await seeHeading(hers, 'Set a password')
  await expectGoodPage(hers)
  await hers.getByLabel('New password', { exact: true }).fill('short')
  await hers.getByRole('button', { name: 'Set password' }).click()
  await hers.getByRole('alert').getByText('fewer than 12').waitFor()
  await expectGoodPage(hers)
  await page.close()
  await hers.close()
})

test('a token and recovery codes are shown once, on pages that pass', async () => {
  const page = await browser.newPage({ storageState: await server.signedInAs('research') })
  await page.goto(`${server.address}/account/tokens`)
  await page.getByLabel('Name', { exact: true }).fill('export')
  await page.getByLabel('Current password', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Create token' }).click()
  expect(await page.locator('code').textContent()).toMatch(/^assay_/)
  await expectGoodPage(page)
  await page.close()
})

test('a camera reads the QR code off the screen, and the app that took it signs in', async () => {
  const context = await browser.newContext({ storageState: await server.signedInAs('quality-lead') })
  const page = await context.newPage()
  await page.goto(`${server.address}/account/authenticator`)
  const code = page.getByRole('img', { name: 'QR code with the setup key' })
  const address = new URL(String(await readPicture(await code.screenshot())))
  expect(address.href).toMatch(/^otpauth:\/\/totp\/Assay:quality-lead%40northmoor\.example\?/)
  const key = address.searchParams.get('secret') ?? ''
  const shown = await page.locator('.app-setup-key').textContent()
  expect(shown?.replaceAll(' ', '')).toBe(key)
  await page.getByRole('textbox', { name: 'Code' }).fill(codeAt(fromBase32(key), stepAt(new Date())))
  await page.getByLabel('Current password', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Set up authenticator app' }).click()
  await seeHeading(page, 'Save your recovery codes')
  await expectGoodPage(page)
  const recovery = String(await page.locator('code').first().textContent())
  await page.goto(`${server.address}/account/authenticator`)
  await expectGoodPage(page)
  await page.getByRole('textbox', { name: 'Code' }).fill(recovery)
  await page.getByLabel('Current password', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Remove authenticator app' }).click()
  await page.getByText('Authenticator app removed').waitFor()
  await expectGoodPage(page)
  await context.close()
})

type Picture = { readonly pixels: number[]; readonly width: number; readonly height: number }

/** The text of the QR code in a picture of the screen; Chromium turns the PNG into pixels. */
async function readPicture(png: Buffer): Promise<string | undefined> {
  const page = await browser.newPage()
  const picture = await page.evaluate<Picture>(`(async () => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob())
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')
    context.drawImage(image, 0, 0)
    return { pixels: [...context.getImageData(0, 0, width, height).data], width, height }
  })()`)
  await page.close()
  return jsQR.default(new Uint8ClampedArray(picture.pixels), picture.width, picture.height)?.data
}

test('the lead inspector’s people: a role is given and removed by someone who may', async () => {
  const page = await browser.newPage({ storageState: await server.signedInAs('operations') })
  await page.goto(`${server.address}/inspections/northmoor-2024-06/people`)
  await page.getByLabel('Email address').fill('chief-inspector@northmoor.example')
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Quality lead' })
  await page.getByRole('button', { name: 'Give role' }).click()
  await page.getByRole('button', { name: 'Remove the role Quality lead from Callum (made up)' }).click()
  await expect.poll(() => page.getByText('Callum (made up)').count()).toBe(0)
  await page.close()
})
