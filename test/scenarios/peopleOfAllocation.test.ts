/** Nobody is typed twice: people whose role assesses cases are offered to the allocation with what is known of them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { northmoor } from '../support/sampleOfNorthmoor.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

let server: TestServer
let lead: Readonly<Record<string, string>>
beforeAll(async () => {
  server = await startTestServer()
  lead = await signedInHeaders(server, 'lead')
})
afterAll(() => server?.close())

const people = () => `${server.address}/inspections/${northmoor}/allocation/people`

async function page(query = ''): Promise<string> {
  return (await fetch(people() + query, { headers: lead })).text()
}

/** The fields of the form by which the person of that name is added as they are known. */
function fieldsToAdd(html: string, name: string): URLSearchParams {
  const forms = html.split('<form ').filter((form) => form.includes(`name="name" value="${name}"`))
  expect(forms).toHaveLength(1)
  const inputs = [...(forms[0] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  return new URLSearchParams(inputs.map(([, field = '', value = '']): [string, string] => [field, value]))
}

const stored = () =>
  server.shell.database
    .selectFrom('assessor')
    .innerJoin('person', 'person.person_id', 'assessor.person_id')
    .select(['display_name', 'person.name', 'assessor.role', 'days'])
    .where('inspection_id', '=', northmoor)
    .execute()

test('an inspector is added by one button, with their account, and is then offered no more', async () => {
  const fields = fieldsToAdd(await page(), 'Idris (made up)')
  const sent = await fetch(people(), { method: 'POST', headers: lead, body: fields })
  expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('The person is saved.')])
  const [added] = await stored()
  expect(added).toMatchObject({ display_name: 'Idris (made up)', name: 'Idris (made up)', role: 'inspector' })
  const days = [...fields.keys()].filter((name) => name.startsWith('day-'))
  expect(added?.days).toHaveLength(days.length)
  expect(await page()).not.toContain('name="name" value="Idris (made up)"')
})

test('a local assessor is asked only for their own service: the rest is filled in', async () => {
  const html = await page()
  const [, query = ''] = /allocation\/people(\?account=[^"#]+)#add">Select the service/.exec(html) ?? []
  const filled = await page(query)
  expect(filled).toMatch(/id="name"[^>]*value="Lewis \(made up\)"/)
  expect(filled).toMatch(/value="local-assessor" checked/)
  expect(filled).toMatch(/<option value="[^"]+" selected>Lewis \(made up\)/)
})
