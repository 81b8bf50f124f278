/** The fields of a page of a case: read as they are, filled, and seen to be saved. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import { type Acknowledged, type Field, fieldSchema, type Said, whatIsSaid } from './whatIsSaid.ts'

/** What a page has to say in the end; a server that is started again takes its time. */
const patience = { timeout: 90_000, interval: 250 }

const readAll = `[...document.querySelectorAll('.app-entry')].map((entry) => {
  const inputs = [...entry.querySelectorAll('[data-part="value"]')]
  const [first] = inputs
  const detail = entry.querySelector('[data-part="detail"]')
  const isRadio = first.type === 'radio'
  const isSelect = first.tagName === 'SELECT'
  const options = isRadio ? inputs : isSelect ? [...first.options] : []
  return {
    id: entry.id,
    kind: entry.dataset.kind,
    item: entry.dataset.item,
    control: isRadio ? 'radio' : isSelect ? 'select' : 'text',
    options: options.map(({ value }) => value).filter((value) => value !== ''),
    type: first.type,
    value: isRadio ? (inputs.find(({ checked }) => checked)?.value ?? '') : first.value,
    version: Number(entry.dataset.version),
    detail: detail === null ? null : (detail.closest('[data-for]')?.dataset.for ?? 'any'),
  }
})`

/** Every field of the page, in its order. */
export async function readFields(page: Page): Promise<readonly Field[]> {
  return z.array(fieldSchema).parse(await page.evaluate(readAll))
}

export type ToSay = { readonly field: Field; readonly said: Said }

/** What is to be said in the fields of the page that are still empty. */
export async function toSayOn(page: Page, caseId: string): Promise<readonly ToSay[]> {
  const open = (await readFields(page)).filter(({ value }) => value === '')
  return open.flatMap((field) => {
    const said = whatIsSaid(caseId, field)
    return said === undefined ? [] : [{ field, said }]
  })
}

export function entryOf(page: Page, { id }: Pick<Field, 'id'>): Locator {
  return page.locator(`[id="${id}"]`)
}

export type Fill = (page: Page, all: readonly ToSay[]) => Promise<void>

/** One field after the other, by clicking and typing. A click waits until the page stops moving. */
export const oneByOne: Fill = async (page, all) => {
  for (const { field, said } of all) await fillOne(page, field, said)
}

export async function fillOne(page: Page, field: Field, said: Said): Promise<void> {
  const entry = entryOf(page, field)
  if (field.kind === 'practice') await openDetails(page, field)
  if (field.control === 'radio') await radio(entry, said.value).check()
  else if (field.control === 'select') await entry.locator('select').selectOption(said.value)
  else await entry.locator('[data-part="value"]').fill(said.value)
  if (said.detail !== null) await entry.locator('[data-part="detail"]').fill(said.detail)
}

function radio(entry: Locator, value: string): Locator {
  return entry.locator(`input[type="radio"][value="${value}"]`)
}

async function openDetails(page: Page, field: Field): Promise<void> {
  const details = page.locator('details', { has: page.locator(`[id="${field.id}"]`) })
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
}

const keys: Readonly<Record<string, string>> = { yes: 'y', no: 'n', na: 'a' }

/** By the keyboard at full speed: Y, N or A, and the page moves on by itself; other fields as `oneByOne`. */
export const byKeys: Fill = async (page, all) => {
  const order = (await readFields(page)).map(({ id }) => id)
  let focused = -1
  for (const { field, said } of all) {
    const at = order.indexOf(field.id)
    const key = field.control === 'radio' && field.kind === 'answer' ? keys[said.value] : undefined
    if (key !== undefined) {
      if (focused !== at) await entryOf(page, field).locator('input[type="radio"]').first().focus()
      await page.keyboard.press(key)
      if (said.detail !== null) await page.keyboard.insertText(said.detail)
      focused = said.detail === null ? at + 1 : -1
    } else if (field.kind === 'note' && focused === at) {
      await page.keyboard.insertText(said.value)
      focused = -1
    } else {
      await fillOne(page, field, said)
      focused = -1
    }
  }
}

/** Waits until the page says of each that it is saved, and notes it. What it shows has to be what was said. */
export async function seeSaved(
  page: Page,
  caseId: string,
  all: readonly ToSay[],
  acknowledged: Acknowledged,
): Promise<void> {
  const before = Object.fromEntries(all.map(({ field }) => [field.id, field.version]))
  const notSaved = `Object.entries(${JSON.stringify(before)}).filter(([id, version]) => {
    const entry = document.getElementById(id)
    const words = entry.querySelector('[data-state]').textContent
    return !words.startsWith('Saved') || Number(entry.dataset.version) <= version
  }).map(([id]) => id + ': ' + document.getElementById(id).querySelector('[data-state]').textContent)`
  await expect.poll(() => page.evaluate(notSaved), patience).toEqual([])
  const shown = new Map((await readFields(page)).map(({ id, value }) => [id, value]))
  for (const { field, said } of all) {
    expect(shown.get(field.id), `${field.id} of ${caseId}`).toBe(said.value)
    acknowledged.note(caseId, field, said)
  }
}
