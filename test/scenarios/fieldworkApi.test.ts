/** Fieldwork only through the API, each operation called as its own description says, until every one was done. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replaceAnswers } from '../../src/app/fieldwork/case/inspectedCases.queries.ts'
import { inspectionId } from '../../src/app/inspections/inspection.ts'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { addOrChangeAssessor } from '../../src/app/sampling/allocation/assessors-page/saveAssessor.ts'
import { declareConflict } from '../../src/app/sampling/allocation/interests-page/conflictChanges.ts'
import { findSampledCases } from '../../src/app/sampling/findSampledCases.ts'
import { findFact } from '../../src/core/fieldwork/caseFacts.ts'
import { done } from '../../src/core/kernel/result.ts'
import { type ApiCall, type ApiClient, readApiDocument } from '../support/apiDocument.ts'
import { completeFact, setStage, tokenOf } from '../support/fieldwork.ts'
import { madeUpTable, plainCsv } from '../support/madeUpCaseList.ts'
import { doneValue } from '../support/results.ts'
import { drawSampleOfFieldwork, northmoor, projectEditions } from '../support/sampleOfNorthmoor.ts'
import { cookieHeader, startTestServer, type TestServer } from '../support/testServer.ts'

let server: TestServer
let api: ApiClient
let lead = ''
let inspector = ''
let qualityLead = ''
const called = new Set<string>()

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, northmoor, 'fieldwork')
  lead = await tokenOf(server.shell, 'lead@northmoor.example')
  inspector = await tokenOf(server.shell, 'inspector@northmoor.example')
  qualityLead = await tokenOf(server.shell, 'quality-lead@northmoor.example')
  api = await readApiDocument(server.address)
})
afterAll(() => server?.close())

/** Calls as the lead inspector if nothing else is said. */
async function call(id: string, sent: ApiCall = {}) {
  const answer = await api.call(id, { token: lead, ...sent })
  if (answer.status < 300) called.add(id)
  return answer
}

const personIdOf = async (mailbox: string) =>
  (await findPersonByEmail(server.shell.database, `${mailbox}@northmoor.example`))?.personId ?? expect.fail()

const c = { case: 'NM-C01' }

describe('an answer over the API', () => {
  test('is read with its version, written on it, and refused to a write that saw none', async () => {
    const read = await call('read-answer', { path: { ...c, question: '2.1.1.a' } })
    expect(read.etag).toBe('"1"')
    const blind = await call('write-answer', { path: { ...c, question: '2.1.1.a' } })
    expect([blind.status, blind.answer.code]).toEqual([428, 'request.version-missing'])
    const body = { answer: 'na', reason: 'There is no victim.' }
    const saved = await call('write-answer', {
      path: { ...c, question: '2.1.1.a' },
      body,
      headers: { 'if-match': read.etag },
    })
    expect(saved).toMatchObject({
      status: 200,
      etag: '"2"',
      answer: { ...body, version: 2, writtenBy: 'Lena (made up)' },
    })
  })

  test('of two, the second gets both values and who wrote the other, and both are saved', async () => {
    const path = { ...c, question: '2.1.1.b' }
    const headers = { 'if-match': '"1"' }
    await call('write-answer', { path, headers, body: { answer: 'na', reason: 'One' } })
    const second = await call('write-answer', {
      token: inspector,
      path,
      headers,
      body: { answer: 'na', reason: 'Two' },
    })
    expect(second.status).toBe(412)
    expect(second.answer).toMatchObject({
      code: 'fieldwork.changed-meanwhile',
      current: { answer: 'na', reason: 'One', writtenBy: 'Lena (made up)' },
      yours: { answer: 'na', reason: 'Two' },
    })
    expect((await call('list-conflicts')).answer.conflicts).toEqual([
      { caseId: 'NM-C01', kind: 'answer', item: '2.1.1.b' },
    ])
    const loaded = await call('read-case', { path: c })
    expect(loaded.answer.kept).toMatchObject([
      { item: '2.1.1.b', detail: 'Two', author: { name: 'Idris (made up)' } },
    ])
    const body = {
      kind: 'answer',
      item: '2.1.1.b',
      value: 'na',
      detail: 'Two',
      sawVersion: 2,
      reason: 'Seen together',
    }
    const decision = { path: c, body, headers: { 'idempotency-key': 'decision-1' } }
    const decided = await call('decide', decision)
    expect(decided.answer).toEqual({ version: 3 })
    expect(await call('decide', decision)).toEqual(decided)
    const unkeyed = await call('decide', { path: c, body })
    expect([unkeyed.status, unkeyed.answer.code]).toEqual([404, 'fieldwork.conflict-not-found'])
    expect((await call('list-conflicts')).answer.conflicts).toEqual([])
    const history = await call('read-history', { path: { ...c, kind: 'answer', item: '2.1.1.b' } })
    expect(history.answer.versions.map(({ detail }: { detail: string }) => detail).slice(1)).toEqual([
      'One',
      'Two',
    ])
    const all = (await call('read-case-history', { path: c, query: 'limit=1000' })).answer
    expect(all).toMatchObject({ total: all.lines.length, next: null })
    expect(all.lines.findLast(({ version }: { version: number | null }) => version === null)).toMatchObject({
      item: '2.1.1.b',
      detail: 'Two',
      by: 'Idris (made up)',
      decided: { by: 'Lena (made up)', reason: 'Seen together' },
    })
    const pieces: unknown[] = []
    for (let after: number | null = 0; after !== null; ) {
      const piece = await call('read-case-history', { path: c, query: `limit=30&after=${after}` })
      pieces.push(...piece.answer.lines)
      after = piece.answer.next
    }
    expect(pieces).toEqual(all.lines)
  })

  test('sent again with its key is written once', async () => {
    const headers = { 'if-none-match': '*', 'idempotency-key': 'note-1' }
    const first = await call('write-note', { path: { ...c, keyQuestion: '2.1.1' }, headers })
    const again = await call('write-note', { path: { ...c, keyQuestion: '2.1.1' }, headers })
    expect(again).toEqual(first)
    expect((await call('read-note', { path: { ...c, keyQuestion: '2.1.1' } })).etag).toBe('"1"')
    const other = await call('write-note', { path: { ...c, keyQuestion: '2.1.2' }, headers })
    expect(other.answer.code).toBe('fieldwork.key-used-otherwise')
  })
})

