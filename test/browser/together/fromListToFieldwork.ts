/** The way from an empty register to open cases, only by links and buttons, as those who go it find it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { madeUpTable, plainCsv, spoiltTable } from '../../support/madeUpCaseList.ts'
import { emailOf, type Person } from './people.ts'

const service = 'Fellmouth Youth Justice Service'
export const inspection = 'fellmouth-2024-06'

const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const seeHeading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const seeSuccess = (page: Page, text: string) => page.getByRole('alert').getByText(text).waitFor()

export type Member = { readonly mailbox: string; readonly name: string; readonly role: string }

/** The head of the programme puts the inspection on the register and gives each person their role. */
export async function announce({ page }: Person, members: readonly Member[]): Promise<void> {
  await press(page, 'Announce an inspection')
  await press(page, 'Announce the inspection')
  await page.getByRole('alert').getByText('The name of the service is missing.').waitFor()
  await page.getByLabel('Name of the service').fill(service)
  await page.getByLabel('Edition of the standards').selectOption({ index: 2 })
  await page.getByLabel('Month', { exact: true }).fill('6')
  await page.getByLabel('Year', { exact: true }).fill('2024')
  await page.getByLabel('This inspection is made up').check()
  await press(page, 'Announce the inspection')
  await seeSuccess(page, 'The inspection is on the register.')
  await follow(page, 'People and roles')
  for (const { mailbox, name, role } of members) {
    await page.getByLabel('Email address').fill(emailOf(mailbox))
    await page.getByLabel('Role', { exact: true }).selectOption({ label: role })
    await press(page, 'Give role')
    await page.getByRole('row', { name: `${name} ${role}` }).waitFor()
  }
}

/** The service's evidence coordinator sends a list with twenty faults, sees each, and sends the fixed one. */
export async function sendCaseList({ page }: Person): Promise<void> {
  await page.goto('/inspections')
  await follow(page, `Case list of ${service}`)
  const { table, planted } = spoiltTable()
  const faulty = plainCsv(table)
  await send(page, 'list-with-faults.csv', faulty)
  for (const { heading, code } of planted)
    if (code === 'intake.personal-column') await page.getByLabel(`Leave out “${heading}”`).check()
  await send(page, 'list-with-faults.csv', faulty)
  await seeHeading(page, 'Errors in the case list')
  const faults = await page.locator('table', { hasText: 'errors were found' }).textContent()
  for (const { heading, code } of planted)
    if (code !== 'intake.personal-column') expect(faults).toContain(heading)
  await follow(page, 'Upload a corrected file')
  await send(page, 'list.csv', plainCsv(madeUpTable()))
  await seeHeading(page, 'Check the case list before you accept it')
  await press(page, 'Accept as version 1')
  await seeHeading(page, 'Case list, version 1')
}

async function send(page: Page, name: string, content: string): Promise<void> {
  const buffer = Buffer.from(content)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await press(page, 'Check the list')
}

/** The lead agrees the seed, sets the sizes for a week of four people, and draws. */
export async function drawSample({ page }: Person, sizes: Readonly<Record<string, number>>): Promise<void> {
  await page.goto('/inspections')
  await follow(page, service)
  await follow(page, 'Case list')
  await follow(page, 'Version 1')
  await follow(page, 'the sample')
  await page.getByLabel('Monday when fieldwork starts').fill('2024-06-10')
  await page.getByLabel('Seed', { exact: true }).fill('08 15 23 41 42 57')
  await page.getByLabel('Who agreed the seed, and how').fill('Both sides, from a lottery.')
  await press(page, 'Save')
  for (const [kind, size] of Object.entries(sizes)) {
    const section = page.locator('section', { has: page.locator(`#kind-${kind}`) })
    await section.getByText('Set this size by hand').click()
    await section.getByLabel('Number of cases to draw').fill(String(size))
    await section.getByLabel('Reason').fill('Four people for a week.')
    await section.getByLabel('Who decided').fill('Head of programme')
    await section.getByRole('button', { name: 'Set the size' }).click()
    await section.getByText('Set by hand by Head of programme').first().waitFor()
  }
  await press(page, 'Continue to the draw')
  await press(page, 'Draw the sample')
  await page.getByRole('link', { name: 'Proof of the draw' }).waitFor()
}

export type Assessor = { readonly name: string; readonly isLocal: boolean }

/** The lead names who assesses, has the cases given to them, and begins. */
export async function allocateAndBegin(
  { page }: Person,
  assessors: readonly Assessor[],
  cases: number,
): Promise<void> {
  await follow(page, 'allocate the cases')
  await follow(page, 'Add people')
  for (const assessor of assessors) await addAssessor(page, assessor)
  await follow(page, 'propose who assesses which case')
  await press(page, 'Propose the allocation')
  await seeSuccess(page, 'All sampled cases have been allocated.')
  await follow(page, 'Move the inspection to another stage')
  await moveTo(page, 'Before fieldwork')
  await follow(page, service)
  await follow(page, 'Begin fieldwork')
  await press(page, 'Begin fieldwork')
  await seeSuccess(page, 'The cases are open.')
  await follow(page, 'Change the stage of the inspection')
  await moveTo(page, 'Fieldwork')
  await follow(page, service)
  await follow(page, 'Cases')
  await page.getByText(`0 of ${cases} cases signed.`).waitFor()
}

/** A person with a role is added by a button; a local assessor only with the service that they work for. */
async function addAssessor(page: Page, { name, isLocal }: Assessor): Promise<void> {
  if (isLocal) {
    await follow(page, `Select the service of ${name} and add`)
    const works = page.getByLabel('Service the local assessor works for')
    await works.selectOption({ label: 'A service that is not on the register' })
    await press(page, 'Add person')
  } else await press(page, `Add ${name}`)
  await seeSuccess(page, 'The person is saved.')
}

async function moveTo(page: Page, stage: string): Promise<void> {
  await press(page, `Move to the ${stage} stage`)
  await page.getByText(`Stage: ${stage}.`).waitFor()
}
