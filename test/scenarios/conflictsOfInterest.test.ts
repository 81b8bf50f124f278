/** A declared conflict of interest bars reading and writing, from the moment it is declared and by every way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { overallRoles, rolesInInspection } from '../../src/core/access/roles.ts'
import { formToken, formTokenHeader } from '../../src/platform/http/formToken.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { hashSecret, newSecret } from '../../src/platform/secrets.ts'
import { type AccessServer, addTestPerson, openAccessServer } from '../support/accessServer.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { addAssessor, declare } from '../support/interests.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { testNow } from '../support/testNow.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

describe('every route with a case in its address', () => {
  const inspection = 'westbrook-2026-06'
  const browser = newSecret()
  const session = newSecret()
  let running: AccessServer
  let personId: string

  beforeAll(async () => {
    running = await openAccessServer({
      withRoute: (route) => ({ ...route, handle: async () => ({ kind: 'json', body: { reached: true } }) }),
    })
    await registerInspection()
    await registerOmnipotent()
    await addAssessor(running.shell, inspection, { id: 'ann-ames', name: 'Ann Ames', personId })
  })
  afterAll(() => running?.close())

  async function registerInspection(): Promise<void> {
    const { database } = running.shell
    await database.insertInto('service').values({ service_id: 'westbrook', name: 'Westbrook' }).execute()
    const register = { inspection_id: inspection, service_id: 'westbrook', edition_id: 'invented' }
    await database
      .insertInto('inspection')
      .values({ ...register, made_up: true, imported_at: testNow })
      .execute()
    await setStage(running.shell, inspection, 'fieldwork')
  }

  /** Someone with every role: only a conflict of interest can bar them. */
  async function registerOmnipotent(): Promise<void> {
    const { database } = running.shell
    ;({ personId } = await addTestPerson(running.shell, 'Ann Ames', overallRoles))
    const held = rolesInInspection.map((role) => ({ inspection_id: inspection, person_id: personId, role }))
    await database.insertInto('inspection_role').values(held).execute()
    const hashes = { session_hash: hashSecret(session), browser_hash: hashSecret(browser) }
    const times = { started_at: testNow, last_seen_at: testNow }
    await database
      .insertInto('session')
      .values({ ...hashes, ...times, person_id: personId, agent: 'test' })
      .execute()
  }

  async function ask(route: Route, caseId: string): Promise<string> {
    const url = route.path
      .replace(':inspection', inspection)
      .replace(':case', encodeURIComponent(caseId))
      .replace(/:\w+/g, 'x')
    const cookie = `assay_browser=${browser}; assay_session=${session}`
    const mark = { [formTokenHeader]: formToken(browser, personId) }
    const isOperation = route.path.startsWith('/api/')
    const type = isOperation ? 'application/json' : 'application/x-www-form-urlencoded'
    const sends = route.method !== 'GET'
    const body = sends ? { payload: isOperation ? '{}' : 'a=1' } : {}
    const headers = { cookie, ...mark, ...(sends ? { 'content-type': type } : {}) }
    const response = await running.server.inject({ method: route.method, url, headers, ...body })
    if (response.statusCode === 200) return 'reached'
    const isBarred = /conflict-of-interest|you have a conflict of interest with it/.test(response.body)
    return isBarred ? `${response.statusCode} conflict` : String(response.statusCode)
  }

  async function answersOf(caseId: string): Promise<ReadonlySet<string>> {
    const ofCases = running.routes.filter(({ path }) => path.includes(':case'))
    expect(ofCases.length).toBeGreaterThan(30)
    const answers = new Set<string>()
    for (const route of ofCases) answers.add(await ask(route, caseId))
    return answers
  }

  const barred = new Set(['403 conflict'])
  const reached = new Set(['reached'])

  test('refuses the person who declared a conflict with the case, from then on, and nobody else nor another case', async () => {
    expect(await answersOf('C-7QK2ZM')).toEqual(reached)
    const conflict = { assessor: 'ann-ames', kind: 'case', about: 'C-7QK2ZM' }
    const withdraw = await declare(running.shell, inspection, conflict)
    expect(await answersOf('C-7QK2ZM')).toEqual(barred)
    expect(await answersOf('C-8QK2ZM')).toEqual(reached)
    await withdraw()
    expect(await answersOf('C-7QK2ZM')).toEqual(reached)
  })

  test.each(['c-7qk2zm', ' C-7QK2ZM', 'C-7QK\u200B2ZM'])(
    'knows the case as “%s” as well',
    async (written) => {
      const conflict = { assessor: 'ann-ames', kind: 'case', about: 'C-7QK2ZM' }
      const withdraw = await declare(running.shell, inspection, conflict)
      expect(await answersOf(written)).toEqual(barred)
      await withdraw()
    },
  )

  test('bars from all cases where the conflict is with the service, and while the person has no account yet', async () => {
    const withdraw = await declare(running.shell, inspection, {
      assessor: 'ann-ames',
      kind: 'service',
      about: null,
    })
    expect(await answersOf('C-8QK2ZM')).toEqual(barred)
    const assessor = running.shell.database.updateTable('assessor').where('assessor_id', '=', 'ann-ames')
    await assessor.set({ person_id: null }).execute()
    expect(await answersOf('C-8QK2ZM')).toEqual(barred)
    await assessor.set({ display_name: 'Someone else' }).execute()
    expect(await answersOf('C-8QK2ZM')).toEqual(reached)
    await assessor.set({ person_id: personId, display_name: 'Ann Ames' }).execute()
    await withdraw()
  })

  test('bars from the cases of one case manager, named by the service or for the interview', async () => {
    const { database } = running.shell
    for (const [pseudonym, caseId] of [
      ['C-7QK2ZM', 'A1'],
      ['C-8QK2ZM', 'A2'],
    ] as const) {
      const reference = { inspection_id: inspection, pseudonym, case_id: caseId }
      await database.insertInto('case_reference').values(reference).execute()
    }
    const manager = { inspection_id: inspection, pseudonym: 'C-7QK2ZM', name: 'Jo  Bloggs' }
    await database.insertInto('case_manager').values(manager).execute()
    const conflict = { assessor: 'ann-ames', kind: 'case-manager', about: 'jo bloggs' }
    const withdraw = await declare(running.shell, inspection, conflict)
    expect(await answersOf('C-7QK2ZM')).toEqual(barred)
    expect(await answersOf('C-8QK2ZM')).toEqual(reached)
    await withdraw()
  })
})

