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

/** The cases that the list calls one's own. */
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
  const all = await toSayOn(person.page, caseId)
  await fill(person.page, all)
  await seeSaved(person.page, caseId, all, acknowledged)
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

/** Waits for the page that the button leads to; where the server is away, the browser is told to try again. */
async function seeNext(page: Page, before: string): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    if (page.url().startsWith('chrome-error')) await page.reload().catch(() => undefined)
    return page.url() !== before && !page.url().startsWith('chrome-error')
  }
  await expect.poll(isThere, { timeout: 60_000, interval: 250 }).toBe(true)
}

/** Without JavaScript: the same pages, each sent with its button. A page that was not answered is sent again. */
export async function bySaveButton(work: CaseWork, fill: Fill): Promise<void> {
  for (const place of ['/facts', '/questions']) {
    const { person, caseId, acknowledged } = work
    await open(person.page, casePath(caseId, place))
    const all = await toSayOn(person.page, caseId)
    await fill(person.page, all)
    await saveByButton(person.page)
    for (const { field, said } of all) acknowledged.note(caseId, field, said)
  }
}

/** Where the server is away, the browser says so, and sends the same form again when the page is loaded again. */
async function saveByButton(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and continue' }).click()
  const isSaved = async (): Promise<boolean> => {
    if (!page.url().startsWith('chrome-error')) return page.getByText('Your answers are saved.').isVisible()
    await page.reload().catch(() => undefined)
    return false
  }
  await expect.poll(isSaved, { timeout: 60_000, interval: 500 }).toBe(true)
}

/** What the page now shows of what was said on it. */
export async function shown(page: Page, all: readonly ToSay[]): Promise<readonly string[]> {
  const fields = new Map((await readFields(page)).map(({ id, value }) => [id, value]))
  return all.map(({ field }) => fields.get(field.id) ?? '')
}
