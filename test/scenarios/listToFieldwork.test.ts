/** From a case list through the draw and the allocation to cases that are inspected, and again after a replacement. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { beginFieldwork } from '../../src/app/fieldwork/begin/beginFieldwork.ts'
import { listVersions } from '../../src/app/fieldwork/case/case.queries.ts'
import { loadCase } from '../../src/app/fieldwork/case/loadCase.ts'
import { listCaseRows } from '../../src/app/fieldwork/cases-page/listCaseRows.ts'
import { writeEntry } from '../../src/app/fieldwork/entries/writeEntry.ts'
import { allocateCase, assessorsEtag } from '../../src/app/fieldwork/steps/allocateCase.ts'
import type { Editions } from '../../src/app/framework/editions.ts'
import { inspectionId } from '../../src/app/inspections/inspection.ts'
import { saveInspection } from '../../src/app/inspections/inspections.queries.ts'
import { giveRole } from '../../src/app/people/access/assignRoles.ts'
import { addPerson } from '../../src/app/people/accounts/managePeople.ts'
import { importAnswersCommand } from '../../src/app/ratings/commands/import.ts'
import { importResults } from '../../src/app/ratings/import/importResults.ts'
import { changeCaseByHand } from '../../src/app/sampling/allocation/allocated-case-page/changeCase.ts'
import { addOrChangeAssessor } from '../../src/app/sampling/allocation/assessors-page/saveAssessor.ts'
import { loadAllocation } from '../../src/app/sampling/allocation/loadAllocation.ts'
import { proposeCases } from '../../src/app/sampling/allocation/proposeCases.ts'
import { findSampledCases } from '../../src/app/sampling/findSampledCases.ts'
import { replaceSampledCase } from '../../src/app/sampling/replace-page/replaceSampledCase.ts'
import { topUpStoredSample } from '../../src/app/sampling/top-up-page/topUpStoredSample.ts'
import { caseListAuthor } from '../../src/core/fieldwork/entry.ts'
import { done } from '../../src/core/kernel/result.ts'
import { useDatabase } from '../support/database.ts'
import { madeUpTable } from '../support/madeUpCaseList.ts'
import { codesOf, doneValue } from '../support/results.ts'
import { runCommand } from '../support/runCommand.ts'
import {
  drawMadeUpSample,
  drawSampleOfFieldwork,
  northmoor,
  projectEditions,
  takeMadeUpList,
} from '../support/sampleOfNorthmoor.ts'
import { temporaryHome } from '../support/temporaryHome.ts'

const shell = useDatabase()
const editions: Editions = await projectEditions()
const sources = { editions, findSampledCases }
const names = ['Ann Ames', 'Bob Birch', 'Cai Cole', 'Dee Dale']

const nothing = { open: [], give: [], stay: [], withdraw: [] }
const begin = () => beginFieldwork(shell(), sources, northmoor)
const allocation = async () => doneValue(await loadAllocation(shell().database, sources, northmoor))
const inspected = async () => doneValue(await listCaseRows(shell(), editions, northmoor)).rows

async function registerInspection(): Promise<void> {
  const id = inspectionId(northmoor) ?? expect.fail()
  const register = { serviceName: 'Northmoor', editionId: 'yos-2021', fieldworkStarted: '2024-06-10' }
  const rest = { published: null, source: null, madeUp: true, cases: [] }
  await shell().transact(async (tx) =>
    done(await saveInspection(tx, { id, ...register, ...rest }, new Date(0))),
  )
}

/** Adds the person to the allocation, with their account if they have one. */
async function addAssessor(name: string, hasAccount: boolean, casesPerDay = 3): Promise<void> {
  const email = `${name.split(' ')[0]?.toLowerCase()}@northmoor.example`
  const added = doneValue(await addPerson(shell(), { email, name, overallRoles: [] }))
  doneValue(await giveRole(shell(), northmoor, { email, role: 'inspector' }))
  const person = {
    name,
    role: 'inspector',
    ownServiceId: null,
    casesPerDay,
    days: [1, 2, 3, 4, 5],
  } as const
  const account = { personId: hasAccount ? added.personId : null, version: 0 }
  doneValue(await addOrChangeAssessor(shell(), sources, northmoor, { id: null, ...person, ...account }))
}

