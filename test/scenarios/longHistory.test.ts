/** A history of long texts is shown in parts, each of a bounded size, and all of it can be read. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
const ofCase = `/inspections/${inspection}/cases/NM-C01`
const versions = 120
const characters = 60_000
let server: TestServer
let lead: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, inspection, 'fieldwork')
  lead = await signedInHeaders(server, 'lead')
  await sql`
    insert into entry_version (inspection_id, case_id, kind, item, version, value, written_at, written_by)
    select ${inspection}, 'NM-C01', 'note', '2.1.1', version, 'Note ' || version || ' ' || repeat('a', ${characters}),
      timestamptz '2030-06-01 10:00Z' + version * interval '1 minute', 'Lena (made up)'
    from generate_series(1, ${versions}::integer) version`.execute(server.shell.database)
})
afterAll(() => server?.close())

async function pageAt(path: string): Promise<string> {
  return (await fetch(`${server.address}${ofCase}${path}`, { headers: lead })).text()
}

test('the page shows 50 values at a time, the beginning of each, and leads to the whole of it', async () => {
  const first = await pageAt('/history')
  expect(first.length).toBeLessThan(200_000)
  expect(first).toContain('Note 120 a')
  expect(first).not.toContain('Note 70 a')
  expect(await pageAt('/history?page=2')).toContain('Note 70 a')
  const [, href = ''] = /href="([^"]+)">Read the full text/.exec(first) ?? []
  expect(href).toBe(`${ofCase}/history/note%3A2.1.1%3A120`)
  expect(await pageAt('/history/note:2.1.1:120')).toContain(`Note 120 ${'a'.repeat(characters)}`)
})

test('a value that is not there is not found', async () => {
  const response = await fetch(`${server.address}${ofCase}/history/note:2.1.1:121`, { headers: lead })
  expect(response.status).toBe(404)
})

test.each([
  ['the case', '', 'lines'],
  ['one entry', '/note/2.1.1', 'versions'],
])('the API sends the history of %s in pieces, and all of it', async (_whose, path, name) => {
  const token = await tokenOf(server.shell, 'lead@northmoor.example')
  const headers = { authorization: `Bearer ${token}` }
  const notes: string[] = []
  let after: number | null = 0
  while (after !== null) {
    const address: string = `${server.address}/api/v1${ofCase}/history${path}?limit=1000&after=${after}`
    const text = await (await fetch(address, { headers })).text()
    expect(text.length).toBeLessThan(2 * 1024 * 1024)
    const piece = JSON.parse(text)
    notes.push(...piece[name].flatMap(({ value }: { value: string }) => /^Note \d+/.exec(value) ?? []))
    after = piece.next
  }
  expect(notes).toEqual(Array.from({ length: versions }, (_, index) => `Note ${index + 1}`))
})