test('a case is completed, handed in, returned, signed and opened again', async () => {
  expect((await call('list-cases')).answer.cases.length).toBeGreaterThan(20)
  await call('write-practice', { path: { ...c, keyQuestion: '2.1.1' }, headers: { 'if-none-match': '*' } })
  await call('read-practice', { path: { ...c, keyQuestion: '2.1.1' } })
  expect((await call('list-practice-examples')).answer.examples).toEqual([
    {
      caseId: 'NM-C01',
      keyQuestion: '2.1.1',
      mark: 'good-practice',
      changedName: 'Sam',
      note: 'Seen in the plan of March.',
    },
  ])
  await call('read-fact', { path: c })
  const edition = (await projectEditions()).get('yos-2021') ?? expect.fail()
  const { missing } = (await call('read-case', { path: c })).answer
  for (const { kind, item } of missing) {
    const fact = kind === 'fact' ? findFact(edition, item) : undefined
    if (fact !== undefined) {
      await call('write-fact', {
        path: { ...c, fact: item },
        body: completeFact(fact),
        headers: { 'if-none-match': '*' },
      })
      continue
    }
    const { etag, answer } = await call('read-answer', { path: { ...c, question: item } })
    const body = { answer: answer.answer ?? 'yes', reason: 'Does not apply' }
    await call('write-answer', { path: { ...c, question: item }, body, headers: { 'if-match': etag } })
  }
  expect((await call('read-case', { path: c })).answer.missing).toEqual([])
  const steps = ['hand-in', 'take-back', 'hand-in', 'return', 'hand-in', 'check', 'sign', 'reopen']
  for (const [at, step] of steps.entries()) {
    const sent = {
      path: c,
      headers: { 'idempotency-key': `step-${at}` },
      ...(step === 'check' ? { token: qualityLead } : {}),
    }
    if (step === 'check') {
      const own = await call('check', { path: c })
      expect([own.status, own.answer.code]).toEqual([409, 'fieldwork.second-person'])
    }
    const taken = await call(step, sent)
    expect(taken.status, step).toBe(200)
    expect(await call(step, sent)).toEqual(taken)
  }
  const again = await call('reopen', { path: c })
  expect([again.status, again.answer.code]).toEqual([409, 'fieldwork.step-not-now'])
  const noted = server.shell.database.selectFrom('refusal').select('code').orderBy('refusal_id', 'desc')
  expect(await noted.executeTakeFirst()).toEqual({ code: 'fieldwork.step-not-now' })
  const history = (await call('list-steps', { path: c })).answer.steps
  expect(history.map(({ step }: { step: string }) => step)).toEqual(steps)
  expect(history[0]).toMatchObject({ by: 'Lena (made up)', comment: 'Discussed with the case manager.' })
  expect((await call('read-case', { path: c })).answer).toMatchObject({ status: 'open', round: 2 })
})