describe('the sample of 24 court and 14 out-of-court cases', () => {
  beforeEach(async () => {
    await registerInspection()
    await drawSampleOfFieldwork(shell(), editions)
  })

  test('is inspected only when every case is with someone who has an account', async () => {
    expect(codesOf(await begin())).toEqual(['fieldwork.cases-with-nobody'])
    for (const name of names) await addAssessor(name, name !== 'Bob Birch')
    doneValue(await proposeCases(shell(), sources, northmoor))
    expect(codesOf(await begin())).toEqual(['fieldwork.assessor-without-account'])
    expect(await inspected()).toEqual([])
  })

  test('becomes the inspected cases, by pseudonym, with domain and disposal, each with whom it was given', async () => {
    for (const name of names) await addAssessor(name, true)
    doneValue(await proposeCases(shell(), sources, northmoor))
    const { open } = doneValue(await begin())
    expect(open).toHaveLength(38)
    const rows = await inspected()
    expect(rows.filter(({ caseDomain }) => caseDomain === 'court')).toHaveLength(24)
    expect(rows.filter(({ caseDomain }) => caseDomain === 'out-of-court')).toHaveLength(14)
    const { assignments, assessors, cases, edition } = await allocation()
    for (const row of rows) {
      expect(row.caseId).toMatch(/^C-/)
      const held = assignments.find(({ pseudonym }) => pseudonym === row.caseId)
      expect(row.assigned.map(({ name }) => name)).toEqual([
        assessors.find(({ id }) => id === held?.assessor)?.name,
      ])
      expect(held?.origin).toBe('begun')
      const loaded = doneValue(
        await loadCase(shell(), editions, { inspectionId: northmoor, caseId: row.caseId }),
      )
      const disposal = cases.find(({ pseudonym }) => pseudonym === row.caseId)?.disposal
      expect(loaded.entries.fact('disposal')).toBe(
        edition.sample.disposals.find(({ code }) => code === disposal)?.title,
      )
      const listed = (await findSampledCases(shell().database, northmoor)).find(
        ({ pseudonym }) => pseudonym === row.caseId,
      )
      expect(loaded.entries.fact('gender')).toBe(listed?.gender)
      expect(loaded.entries.fact('ethnicity')).toBe(listed?.ethnicity)
      expect(loaded.entries.fact('age')).toBe(String(listed?.age))
    }
    expect(doneValue(await begin())).toEqual(nothing)
  })

  test('says of the child what the list says, until an inspector confirms or corrects it', async () => {
    for (const name of names) await addAssessor(name, true)
    doneValue(await proposeCases(shell(), sources, northmoor))
    doneValue(await begin())
    const [first] = await inspected()
    const key = { inspectionId: northmoor, caseId: first?.caseId ?? '' }
    const load = async () => doneValue(await loadCase(shell(), editions, key))
    const ref = { kind: 'fact', item: 'gender' } as const
    const loaded = await load()
    expect(loaded.entries.find(ref)).toMatchObject({ version: 1, author: caseListAuthor })
    expect(loaded.missing).toContainEqual({ ...ref, missing: 'confirmation' })
    const write = { value: loaded.entries.fact('gender'), detail: null, sawVersion: 1 }
    const confirm = { key, ref, write, idempotencyKey: null }
    expect(doneValue(await writeEntry(shell(), editions, confirm)).kind).toBe('saved')
    expect(doneValue(await writeEntry(shell(), editions, confirm)).kind).toBe('same')
    const confirmed = await load()
    expect(confirmed.missing.filter(({ item }) => item === 'gender')).toEqual([])
    expect(await listVersions(shell().database, key, ref)).toHaveLength(2)
    const audited = await shell()
      .database.selectFrom('audit_event')
      .select('after')
      .where('action', '=', 'case.open')
      .where('subject', '=', key.caseId)
      .executeTakeFirstOrThrow()
    expect(audited.after).toMatchObject({
      facts: ['disposal', 'gender', 'age', 'ethnicity', 'rosh-theirs', 'safety-wellbeing-theirs'],
    })
  })

  test('after a replacement has the new case, and keeps what was written about the old one', async () => {
    for (const name of names) await addAssessor(name, true)
    doneValue(await proposeCases(shell(), sources, northmoor))
    doneValue(await begin())
    const [leaving, moved] = (await allocation()).assignments
    if (leaving === undefined || moved === undefined) throw new Error('no assignments')
    const key = { inspectionId: northmoor, caseId: leaving.pseudonym }
    const ref = { kind: 'fact', item: 'offence' } as const
    const write = { value: 'Theft', detail: null, sawVersion: 0 }
    doneValue(await writeEntry(shell(), editions, { key, ref, write, idempotencyKey: null }))

    const replacing = { pseudonym: leaving.pseudonym, reason: 'transferred', note: 'Moved in May.' } as const
    const { replacement } = doneValue(await replaceSampledCase(shell(), editions, northmoor, replacing))
    expect(codesOf(await begin())).toEqual(['fieldwork.cases-with-nobody'])
    doneValue(await proposeCases(shell(), sources, northmoor))
    const { assessors } = await allocation()
    const assessor = assessors.find(({ id }) => id !== moved.assessor)?.id ?? ''
    const change = { pseudonym: moved.pseudonym, assessor, reason: 'Ill.', version: moved.version }
    doneValue(await changeCaseByHand(shell(), sources, northmoor, change))

    const plan = doneValue(await begin())
    expect(plan.open.map(({ caseId }) => caseId)).toEqual([replacement])
    expect(plan.give.map(({ caseId }) => caseId)).toEqual([moved.pseudonym])
    expect(plan.withdraw).toEqual([leaving.pseudonym])
    const ids = (await inspected()).map(({ caseId }) => caseId)
    expect(ids).toHaveLength(38)
    expect(ids).not.toContain(leaving.pseudonym)
    expect(await listVersions(shell().database, key, ref)).toMatchObject([{ value: 'Theft' }])
    const events = await shell()
      .database.selectFrom('audit_event')
      .select(['action', 'subject'])
      .where('subject', 'in', [leaving.pseudonym, moved.pseudonym, replacement])
      .where('action', 'in', ['case.open', 'case.allocate', 'case.withdraw'])
      .orderBy('audit_event_id')
      .execute()
    expect(events.slice(2)).toEqual([
      { action: 'case.open', subject: replacement },
      { action: 'case.allocate', subject: moved.pseudonym },
      { action: 'case.withdraw', subject: leaving.pseudonym },
    ])
  })

  test('a case that was given to another in fieldwork is never moved back by beginning again', async () => {
    for (const name of names) await addAssessor(name, true)
    doneValue(await proposeCases(shell(), sources, northmoor))
    doneValue(await begin())
    const [one, other] = (await allocation()).assignments
    if (one === undefined || other === undefined) throw new Error('no assignments')
    const { assessors } = await allocation()
    const accountOf = (id: string) => assessors.find((each) => each.id === id)?.personId ?? expect.fail()
    const [cai, dee] = assessors.filter(({ id }) => id !== one.assessor)
    if (cai === undefined || dee === undefined) throw new Error('too few people')
    await giveInFieldwork(one.pseudonym, [accountOf(cai.id)])
    const stays = { caseId: one.pseudonym, withPersonIds: [accountOf(cai.id)] }
    expect(doneValue(await begin())).toEqual({
      ...nothing,
      stay: [{ ...stays, personId: accountOf(one.assessor) }],
    })
    const change = { pseudonym: one.pseudonym, assessor: dee.id, reason: 'Ill.', version: one.version }
    doneValue(await changeCaseByHand(shell(), sources, northmoor, change))
    expect(doneValue(await begin())).toEqual({
      ...nothing,
      stay: [{ ...stays, personId: accountOf(dee.id) }],
    })
    expect((await assignedTo(one.pseudonym)).map(({ personId }) => personId)).toEqual([accountOf(cai.id)])
    await giveInFieldwork(one.pseudonym, [accountOf(dee.id)])
    expect(doneValue(await begin())).toEqual(nothing)
  })

  test('a case that the allocation gave away twice, with beginning in between, is with the last', async () => {
    for (const name of names) await addAssessor(name, true)
    doneValue(await proposeCases(shell(), sources, northmoor))
    doneValue(await begin())
    const [first] = (await allocation()).assignments
    if (first === undefined) throw new Error('no assignments')
    const { assessors } = await allocation()
    const others = assessors.filter(({ id }) => id !== first.assessor).slice(0, 2)
    for (const { id } of others) {
      const { version } = (await allocation()).assignments[0] ?? expect.fail()
      const change = { pseudonym: first.pseudonym, assessor: id, reason: 'Ill.', version }
      doneValue(await changeCaseByHand(shell(), sources, northmoor, change))
      expect(doneValue(await begin()).give.map(({ caseId }) => caseId)).toEqual([first.pseudonym])
    }
    expect((await assignedTo(first.pseudonym)).map(({ name }) => name)).toEqual([others[1]?.name])
  })

  test('once fieldwork has begun no import replaces its cases, not even on purpose', async () => {
    for (const name of names) await addAssessor(name, true)
    doneValue(await proposeCases(shell(), sources, northmoor))
    const folder = temporaryHome('import')
    const file = join(folder, 'answers.csv')
    writeFileSync(file, 'case_id,domain,question,answer\nA1,court,2.1.1,yes\n')
    const service = ['--edition', 'yos-2021', '--service', 'Northmoor', '--fieldwork', '2024-06-10']
    const importing = () =>
      runCommand(shell(), importAnswersCommand, file, ...service, '--replace', 'The files of the week.')

    doneValue(await begin())
    const refused = await importing()
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain(
      'You cannot replace the answers of northmoor-2024-06, because fieldwork has begun with 38 cases.',
    )
    expect(refused.err).toContain('Change the answers on the pages of the cases or through the API')
    const results = JSON.stringify({
      service: 'Northmoor',
      edition: 'yos-2021',
      fieldworkStarted: '2024-06',
      standards: [{ standard: '1.1', rating: 'good' }],
    })
    const content = new TextEncoder().encode(results)
    const request = { file: { name: 'results.json', content }, source: null, madeUp: true }
    const replacement = { reason: 'Final figures.' }
    expect(codesOf(await importResults(shell(), editions, { ...request, replacement }))).toEqual([
      'inspection.fieldwork-begun',
    ])
    expect(await inspected()).toHaveLength(38)
    rmSync(folder, { recursive: true })
  })
})

