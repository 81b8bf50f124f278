/** What goes wrong while people write: each ends with all that was typed on the server. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { KillableServer } from '../../support/killableServer.ts'
import { type CaseWork, openToWrite } from './caseWork.ts'
import { entryOf, type Fill, fillOne, oneByOne, seeSaved, type ToSay, toSayOn } from './fields.ts'
import { open, type Person, signIn } from './people.ts'

const notYetSent = 'On this device, not yet sent'

async function seeNotSent(page: Page, { field }: ToSay): Promise<void> {
  await entryOf(page, field).locator('[data-state]').getByText(notYetSent).waitFor()
}

function last(all: readonly ToSay[]): ToSay {
  return all.at(-1) ?? expect.fail('nothing was said')
}

/** The network goes while someone types, and comes back. */
export function lostNetwork(fill: Fill): Fill {
  return async (page, all) => {
    await fill(page, all.slice(0, 5))
    await page.context().setOffline(true)
    await fill(page, all.slice(5))
    await seeNotSent(page, last(all))
    await page.context().setOffline(false)
  }
}

/** The server is killed while someone types, in the middle of whatever it does for the others, and started again. */
export function killedServer(server: KillableServer, fill: Fill): Fill {
  return async (page, all) => {
    const half = Math.ceil(all.length / 2)
    await fill(page, all.slice(0, half))
    await server.kill()
    await fill(page, all.slice(half))
    await seeNotSent(page, last(all))
    await server.start()
  }
}

/** The page crashes in the middle of a note; opened again, it has the note as far as it was typed. */
export async function crashedPage({ person, caseId, acknowledged }: CaseWork): Promise<void> {
  const page = await person.context.newPage()
  await openToWrite(page, caseId, '/questions')
  const note =
    (await toSayOn(page, caseId)).find(({ field }) => field.kind === 'note') ?? expect.fail('no note')
  await person.context.setOffline(true)
  await entryOf(page, note.field).locator('textarea').pressSequentially('Typed before the crash')
  await seeNotSent(page, note)
  await page.goto('chrome://crash').catch(() => undefined)
  await page.close()
  await person.context.setOffline(false)
  await openToWrite(person.page, caseId, '/questions')
  const said = { value: 'Typed before the crash', detail: null }
  const shown = entryOf(person.page, note.field).locator('textarea')
  await expect.poll(() => shown.inputValue()).toBe(said.value)
  await seeSaved(person.page, caseId, [{ field: note.field, said }], acknowledged)
}

/** The same person has the case open in two tabs and writes in both. */
export async function secondTab({ person, caseId, acknowledged }: CaseWork): Promise<void> {
  const [one, two] = [person.page, await person.context.newPage()]
  await openToWrite(one, caseId, '/questions')
  await openToWrite(two, caseId, '/questions')
  const all = (await toSayOn(one, caseId)).slice(0, 20)
  const [odd, even] = [all.filter((_, at) => at % 2 > 0), all.filter((_, at) => at % 2 === 0)]
  await Promise.all([oneByOne(one, odd), oneByOne(two, even)])
  await seeSaved(one, caseId, odd, acknowledged)
  await seeSaved(two, caseId, even, acknowledged)
  await two.close()
}

/** The session is ended from elsewhere while someone types; they sign in again by the link, and it is all there. */
export async function endedSession(
  { person, caseId, acknowledged }: CaseWork,
  elsewhere: Person,
): Promise<void> {
  const { page } = person
  await openToWrite(page, caseId, '/questions')
  const all = (await toSayOn(page, caseId)).slice(0, 10)
  await open(elsewhere.page, '/account')
  await elsewhere.page.getByRole('button', { name: 'End all other sessions' }).click()
  await expect
    .poll(() => elsewhere.page.getByRole('button', { name: 'End all other sessions' }).count())
    .toBe(0)
  for (const { field, said } of all) await fillOne(page, field, said)
  await page
    .getByRole('link', { name: 'You are signed out. Sign in again to send your work; nothing is lost' })
    .click()
  await signIn(page, person.mailbox)
  await page.locator('[data-ready]').waitFor({ state: 'attached' })
  await seeSaved(page, caseId, all, acknowledged)
}
