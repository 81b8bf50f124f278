/**
 * Whatever is typed into whatever field of whatever form: it is saved or refused, never a failure of ours, and what is
 * sent after it goes through. A text longer than its field takes is refused next to the field.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textLimits } from '../../src/core/kernel/textLimits.ts'
import { addressOf, gallery } from '../browser/gallery.ts'
import { setStage } from '../support/fieldwork.ts'
import { type PageForm, pageForms } from '../support/pageForms.ts'
import { northmoor, planMadeUpSample, projectEditions, takeMadeUpList } from '../support/sampleOfNorthmoor.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

type FoundForm = PageForm & { readonly page: string; readonly headers: Readonly<Record<string, string>> }

let server: TestServer
const forms: FoundForm[] = []

/** Forms of one kind, such as those of two cases, are one. */
function kindOf({ action, textFields }: PageForm): string {
  const place = action.replace(/\/(cases|people|recommendations|conflicts|uploads)\/[^/]+/, '/$1/:one')
  return `${place} ${fieldKinds(textFields).join()}`
}

/** One field of each kind: a case has a hundred prompts. */
function fieldKinds(names: readonly string[]): readonly string[] {
  const byKind = Map.groupBy(names, (name) => name.replace(/[\d.]+[a-z]?|NM-\w+|EM-\w+/g, '#'))
  return [...byKind.values()].flatMap(([name = '']) => name)
}

/** Pages that the head of programme reads, and the lead inspector writes. */
const isLeads = /\/(allocation|sample)/

beforeAll(async () => {
  server = await startTestServer()
  // Then nearly everything may be written.
  await setStage(server.shell, northmoor, 'fieldwork')
  const editions = await projectEditions()
  await takeMadeUpList(server.shell, editions)
  await planMadeUpSample(server.shell, editions)
  const signedIn = new Map<string, Readonly<Record<string, string>>>()
  const kinds = new Set<string>()
  for (const shown of gallery.filter(({ as }) => as !== null)) {
    const who = isLeads.test(shown.path) ? 'lead' : (shown.as ?? 'head-of-programme')
    const headers = signedIn.get(who) ?? (await signedInHeaders(server, who))
    signedIn.set(who, headers)
    const address = await addressOf(server, shown)
    const html = await (await fetch(address, { headers })).text()
    for (const form of pageForms(html, new URL(address).pathname)) {
      if (form.textFields.length === 0 || kinds.has(kindOf(form))) continue
      kinds.add(kindOf(form))
      forms.push({ ...form, page: shown.name, headers })
    }
  }
  // What ends the work of the others comes last.
  const ends = ({ action }: FoundForm): number => Number(/\/(withdraw|correct|stage)$/.test(action))
  forms.sort((one, other) => ends(one) - ends(other))
})
afterAll(() => server?.close())

async function send(form: FoundForm, typed: Readonly<Record<string, string>>) {
  const { _key, ...shown } = form.fields
  const body = new FormData()
  // The mark of the page comes first; the one of the header counts.
  for (const [name, value] of Object.entries({ ...shown, ...typed })) body.append(name, value)
  const response = await fetch(new URL(form.action, server.address), {
    method: 'POST',
    headers: form.hasFile
      ? form.headers
      : { ...form.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.hasFile ? body : new URLSearchParams({ ...shown, ...typed }).toString(),
    redirect: 'manual',
  })
  return { status: response.status, page: await response.text() }
}

const nasty = [
  '\0',
  'a\u0001b\u001b[31m',
  '\ufffe\uffff',
  '\u{1F44D}\uF0B7 বাংলা ਪੰਜਾਬੀ 中文',
  '\u202Eevil\u2066',
  '=1+1',
  '<script>alert(1)</script>{{ 1 }}{% raw %}',
  "'; drop table person; --",
  '$& $1 \\u0000 %00 %s',
  '9'.repeat(400),
  '2026-13-45T99:99',
  ' \u00A0\u200B\u2028\r\n\r\n',
  '-1e308',
  '__proto__',
]

const texts = [...nasty, ...fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { seed: 8, numRuns: 3 })]

describe('every form of the product', () => {
  test('is found', () => {
    expect(forms.map(({ action }) => action).length).toBeGreaterThan(20)
  })

  test('refuses a text that is too long next to its field, and keeps it', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    for (const form of forms) {
      for (const field of fieldKinds(form.textFields)) {
        const { status, page } = await send(form, { [field]: 'x'.repeat(textLimits.note + 1) })
        const isBeside = ['govuk-error-message', 'govuk-error-summary', 'x'.repeat(1_000)].every((part) =>
          page.includes(part),
        )
        if (status < 400 || status >= 500 || !isBeside)
          faults.push(`${form.page} ${form.action} ${field}: ${status} ${isBeside}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('saves or refuses what nobody expects in a field, and then what is plain', {
    timeout: 300_000,
  }, async () => {
    const faults: string[] = []
    let turn = 0
    for (const form of forms) {
      for (const field of fieldKinds(form.textFields)) {
        // Each field has some of them, each of them many fields.
        turn += 1
        const own = texts.filter((_, at) => (at + turn) % 4 === 0)
        const answers = await Promise.all(
          own.map(async (text) => [text, (await send(form, { [field]: text })).status] as const),
        )
        for (const [text, status] of answers)
          if (status >= 500)
            faults.push(`${form.page} ${form.action} ${field} ${JSON.stringify(text)}: ${status}`)
        const { status } = await send(form, { [field]: 'Plain text.' })
        if (status >= 500) faults.push(`${form.page} ${form.action} ${field}, then plain: ${status}`)
      }
    }
    expect(faults).toEqual([])
  })
})
