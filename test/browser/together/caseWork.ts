/** One person's work on their cases: each case as a whole, by the way in which they work, with what goes wrong. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Fill, readFields, seeSaved, type ToSay, toSayOn } from './fields.ts'
import { inspection } from './fromListToFieldwork.ts'
import { open, type Person } from './people.ts'
import type { Acknowledged } from './whatIsSaid.ts'

export type CaseWork = {
  readonly person: Person
  readonly caseId: string
  readonly acknowledged: Acknowledged
}

export function casePath(caseId: string, place = ''): string {
  return `/inspections/${inspection}/cases/${caseId}${place}`
}

/** The cases that the list calls the person's own. */
export async function ownCases({ page }: Person): Promise<readonly string[]> {
  await open(page, `/inspections/${inspection}/cases`)
  return page.getByRole('table', { name: 'My cases' }).getByRole('link', { name: /^C-/ }).allTextContents()
}

/** Opens a page that is written on, and waits for its script. */
export async function openToWrite(page: Page, caseId: string, place: string): Promise<void> {
  await open(page, casePath(caseId, place))
  await page.locator('[data-ready]').waitFor({ state: 'attached' })
}

/** Says all that is still to be said on one page, and waits until it is acknowledged. */
export async function writePage(work: CaseWork, place: string, fill: Fill): Promise<void> {
  const { person, caseId, acknowledged } = work
  await openToWrite(person.page, caseId, place)
  await confirmList(person.page)
  const all = await toSayOn(person.page, caseId)
  await fill(person.page, all)
  await seeSaved(person.page, caseId, all, acknowledged)
  await expect.poll(() => person.page.getByText('Not yet confirmed.').count(), { timeout: 60_000 }).toBe(0)
}

/** Confirms what the case list says of the child, where the page asks for it. */
async function confirmList(page: Page): Promise<void> {
  const box = page.getByLabel('The details from the case list are correct')
  if (await box.isVisible()) await box.click()
}

/** The facts, then every question on one page. */
export async function onOnePage(work: CaseWork, fill: Fill): Promise<void> {
  await writePage(work, '/facts', fill)
  await writePage(work, '/questions', fill)
}

/** The facts, then one key question after the other, by the button that leads on. */
export async function byKeyQuestion(work: CaseWork, fill: Fill): Promise<void> {
  const { person, caseId, acknowledged } = work
  const { page } = person
  await writePage(work, '/facts', fill)
  await open(page, casePath(caseId))
  const first = page.getByRole('link', { name: /^\d\.\d\.\d / }).first()
  await first.click()
  const heading = page.getByRole('heading', { level: 1 })
  for (;;) {
    await page.locator('[data-ready]').waitFor({ state: 'attached' })
    const all = await toSayOn(page, caseId)
    await fill(page, all)
    await seeSaved(page, caseId, all, acknowledged)
    const here = page.url()
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await seeNext(page, here)
    if ((await heading.textContent()) === `Case ${caseId}`) return
  }
}

/** Waits for the page that the button leads to; if the server is away, the browser tries again. */
async function seeNext(page: Page, before: string): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    if (page.url().startsWith('chrome-error')) await page.reload().catch(() => undefined)
    return page.url() !== before && !page.url().startsWith('chrome-error')
  }
  await expect.poll(isThere, { timeout: 60_000, interval: 250 }).toBe(true)
}

/**
 * Without JavaScript: the same pages, each sent with its button. The browser keeps nothing then, so that what a server
 * that was away has not acknowledged is typed again; what it has acknowledged, or saved before it went, is there.
 */
export async function bySaveButton(work: CaseWork, fill: Fill): Promise<void> {
  const { person, caseId, acknowledged } = work
  for (const place of ['/facts', '/questions']) {
    let sent: readonly ToSay[] = []
    do {
      await open(person.page, casePath(caseId, place))
      await noteShown(work, sent)
      await confirmList(person.page)
      sent = await toSayOn(person.page, caseId)
      await fill(person.page, sent)
    } while (!(await isSaved(person.page)))
    for (const { field, said } of sent) acknowledged.note(caseId, field, said)
  }
}

/** Presses the button; false if no server was there to take it. */
async function isSaved(page: Page): Promise<boolean> {
  const here = page.url()
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect.poll(() => page.url(), { timeout: 60_000, interval: 250 }).not.toBe(here)
  if (page.url().startsWith('chrome-error')) return false
  await page.getByText('Your answers are saved.').waitFor()
  return true
}

/** Notes what a page shows as saved, although its server went before it could say so. */
async function noteShown({ person, caseId, acknowledged }: CaseWork, sent: readonly ToSay[]): Promise<void> {
  const shown = new Map((await readFields(person.page)).map(({ id, value }) => [id, value]))
  for (const { field, said } of sent)
    if (shown.get(field.id) === said.value) acknowledged.note(caseId, field, said)
}