describe('an inspector and a lead of the demonstration, each in conflict with case NM-C02', () => {
  const inspection = 'northmoor-2024-06'
  const caseOf = `/inspections/${inspection}/cases/NM-C02`
  let server: TestServer
  const tokens = { lead: '', inspector: '', assistant: '' }

  beforeAll(async () => {
    server = await startTestServer()
    await setStage(server.shell, inspection, 'fieldwork')
    tokens.assistant = await tokenOf(server.shell, 'assistant-inspector@northmoor.example')
    for (const mailbox of ['lead', 'inspector'] as const) {
      const email = `${mailbox}@northmoor.example`
      tokens[mailbox] = await tokenOf(server.shell, email)
      const { personId, name } = (await findPersonByEmail(server.shell.database, email)) ?? expect.fail()
      await addAssessor(server.shell, inspection, { id: `the-${mailbox}`, name, personId })
      const conflict = { assessor: `the-${mailbox}`, kind: 'case', about: 'NM-C02' }
      await declare(server.shell, inspection, conflict)
    }
  })
  afterAll(() => server?.close())

  async function asked(token: string, path: string) {
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${server.address}/api/v1/inspections/${inspection}${path}`, { headers })
    const text = await response.text()
    return { status: response.status, text }
  }

  const keptSchema = z.object({
    kept: z.array(z.looseObject({ item: z.string(), because: z.string(), value: z.string().nullable() })),
  })
  async function keptOf(item: string) {
    const { kept } = keptSchema.parse(JSON.parse((await asked(tokens.assistant, '/cases/NM-C02')).text))
    return kept.filter((each) => each.item === item)
  }

  test('an answer that was typed before is saved for those who decide, and reveals nothing about the case', async () => {
    const path = '/cases/NM-C02/answers/2.1.1.a'
    const before = await asked(tokens.assistant, path)
    const late = await fetch(`${server.address}/api/v1/inspections/${inspection}${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${tokens.inspector}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ answer: 'na', reason: 'Typed on the train' }),
    })
    const told = z.record(z.string(), z.unknown()).parse(await late.json())
    expect([late.status, told['code']]).toEqual([403, 'fieldwork.kept-in-conflict'])
    expect(told).not.toHaveProperty('current')
    expect(await asked(tokens.assistant, path)).toEqual(before)
    const kept = { value: 'na', because: 'conflict-of-interest', author: { name: 'Idris (made up)' } }
    expect(await keptOf('2.1.1.a')).toMatchObject([kept])
    const headers = await signedInHeaders(server, 'assistant-inspector')
    const page = await (await fetch(`${server.address}${caseOf}/conflicts`, { headers })).text()
    expect(page).toContain('this person had a conflict of interest with this case')
  })

  test('a form that was open is saved too, and its page says what to do', async () => {
    const headers = await signedInHeaders(server, 'inspector')
    const body = new URLSearchParams({ 'seen:note:2.3.1': '0', 'value:note:2.3.1': 'Seen in the file.' })
    const sent = await fetch(`${server.address}${caseOf}/questions/2.3.1`, { method: 'POST', headers, body })
    expect(sent.status).toBe(403)
    expect(await sent.text()).toContain('Your change is saved for the lead inspector to decide.')
    const kept = { value: 'Seen in the file.', because: 'conflict-of-interest' }
    expect(await keptOf('2.3.1')).toMatchObject([kept])
    const page = await (await fetch(server.address + caseOf, { headers })).text()
    expect(page).toContain('Contact the lead inspector, who can reallocate the case.')
  })

  test('what is refused for it leaves a trace, whatever becomes of what was sent', async () => {
    const { database } = server.shell
    const noted = database.selectFrom('refusal').select(['code', 'route']).orderBy('refusal_id')
    const onCase = '/inspections/:inspection/cases/:case'
    expect(await noted.execute()).toEqual([
      { code: 'fieldwork.kept-in-conflict', route: `PUT /api/v1${onCase}/answers/:question` },
      { code: 'fieldwork.kept-in-conflict', route: `POST ${onCase}/questions/:keyQuestion` },
      { code: 'people.conflict-of-interest', route: `GET ${onCase}` },
    ])
  })

  test('lists leave the case out and say how many, without hiding another', async () => {
    const listed = z.object({ withheld: z.int(), cases: z.array(z.object({ caseId: z.string() })) })
    const own = listed.parse(JSON.parse((await asked(tokens.inspector, '/cases')).text))
    const everybodys = listed.parse(JSON.parse((await asked(tokens.assistant, '/cases')).text))
    expect([own.withheld, everybodys.withheld]).toEqual([1, 0])
    const others = everybodys.cases.filter(({ caseId }) => caseId !== 'NM-C02')
    expect(own.cases).toEqual(others)
    for (const path of ['/conflicts', '/practice']) {
      expect((await asked(tokens.inspector, path)).text).not.toContain('NM-C02')
    }
    expect((await asked(tokens.assistant, '/conflicts')).text).toContain('NM-C02')
    const headers = await signedInHeaders(server, 'inspector')
    const page = await (await fetch(`${server.address}/inspections/${inspection}/cases`, { headers })).text()
    expect(page).not.toContain('NM-C02')
    expect(page).toContain('1 case is not listed here: you have a conflict of interest with it.')
  })

  test('all answers at once are refused, by page and API, and not given without the case', async () => {
    const headers = await signedInHeaders(server, 'inspector')
    const file = `${server.address}/inspections/${inspection}/answers.csv`
    expect((await fetch(file, { headers })).status).toBe(403)
    for (const path of ['/answers', '/answers.csv']) {
      const { status, text } = await asked(tokens.inspector, path)
      expect([status, text.includes('ratings.answers-in-conflict')]).toEqual([403, true])
      expect((await asked(tokens.assistant, path)).status).toBe(200)
    }
  })

  test('the history of the inspection tells a barred lead that something was written, and not to what', async () => {
    const headers = await signedInHeaders(server, 'lead')
    const history = `${server.address}/inspections/${inspection}/history`
    const page = await (await fetch(history, { headers })).text()
    expect(page).toContain('Case NM-C02')
    expect(page).not.toContain('answer 2.1.1.a')
    await setStage(server.shell, inspection, 'ratings')
    const others = await signedInHeaders(server, 'head-of-programme')
    expect(await (await fetch(history, { headers: others })).text()).toContain('answer 2.1.1.a')
    await setStage(server.shell, inspection, 'fieldwork')
  })

  test('a case that such a person has is named to people who can give it to someone else', async () => {
    const { database } = server.shell
    const email = 'inspector@northmoor.example'
    const { personId } = (await findPersonByEmail(database, email)) ?? expect.fail()
    const held = { inspection_id: inspection, case_id: 'NM-C03', person_id: personId }
    await database
      .insertInto('case_assignment')
      .values(held)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const conflict = { assessor: 'the-inspector', kind: 'case', about: 'NM-C03' }
    await declare(server.shell, inspection, conflict)
    const headers = await signedInHeaders(server, 'lead')
    const page = await (await fetch(`${server.address}/inspections/${inspection}/cases`, { headers })).text()
    expect(page).toContain('Cases to reassign')
    expect(page).toContain(', assigned to Idris (made up)')
    const { text } = await asked(tokens.lead, '/cases')
    expect(text).toContain('"conflictOfInterest":true')
  })
})