test('who has a case is written on what was seen, and never given to someone who does not assess', async () => {
  const path = c
  const [idris, asha] = [await personIdOf('inspector'), await personIdOf('assistant-inspector')]
  const nobody = await call('read-case-people', { path })
  expect(nobody.answer).toEqual({ people: [] })
  const unseen = await call('allocate', { path, body: { people: [idris] } })
  expect([unseen.status, unseen.answer.code]).toEqual([428, 'request.version-missing'])
  const seen = { 'if-match': nobody.etag }
  const given = await call('allocate', { path, headers: seen, body: { people: [idris] } })
  expect(given.answer).toEqual({ people: [idris] })
  expect((await call('read-case-people', { path })).etag).toBe(given.etag)
  expect(await call('allocate', { path, headers: seen, body: { people: [idris] } })).toEqual(given)
  const late = await call('allocate', { path, headers: seen, body: { people: [asha] } })
  expect([late.status, late.answer.code]).toEqual([412, 'fieldwork.people-changed-meanwhile'])
  const research = { people: [await personIdOf('research')] }
  const outside = await call('allocate', { path, headers: { 'if-match': given.etag }, body: research })
  expect([outside.status, outside.answer.code]).toEqual([422, 'fieldwork.person-not-in-inspection'])
  expect((await call('read-case-people', { path })).answer).toEqual({ people: [idris] })
})

test('people who have a case open see who else has', async () => {
  await call('attend', { token: inspector, path: c })
  const others = [{ name: 'Idris (made up)', place: 'facts' }]
  expect((await call('read-presence', { path: c })).answer).toEqual({ others })
  expect((await call('attend', { path: c })).answer).toEqual({ others })
  expect((await call('read-presence', { token: inspector, path: c })).answer.others).toHaveLength(1)
})

test('roles are given and removed, once each in the log', async () => {
  const email = 'quality-lead@northmoor.example'
  const person = await personIdOf('quality-lead')
  const rolesOf = async () => {
    const { people } = (await call('list-people')).answer
    return people
      .filter(({ personId }: { personId: string }) => personId === person)
      .map(({ role }: { role: string }) => role)
  }
  const [given, taken] = [
    { path: { role: 'inspector' }, body: { email } },
    { path: { person, role: 'inspector' } },
  ]
  for (const id of ['give-role', 'give-role']) expect((await call(id, given)).answer.held).toBe(true)
  expect(await rolesOf()).toEqual(['inspector', 'quality-lead'])
  for (const id of ['take-role', 'take-role']) expect((await call(id, taken)).answer.held).toBe(false)
  expect(await rolesOf()).toEqual(['quality-lead'])
  const logged = await server.shell.database
    .selectFrom('audit_event')
    .select('audit_event_id')
    .where('action', '=', 'inspection.assign')
    .where('subject', '=', person)
    .where('inspection_id', '=', northmoor)
    .where('actor', '=', 'Lena (made up)')
    .execute()
  expect(logged).toHaveLength(2)
  const own = await call('give-role', {
    path: { role: 'research' },
    body: { email: 'lead@northmoor.example' },
  })
  expect([own.status, own.answer.code]).toEqual([409, 'people.own-role'])
})