describe('fieldwork begun again after a top-up', () => {
  test('opens the added cases; those that had begun stay where they are, with all that was written', async () => {
    await registerInspection()
    await drawMadeUpSample(shell(), editions)
    for (const name of names) await addAssessor(name, true, 10)
    doneValue(await proposeCases(shell(), sources, northmoor))
    doneValue(await begin())
    const before = await inspected()
    const first = before[0] ?? expect.fail()
    const key = { inspectionId: northmoor, caseId: first.caseId }
    const write = { value: 'Theft', detail: null, sawVersion: 0 }
    const ref = { kind: 'fact', item: 'offence' } as const
    doneValue(await writeEntry(shell(), editions, { key, ref, write, idempotencyKey: null }))

    const { topUp } = await topUpByLateCases()
    const added = topUp.added.flatMap(({ caseIds }) => caseIds)
    expect(added.length).toBeGreaterThan(0)
    expect(codesOf(await begin())).toEqual(['fieldwork.cases-with-nobody'])
    expect(await inspected()).toHaveLength(before.length)
    doneValue(await proposeCases(shell(), sources, northmoor))
    const plan = doneValue(await begin())
    expect(plan.open.map(({ caseId }) => caseId).toSorted()).toEqual(added.toSorted())
    expect(plan).toMatchObject({ give: [], stay: [], withdraw: [] })
    const after = await inspected()
    expect(after).toHaveLength(before.length + added.length)
    const wasThere = after.filter(({ caseId }) => !added.includes(caseId))
    expect(wasThere.map(({ caseId, assigned }) => [caseId, assigned])).toEqual(
      before.map(({ caseId, assigned }) => [caseId, assigned]),
    )
    expect(await listVersions(shell().database, key, ref)).toMatchObject([{ value: 'Theft' }])
    expect(doneValue(await begin())).toEqual(nothing)
  })
})

async function assignedTo(caseId: string) {
  return (await inspected()).find((row) => row.caseId === caseId)?.assigned ?? []
}

/** As someone who has the case before them does: they saw who has it. */
async function giveInFieldwork(caseId: string, people: readonly string[]): Promise<void> {
  const seen = assessorsEtag((await assignedTo(caseId)).map(({ personId }) => personId))
  const key = { inspectionId: northmoor, caseId }
  doneValue(await allocateCase(shell(), editions, key, { personIds: people, seen }))
}

/** A later version of the list, with sixty court cases more, and what it adds to the sample. */
async function topUpByLateCases() {
  const rest = ['Court', 'YRO', '01/02/2024', 'M', '16', 'W1 - White British', 'High', 'Low', 'North', 'No']
  const late = Array.from({ length: 60 }, (_, index) => [`NM9${10_000 + index}`, ...rest])
  await takeMadeUpList(shell(), editions, [...madeUpTable(), ...late])
  return doneValue(await topUpStoredSample(shell(), editions, northmoor, 'Sixty were missing.'))
}
