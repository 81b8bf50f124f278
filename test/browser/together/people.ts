/** The people of the scenario: each with a browser of their own, in which they signed in. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demonstrationPassword } from '../../../src/app/people/accounts/demonstration.ts'
import { findPersonByEmail } from '../../../src/app/people/accounts/people.queries.ts'
import type { SharedBrowser } from '../../support/browser.ts'
import type { KillableServer } from '../../support/killableServer.ts'

export type Person = {
  readonly mailbox: string
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
}

export function emailOf(mailbox: string): string {
  return `${mailbox}@northmoor.example`
}

/** What someone of the demonstration is called: pages name people, and give no addresses. */
export async function nameOf({ shell }: KillableServer, mailbox: string): Promise<string> {
  const found = await findPersonByEmail(shell.database, emailOf(mailbox))
  return found?.name ?? expect.fail(`nobody is ${mailbox}`)
}

/** Opens a browser for someone of the demonstration, who signs in by the page. */
export async function meet(
  browser: SharedBrowser,
  server: KillableServer,
  mailbox: string,
  javaScriptEnabled = true,
): Promise<Person> {
  const context = await browser.newContext({
    javaScriptEnabled,
    baseURL: server.address,
    viewport: { width: 1280, height: 900 },
  })
  // Four browsers at once wait for each other on a busy machine.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await signIn(page, mailbox)
  return { mailbox, name: await nameOf(server, mailbox), context, page }
}

/** Signs in on the page that asks for it, and waits until the next one is there. */
export async function signIn(page: Page, mailbox: string): Promise<void> {
  await page.getByLabel('Email address').fill(emailOf(mailbox))
  await page.getByLabel('Password', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Sign out' }).waitFor()
}

/** Opens an address; one who meets a dead server tries again, as people do. */
export async function open(page: Page, path: string): Promise<void> {
  const opens = async (): Promise<boolean> => {
    try {
      const response = await page.goto(path, { timeout: 20_000 })
      return response?.ok() ?? false
    } catch {
      return false
    }
  }
  await expect.poll(opens, { timeout: 60_000, interval: 500 }).toBe(true)
}