test('the stage is moved by a person who saw it, once in the log', async () => {
  const read = await call('read-stage')
  expect([read.answer, read.etag]).toEqual([{ stage: 'fieldwork' }, '"fieldwork"'])
  const body = { stage: 'before-fieldwork' }
  const reason = 'The list was wrong'
  const blind = await call('change-stage', { body })
  expect([blind.status, blind.answer.code]).toEqual([428, 'request.version-missing'])
  const headers = { 'if-match': read.etag }
  const silent = await call('change-stage', { body, headers })
  expect([silent.status, silent.answer.code]).toEqual([422, 'programme.reason-missing'])
  const moved = await call('change-stage', { body: { ...body, reason }, headers })
  expect(moved).toMatchObject({ status: 200, etag: '"before-fieldwork"', answer: body })
  expect(await call('change-stage', { body: { ...body, reason }, headers })).toEqual(moved)
  const late = await call('change-stage', { body: { stage: 'announced' }, headers })
  expect([late.status, late.answer.code]).toEqual([412, 'people.stage-changed-meanwhile'])
  const unknown = await call('change-stage', { body: { stage: 'nowhere' }, headers })
  expect([unknown.status, unknown.answer.code]).toEqual([400, 'request.body-malformed'])
  const others = await call('change-stage', { token: inspector, headers })
  expect([others.status, others.answer.code]).toEqual([403, 'people.not-allowed'])
  await call('change-stage', { body: { stage: 'fieldwork' }, headers: { 'if-match': moved.etag } })
  const logged = await server.shell.database
    .selectFrom('audit_event')
    .select(['before', 'after'])
    .where('action', '=', 'inspection.change-stage')
    .where('inspection_id', '=', northmoor)
    .where('actor', '=', 'Lena (made up)')
    .orderBy('audit_event_id')
    .execute()
  expect(logged).toEqual([
    { before: { stage: 'fieldwork' }, after: body },
    { before: body, after: { stage: 'fieldwork' } },
  ])
})

test('what arrives after the permission was removed is saved, as the document says, and reveals nothing of the current value', async () => {
  const path = { ...c, question: '2.1.2.a' }
  const role = 'inspector'
  await call('take-role', { path: { person: await personIdOf('inspector'), role } })
  const body = { answer: 'na', reason: 'Late' }
  const late = await call('write-answer', { token: inspector, path, body, headers: { 'if-match': '"7"' } })
  expect([late.status, late.answer.code]).toEqual([403, 'fieldwork.right-taken-away'])
  expect(late.answer).toMatchObject({ keptId: expect.any(String), yours: body })
  expect(late.answer).not.toHaveProperty('current')
  await call('give-role', { path: { role }, body: { email: 'inspector@northmoor.example' } })
  const { kept } = (await call('read-case', { path: c })).answer
  expect(kept).toMatchObject([{ item: path.question, because: 'right-taken-away', detail: 'Late' }])
})

test('what an inspection is rated from comes whole, in pieces and as the file, with its ratings', async () => {
  const whole = (await call('list-answers', { query: 'limit=1000' })).answer
  expect(whole.answers).toHaveLength(Math.min(whole.total, 1000))
  const { answer: file } = await call('read-answers-file')
  expect(file.trim().split('\r\n')).toHaveLength(whole.total + 1)
  const [first] = whole.answers
  expect(file.split('\r\n')[1]).toBe(`${first.caseId},${first.domain},${first.question},${first.answer}`)
  const judgements = (await call('read-judgements')).answer
  expect(judgements.length).toBeGreaterThan(0)
  const page = await fetch(`${server.address}/inspections/${northmoor}/answers.csv`, {
    headers: { cookie: await cookieOf('lead') },
  })
  expect([page.status, await page.text()]).toEqual([200, file])
  const soFar = (await call('read-ratings')).answer
  expect(soFar).toMatchObject({ edition: 'yos-2021', fieldworkUnderWay: { inspected: expect.any(Number) } })
  const figures = await call('read-ratings', {
    token: await tokenOfHead(),
    path: { inspection: 'york-2022-12' },
  })
  expect(figures.answer.overall).not.toBeNull()
  expect(figures.answer.fieldworkUnderWay).toBeNull()
})

const tokenOfHead = () => tokenOf(server.shell, 'head-of-programme@northmoor.example')
async function cookieOf(mailbox: string): Promise<string> {
  return cookieHeader(await server.signedInAs(mailbox))
}

