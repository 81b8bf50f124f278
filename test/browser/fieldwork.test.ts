/** Inspectors at a case in Chromium: with and without JavaScript, by the keyboard, two at once, cut off and back. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findEntry, listConflictingValues, listVersions } from '../../src/app/fieldwork/case/case.queries.ts'
import { listAssigned } from '../../src/app/fieldwork/steps/caseSteps.queries.ts'
import type { EntryKind } from '../../src/core/fieldwork/entry.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'

const inspection = 'northmoor-2024-06'
const { server, browser } = useBrowserSession({ inFieldwork: inspection })

async function contextOf(mailbox: string, javaScriptEnabled = true): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled, storageState: await server.signedInAs(mailbox) })
}

function address(caseId: string, place = ''): string {
  return `${server.address}/inspections/${inspection}/cases/${caseId}${place}`
}

async function openCase(context: BrowserContext, caseId: string, place: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address(caseId, place))
  await page.locator('[data-ready]').waitFor({ state: 'attached' })
  return page
}

function entry(caseId: string, kind: EntryKind, item: string) {
  return findEntry(server.shell.database, { inspectionId: inspection, caseId }, { kind, item })
}

function choose(page: Page, item: string, answer: 'yes' | 'no' | 'na') {
  return page.locator(`[id="answer-${item}-${answer}"]`).check()
}

function state(page: Page, id: string) {
  return page.locator(`[id="${id}-state"]`)
}

describe('without JavaScript', () => {
  test('an answer is removed, and what the facts propose is accepted with its reason', async () => {
    const context = await contextOf('inspector', false)
    const page = await context.newPage()
    const save = () => page.getByRole('button', { name: 'Save and continue' }).click()
    await page.goto(address('NM-C12', '/facts'))
    await page.locator('[id="fact-known-victim-no"]').check()
    await save()
    const question = page.locator('[id="answer-2.1.1.h"]')
    await question.getByRole('radio', { name: 'Not answered' }).check()
    await save()
    await page.getByRole('heading', { level: 1, name: '2.1.2' }).waitFor()
    expect(await entry('NM-C12', 'answer', '2.1.1.h')).toMatchObject({ value: null, detail: null })
    await page.getByRole('link', { name: 'Previous' }).click()
    await question.getByText('There is no known victim. “Not applicable” is proposed.').waitFor()
    expect(await question.getByRole('radio', { name: 'Not answered' }).isVisible()).toBe(false)
    await page.getByRole('checkbox', { name: /^Answer “not applicable”.*: 2\.1\.1\.h$/ }).check()
    await save()
    await page.getByRole('heading', { level: 1, name: '2.1.2' }).waitFor()
    const accepted = { value: 'na', detail: 'There is no known victim.' }
    expect(await entry('NM-C12', 'answer', '2.1.1.h')).toMatchObject(accepted)
    await context.close()
  })

  test('a page of answers is saved with its button, and leads to the next question', async () => {
    const context = await contextOf('inspector', false)
    const page = await context.newPage()
    await page.goto(address('NM-C01', '/questions/2.1.1'))
    await choose(page, '2.1.1.a', 'no')
    await page.locator('[id="note-2.1.1-value"]').fill('Seen in the plan.')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('heading', { level: 1, name: '2.1.2' }).waitFor()
    expect((await entry('NM-C01', 'answer', '2.1.1.a'))?.value).toBe('no')
    expect((await entry('NM-C01', 'note', '2.1.1'))?.value).toBe('Seen in the plan.')
    await context.close()
  })

  test('of two who saw the same page, the second is led to decide between both values', async () => {
    const first = await contextOf('inspector', false)
    const second = await contextOf('assistant-inspector', false)
    const [one, two] = [await first.newPage(), await second.newPage()]
    for (const page of [one, two]) await page.goto(address('NM-C02', '/questions/2.1.2'))
    await one.locator('[id="note-2.1.2-value"]').fill('The first note.')
    await two.locator('[id="note-2.1.2-value"]').fill('The second note.')
    await one.getByRole('button', { name: 'Save and continue' }).click()
    await one.getByRole('heading', { level: 1, name: '2.1.3' }).waitFor()
    await two.getByRole('button', { name: 'Save and continue' }).click()
    await two.getByRole('heading', { level: 1, name: 'Conflicts' }).waitFor()
    await two.getByLabel('The second note.').check()
    await two.getByRole('button', { name: 'Keep this value' }).click()
    await two.getByRole('link', { name: 'Enter the reason for your decision.' }).waitFor()
    expect(await two.getByLabel('The second note.').isChecked()).toBe(true)
    await two.getByLabel('Reason for your decision').fill('Seen together.')
    await two.getByRole('button', { name: 'Keep this value' }).click()
    await two.getByText('Your decision is saved.').waitFor()
    await two.getByText('There are no conflicts to resolve').waitFor()
    expect((await entry('NM-C02', 'note', '2.1.2'))?.value).toBe('The second note.')
    await first.close()
    await second.close()
  })
})

describe('with JavaScript', () => {
  test('answers are saved as they are given, only by keyboard', async () => {
    const context = await contextOf('inspector')
    const page = await openCase(context, 'NM-C03', '/questions/2.1.1')
    await page.locator('[name="value:answer:2.1.1.a"]').first().focus()
    for (const key of ['n', 'y', 'n']) await page.keyboard.press(key)
    for (const letter of ['a', 'b', 'c'])
      await state(page, `answer-2.1.1.${letter}`)
        .getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/)
        .waitFor()
    const values = await Promise.all(
      ['a', 'b', 'c'].map((letter) => entry('NM-C03', 'answer', `2.1.1.${letter}`)),
    )
    expect(values.map((each) => each?.value)).toEqual(['no', 'yes', 'no'])
    await context.close()
  })

  test('offline, a reload and a closed browser keep what was typed, and it is sent when there is a network', async () => {
    const context = await contextOf('inspector')
    const page = await openCase(context, 'NM-C04', '/questions/2.1.1')
    await context.setOffline(true)
    await page.locator('[id="note-2.1.1-value"]').pressSequentially('Typed on a train')
    await state(page, 'note-2.1.1').getByText('On this device, not yet sent').waitFor()
    await page.getByRole('button', { name: 'Download unsaved work' }).waitFor()
    await page.close()
    await context.setOffline(false)
    const again = await openCase(context, 'NM-C04', '/questions/2.1.1')
    await state(again, 'note-2.1.1')
      .getByText(/^Saved/)
      .waitFor()
    expect(await again.locator('[id="note-2.1.1-value"]').inputValue()).toBe('Typed on a train')
    expect((await entry('NM-C04', 'note', '2.1.1'))?.value).toBe('Typed on a train')
    await context.close()
  })

  test('what is not sent can be removed as a file', async () => {
    const context = await contextOf('inspector')
    const page = await openCase(context, 'NM-C05', '/questions/2.1.1')
    await context.setOffline(true)
    await page.locator('[id="note-2.1.1-value"]').fill('Only here')
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download unsaved work' }).click()
    const stream = await (await waiting).createReadStream()
    const text = (await stream.toArray()).join('')
    expect(JSON.parse(text)).toMatchObject([{ kind: 'note', item: '2.1.1', value: 'Only here' }])
    await context.close()
  })

  test('a lost session keeps what was typed until its person signed in again', async () => {
    const context = await contextOf('inspector')
    const page = await openCase(context, 'NM-C06', '/questions/2.1.1')
    const cookies = await context.cookies()
    await context.clearCookies({ name: 'assay_session' })
    await page.locator('[id="note-2.1.1-value"]').pressSequentially('Typed after the session ended')
    await page.getByText('You are signed out. Sign in again to send your work; nothing is lost').waitFor()
    await context.addCookies(cookies)
    await page.reload()
    await state(page, 'note-2.1.1')
      .getByText(/^Saved/)
      .waitFor()
    expect((await entry('NM-C06', 'note', '2.1.1'))?.value).toBe('Typed after the session ended')
    await context.close()
  })

  test('two at one case see each other; the same answer is saved twice, with both names', async () => {
    const first = await contextOf('inspector')
    const second = await contextOf('assistant-inspector')
    const one = await openCase(first, 'NM-C07', '/questions/2.1.1')
    const two = await openCase(second, 'NM-C07', '/questions/2.1.1')
    await two.getByText('Also viewing this case: Idris (made up)').waitFor()
    await one.locator('[id="note-2.1.1-value"]').fill('What Idris saw')
    await state(one, 'note-2.1.1')
      .getByText(/^Saved/)
      .waitFor()
    await two.locator('[id="note-2.1.1-value"]').fill('What Asha saw')
    await state(two, 'note-2.1.1')
      .getByText('Someone else changed this: Idris (made up) wrote “What Idris saw”')
      .waitFor()
    expect((await entry('NM-C07', 'note', '2.1.1'))?.value).toBe('What Idris saw')
    const kept = await listConflictingValues(server.shell.database, {
      inspectionId: inspection,
      caseId: 'NM-C07',
    })
    expect(kept.map(({ value, author }) => [value, author.name])).toEqual([
      ['What Asha saw', 'Asha (made up)'],
    ])
    await first.close()
    await second.close()
  })

  test('text that is typed at the moment at which the server answers is no conflict', async () => {
    const context = await contextOf('inspector')
    const page = await openCase(context, 'NM-C10', '/facts')
    // The store lets go of what was acknowledged; just then the reason is typed.
    await page.evaluate(`{
      const letGo = IDBObjectStore.prototype.delete
      IDBObjectStore.prototype.delete = function (id) {
        IDBObjectStore.prototype.delete = letGo
        const reason = document.getElementById('fact-interview-held-detail')
        reason.value = 'The manager was ill.'
        reason.dispatchEvent(new Event('input', { bubbles: true }))
        return letGo.call(this, id)
      }
    }`)
    await page.locator('[id="fact-interview-held-no"]').check()
    const detail = async () => (await entry('NM-C10', 'fact', 'interview-held'))?.detail
    const kept = () =>
      listConflictingValues(server.shell.database, { inspectionId: inspection, caseId: 'NM-C10' })
    const outcome = async () => (await detail()) ?? (await kept())[0]?.because
    await expect.poll(outcome, { timeout: 15_000 }).toBe('The manager was ill.')
    expect(await kept()).toEqual([])
    await context.close()
  })

  test('the forms of a case’s own page are sent, as those of pages without a script are', async () => {
    const context = await contextOf('lead')
    const page = await openCase(context, 'NM-C12', '')
    const inspector = page.getByLabel('Idris (made up)')
    await inspector.check()
    await page.getByRole('button', { name: 'Save assessors' }).click()
    await page.getByRole('alert').getByText('The assessors are saved.').waitFor()
    const key = { inspectionId: inspection, caseId: 'NM-C12' }
    await expect.poll(() => listAssigned(server.shell.database, key), { timeout: 15_000 }).toHaveLength(1)
    await context.close()
  })

  test('a second tab of the same person sends nothing twice and undoes nothing', async () => {
    const context = await contextOf('inspector')
    const [one, two] = [
      await openCase(context, 'NM-C08', '/questions/2.1.1'),
      await openCase(context, 'NM-C08', '/questions/2.1.1'),
    ]
    await context.setOffline(true)
    await one.locator('[id="note-2.1.1-value"]').fill('From the first tab')
    await two.locator('[id="note-2.1.1-value"]').fill('From the second tab')
    await choose(two, '2.1.1.a', 'na')
    await state(two, 'answer-2.1.1.a').getByText('On this device, not yet sent').waitFor()
    await context.setOffline(false)
    await Promise.all([one.reload(), two.reload()])
    const key = { inspectionId: inspection, caseId: 'NM-C08' }
    const written = async () => {
      const kept = await listConflictingValues(server.shell.database, key)
      const versions = await listVersions(server.shell.database, key, { kind: 'note', item: '2.1.1' })
      return [...versions, ...kept].map(({ value }) => value).toSorted()
    }
    await expect.poll(written).toEqual(['From the first tab', 'From the second tab'])
    await expect.poll(async () => (await entry('NM-C08', 'answer', '2.1.1.a'))?.value).toBe('na')
    await context.close()
  })

  test('Backspace takes an answer back', async () => {
    const context = await contextOf('inspector')
    const page = await openCase(context, 'NM-C12', '/questions/2.1.3')
    await page.locator('[id="answer-2.1.3.a"] input:checked').focus()
    await page.keyboard.press('Backspace')
    await state(page, 'answer-2.1.3.a')
      .getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/)
      .waitFor()
    expect((await entry('NM-C12', 'answer', '2.1.3.a'))?.value).toBeNull()
    await context.close()
  })

  test('what the facts make unnecessary is proposed with its reason and accepted at once', async () => {
    const context = await contextOf('inspector')
    const facts = await openCase(context, 'NM-O01', '/facts')
    await facts.locator('[id="fact-known-victim-no"]').check()
    await state(facts, 'fact-known-victim')
      .getByText(/^Saved/)
      .waitFor()
    const shell = { ...server.shell, now: () => new Date() }
    await shell.transact(async (tx) => {
      const written = { kind: 'answer', item: '3.1.1.h', version: 2, value: null, detail: null }
      const row = { ...written, inspection_id: inspection, case_id: 'NM-O01' }
      await tx
        .insertInto('entry_version')
        .values({ ...row, written_at: shell.now(), written_by: 'test' })
        .execute()
      return { ok: true, value: null }
    })
    const proposing = await openCase(context, 'NM-O01', '/questions/3.1.1')
    await proposing.getByText('There is no known victim. “Not applicable” is proposed.').waitFor()
    await proposing.getByRole('button', { name: 'Accept all proposed “not applicable” answers' }).click()
    await state(proposing, 'answer-3.1.1.h')
      .getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/)
      .waitFor()
    const proposed = await entry('NM-O01', 'answer', '3.1.1.h')
    expect([proposed?.value, proposed?.detail]).toEqual(['na', 'There is no known victim.'])
    await context.close()
  })

  test('a warning says where the judgement differs from its prompts', async () => {
    const context = await contextOf('inspector')
    const page = await openCase(context, 'NM-C09', '/questions/2.1.3')
    for (const letter of ['a', 'b', 'c']) {
      const prompt = page.locator(`[id="answer-2.1.3.${letter}-no"]`)
      if ((await prompt.count()) > 0) await prompt.check()
    }
    await choose(page, '2.1.3', 'yes')
    await page.getByText('explain why in the note').waitFor()
    await context.close()
  })
})

describe('the pages', () => {
  test.each(['', '/facts', '/questions/2.1.1', '/conflicts', '/history'])(
    '%s reads well everywhere',
    async (place) => {
      const context = await contextOf('lead')
      const page = await context.newPage()
      await page.goto(address('NM-C01', place))
      await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      await context.close()
    },
  )

  test('the list of cases says how far each has come', async () => {
    const context = await contextOf('lead')
    const page = await context.newPage()
    await page.goto(`${server.address}/inspections/${inspection}/cases`)
    await page.getByRole('row', { name: /NM-C01.*In progress/ }).waitFor()
    await expectAccessible(page)
    await context.close()
  })
})
