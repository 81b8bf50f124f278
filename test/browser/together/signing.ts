/** From ready over checked to signed; one case is returned with comments, and one opened again. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { casePath, openToWrite } from './caseWork.ts'
import { entryOf, fillOne, readFields, seeSaved } from './fields.ts'
import { inspection } from './fromListToFieldwork.ts'
import { open, type Person } from './people.ts'
import type { Acknowledged } from './whatIsSaid.ts'

/** Takes one step of a case by its button, and waits for the state that it leads to. */
export async function takeStep(
  { page }: Person,
  caseId: string,
  button: string,
  state: string,
): Promise<void> {
  await open(page, casePath(caseId))
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('alert').getByText('The case is').waitFor()
  await seeState(page, state)
}

async function seeState(page: Page, state: string): Promise<void> {
  await page
    .locator('.govuk-tag', { hasText: new RegExp(`^\\s*${state}\\s*$`) })
    .first()
    .waitFor()
}

/** Hands in each case, of which its page has to say that nothing is missing. */
export async function handIn(person: Person, caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) {
    await open(person.page, casePath(caseId))
    const missing = person.page
      .locator('details', { hasText: /^\s*Show \d+ missing items?/ })
      .getByRole('listitem')
    expect(await missing.allTextContents(), `missing in ${caseId} of ${person.name}`).toEqual([])
    await takeStep(person, caseId, 'Hand in this case', 'Ready')
  }
}

/** The quality lead sends the case back; its inspector finds it first in their list, fixes the note and hands in. */
export async function returnOnce(
  checker: Person,
  owner: Person,
  caseId: string,
  acknowledged: Acknowledged,
): Promise<void> {
  const comment = 'Say in the first note what the school said to you.'
  await open(checker.page, casePath(caseId))
  await checker.page.getByLabel('Comments for the inspector').fill(comment)
  await checker.page.getByRole('button', { name: 'Return with comments' }).click()
  await seeState(checker.page, 'Returned with comments')
  await open(owner.page, `/inspections/${inspection}/cases`)
  const [first] = await owner.page
    .getByRole('table', { name: 'My cases' })
    .getByRole('row', { name: /Returned with comments/ })
    .getByRole('link')
    .allTextContents()
  expect(first).toBe(caseId)
  await owner.page.getByRole('link', { name: caseId }).click()
  await owner.page.getByText(comment).waitFor()
  await writeAgain(owner, caseId, 'note', 'The school reported ten good weeks.', acknowledged)
  await takeStep(owner, caseId, 'Hand in this case', 'Ready')
}

/**
 * The lead opens a signed case again with a reason; its inspector adds what was missing; it is checked and signed once
 * more.
 */
export async function openAgain(
  { lead, owner, checker }: Readonly<Record<'lead' | 'owner' | 'checker', Person>>,
  caseId: string,
  acknowledged: Acknowledged,
): Promise<void> {
  await open(lead.page, casePath(caseId))
  await lead.page.getByLabel('Reason for reopening this case').fill('New evidence from the court.')
  await lead.page.getByRole('button', { name: 'Reopen as a new version' }).click()
  await seeState(lead.page, 'In progress')
  await lead.page.getByText('version 2').waitFor()
  await writeAgain(owner, caseId, 'note', 'The court sent its record.', acknowledged)
  await takeStep(owner, caseId, 'Hand in this case', 'Ready')
  await takeStep(checker, caseId, 'Mark as checked', 'Checked')
  await takeStep(lead, caseId, 'Sign this case', 'Signed')
}

/** Replaces what is in the first field of the kind. */
async function writeAgain(
  { page }: Person,
  caseId: string,
  kind: string,
  value: string,
  acknowledged: Acknowledged,
): Promise<void> {
  await openToWrite(page, caseId, '/questions')
  const field = (await readFields(page)).find((each) => each.kind === kind) ?? expect.fail(`no ${kind}`)
  const said = { value, detail: null }
  await entryOf(page, field).scrollIntoViewIfNeeded()
  await fillOne(page, field, said)
  await seeSaved(page, caseId, [{ field, said }], acknowledged)
}