describe('from a sample to inspected cases', () => {
  const mailboxes = ['lead', 'inspector', 'assistant-inspector', 'local-assessor']

  beforeAll(async () => {
    const { shell } = server
    const editions = await projectEditions()
    const id = inspectionId(northmoor) ?? expect.fail()
    await shell.transact(async (tx) => done(await replaceAnswers(tx, shell, id, [])))
    await drawSampleOfFieldwork(shell, editions)
    const person = { role: 'inspector', ownServiceId: null, casesPerDay: 3, days: [1, 2, 3, 4, 5] } as const
    for (const name of mailboxes) {
      const account = { name, personId: await personIdOf(name), version: 0 }
      const sources = { editions, findSampledCases }
      doneValue(await addOrChangeAssessor(shell, sources, northmoor, { id: null, ...person, ...account }))
    }
  })

  test('cases are allocated, one by hand on what was seen, and fieldwork begins', async () => {
    const early = await call('begin-fieldwork')
    expect([early.status, early.answer.code]).toEqual([409, 'fieldwork.cases-with-nobody'])
    const { cases } = (await call('propose-allocation')).answer
    expect(cases).toHaveLength(38)
    expect((await call('read-allocation')).answer.cases).toEqual(cases)
    const [{ case: moved, assessor }] = cases
    const path = { case: moved }
    const { etag } = await call('read-allocated-case', { path })
    const body = { assessor: mailboxes.find((one) => one !== assessor), reason: 'Nearer to the office.' }
    const given = await call('allocate-case', { path, body, headers: { 'if-match': etag } })
    expect(given.answer).toMatchObject({ ...body, origin: 'by-hand', assignedBy: 'Lena (made up)' })
    const late = { assessor, reason: 'Nearer still.' }
    const refused = await call('allocate-case', { path, body: late, headers: { 'if-match': etag } })
    expect([refused.status, refused.answer.code]).toEqual([412, 'allocation.changed-meanwhile'])

    const plan = await call('plan-fieldwork')
    expect(plan.answer.open).toHaveLength(38)
    expect((await call('begin-fieldwork')).answer).toEqual(plan.answer)
    const nothing = { open: [], give: [], stay: [], withdraw: [] }
    expect((await call('begin-fieldwork')).answer).toEqual(nothing)
    const listed = (await call('list-cases')).answer.cases
    expect(listed.find((each: { caseId: string }) => each.caseId === moved).assigned).toMatchObject([
      { personId: await personIdOf(body.assessor ?? '') },
    ])
  })

  test('a case with a conflict of interest is given to nobody who has it, in fieldwork too', async () => {
    const idris = await personIdOf('inspector')
    const { cases } = (await call('list-cases')).answer
    const one = cases.find(
      ({ assigned }: { assigned: readonly { personId: string }[] }) => assigned[0]?.personId !== idris,
    )
    const path = { case: one.caseId }
    const conflict = { kind: 'case', about: one.caseId, reason: 'Knows the family.' } as const
    const sources = { editions: await projectEditions(), findSampledCases }
    doneValue(await declareConflict(server.shell, sources, northmoor, { assessor: 'inspector', ...conflict }))
    const { etag } = await call('read-case-people', { path })
    const given = await call('allocate', { path, headers: { 'if-match': etag }, body: { people: [idris] } })
    expect([given.status, given.answer.code]).toEqual([422, 'allocation.conflict'])
  })

  test('a later case list is sent in one step', async () => {
    const late = ['NM99999', 'Court', 'YRO', '01/02/2024', 'M', '16', 'W1 - White British', 'High', 'Low']
    const file = plainCsv([...madeUpTable(), [...late, 'North', 'No']])
    const taken = await call('add-case-list', { body: { file } })
    expect([taken.status, taken.answer.version]).toEqual([201, 2])
  })
})

test('what cannot be read or found is a problem with its code', async () => {
  const headers = { 'if-none-match': '*' }
  const ill = await call('write-answer', { path: c, headers, body: { answer: 'maybe' } })
  expect([ill.status, ill.answer.code]).toEqual([400, 'request.body-malformed'])
  const none = await call('read-case', { path: { case: 'nobody' } })
  expect([none.status, none.answer.code]).toEqual([404, 'fieldwork.case-not-found'])
  const nobody = await call('read-case', { token: 'x'.repeat(43), path: c })
  expect([nobody.status, nobody.answer.code]).toEqual([401, 'people.not-signed-in'])
})

test('every operation of the document was called and done', () => {
  expect([...api.operations.keys()].filter((id) => !called.has(id))).toEqual([])
})
