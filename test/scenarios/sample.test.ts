/** From a case list to a drawn sample, a replacement, a later list, and a proof that the command verifies. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Editions } from '../../src/app/framework/editions.ts'
import { loadDemonstration } from '../../src/app/ratings/demonstration.ts'
import { sampleCommand, sampleVerifyCommand } from '../../src/app/sampling/commands/sample.ts'
import { drawStoredSample } from '../../src/app/sampling/draw-page/drawStoredSample.ts'
import { findSampledCases } from '../../src/app/sampling/findSampledCases.ts'
import { excludeCase, includeCase, setPlan, setSize } from '../../src/app/sampling/plan-page/changePlan.ts'
import { replaceSampledCase } from '../../src/app/sampling/replace-page/replaceSampledCase.ts'
import { samplingRoutes } from '../../src/app/sampling/routes.ts'
import { listReserves } from '../../src/app/sampling/sampleDraw.queries.ts'
import { listSampledCases } from '../../src/app/sampling/sampledCases.queries.ts'
import { topUpStoredSample } from '../../src/app/sampling/top-up-page/topUpStoredSample.ts'
import { useDatabase } from '../support/database.ts'
import { day } from '../support/listedCases.ts'
import { madeUpTable } from '../support/madeUpCaseList.ts'
import { codesOf, doneValue } from '../support/results.ts'
import {
  drawMadeUpSample,
  northmoor,
  planMadeUpSample,
  projectEditions,
  projectFolder,
  takeMadeUpList,
} from '../support/sampleOfNorthmoor.ts'
import { noVisit } from '../support/visit.ts'

const shellNow = useDatabase()
const list = join(projectFolder, 'demonstration/made-up-case-list.csv')
let editions: Editions
let folder: string

beforeAll(async () => {
  editions = await projectEditions()
  folder = mkdtempSync(join(tmpdir(), 'assay-sample-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  doneValue(await loadDemonstration(shellNow(), editions, join(projectFolder, 'demonstration')))
})

async function run(command: typeof sampleCommand, words: readonly string[]) {
  const printed = { out: '', err: '' }
  const terminal = {
    out: (text: string) => {
      printed.out += text
    },
    err: (text: string) => {
      printed.err += text
    },
    isTerminal: false,
    colour: false,
  }
  const openShell = () => Promise.reject(new Error('a sample from files needs no database'))
  const editionsFolder = join(projectFolder, 'editions')
  const exit = await command.run(words, { terminal, editionsFolder, openShell })
  return { exit, ...printed }
}

async function downloadedProof(): Promise<string> {
  const route = samplingRoutes(editions).find(({ path }) => path.endsWith('/proof.json'))
  const nothing = { query: {}, body: {}, files: [], json: undefined, headers: {}, visit: noVisit }
  const request = { params: { inspection: northmoor }, ...nothing }
  const reply = await route?.handle(request, shellNow())
  if (reply?.kind !== 'file' || typeof reply.body !== 'string') throw new Error('no file')
  const file = join(folder, reply.name)
  writeFileSync(file, reply.body)
  return file
}

describe('the sample of an inspection', () => {
  test('is the one the command draws from the same file, and its proof is equal', async () => {
    const sample = await drawMadeUpSample(shellNow(), editions)
    const words = [list, '--edition', 'yos-2021', '--fieldwork', '2024-06-10', '--seed', '08 15 23 41 42 57']
    const printed = await run(sampleCommand, words)
    expect(printed.err).toBe('')
    const json = JSON.parse(printed.out)
    expect(json.sampled).toEqual(sample.result.sampled.flatMap(({ caseIds }) => caseIds))
    expect(json.inputHash).toBe(sample.listHash)
    const verified = await run(sampleVerifyCommand, [await downloadedProof(), list])
    expect(verified).toMatchObject({ exit: 0, err: '' })
    expect(verified.out).toMatch(/^Equal/)
  })

  test('is stored only under pseudonyms', async () => {
    const shell = shellNow()
    await drawMadeUpSample(shell, editions)
    const { rows } = await sql<{ text: string }>`
      select (select jsonb_agg(d)::text from sample_draw d) || (select jsonb_agg(c)::text from sampled_case c)
        || (select jsonb_agg(r)::text from sample_reserve r)
        || (select jsonb_agg(a)::text from audit_event a where action like 'sample.%') as text`.execute(
      shell.database,
    )
    expect(rows[0]?.text).toMatch(/C-[0-9A-Z]{6}/)
    expect(rows[0]?.text).not.toMatch(/NM10\d{4}/)
  })

  test('is never drawn a second time, and nothing it was drawn by can be changed', async () => {
    const shell = shellNow()
    await drawMadeUpSample(shell, editions)
    const plan = { fieldwork: day('2024-06-17'), seed: 'better', seedAgreed: 'Nobody.' }
    const size = { domain: 'court', size: 3, reason: 'Less work.', by: 'Nobody' }
    const refused = [
      await drawStoredSample(shell, editions, northmoor),
      await setPlan(shell, editions, northmoor, plan),
      await setSize(shell, editions, northmoor, { domain: 'court', override: size }),
      await excludeCase(shell, editions, northmoor, { caseId: 'NM100099', reason: 'Bad.', by: 'Nobody' }),
    ]
    expect(refused.flatMap(codesOf)).toEqual(refused.map(() => 'sampling.drawn-already'))
  })

  test.each([
    'update sample_draw set seed = seed',
    'delete from sample_draw',
    'delete from sampled_case',
    `update sampled_case set came_by = 'top-up'`,
    'delete from sample_reserve',
  ])('is guarded by the database as well: %s', async (statement) => {
    await drawMadeUpSample(shellNow(), editions)
    await expect(sql.raw(statement).execute(shellNow().database)).rejects.toThrow(
      /permission denied|never altered/,
    )
  })

  test('needs a list and a plan first', async () => {
    const shell = shellNow()
    expect(codesOf(await drawStoredSample(shell, editions, northmoor))).toEqual(['sampling.no-case-list'])
    await takeMadeUpList(shell, editions)
    expect(codesOf(await drawStoredSample(shell, editions, northmoor))).toEqual(['sampling.no-plan'])
  })

  test('takes a size set by hand and leaves out a case by hand, both with reason and name in the proof', async () => {
    const shell = shellNow()
    await takeMadeUpList(shell, editions)
    await planMadeUpSample(shell, editions)
    const size = { domain: 'court', size: 20, reason: 'A short week.', by: 'R. Lead' }
    doneValue(await setSize(shell, editions, northmoor, { domain: 'court', override: size }))
    const left = { caseId: 'NM100099', reason: 'Being reviewed.', by: 'R. Lead' }
    doneValue(await excludeCase(shell, editions, northmoor, left))
    doneValue(await excludeCase(shell, editions, northmoor, { ...left, caseId: 'NM100143' }))
    const [taken] = (await findPseudonyms('NM100143')) ?? []
    doneValue(await includeCase(shell, editions, northmoor, taken ?? ''))
    doneValue(await drawStoredSample(shell, editions, northmoor))
    const file = await downloadedProof()
    const proof = JSON.parse(readFileSync(file, 'utf8'))
    expect(proof.settings.overrides).toEqual([size])
    expect(proof.settings.exclusions).toEqual([left])
    expect(proof.result.sampled[0].caseIds).toHaveLength(20)
    expect(await run(sampleVerifyCommand, [file, list])).toMatchObject({ exit: 0 })
  })
})

async function findPseudonyms(reference: string): Promise<readonly string[]> {
  const { rows } = await sql<{ pseudonym: string }>`
    select pseudonym from case_reference where case_id = ${reference}`.execute(shellNow().database)
  return rows.map(({ pseudonym }) => pseudonym)
}

describe('a proof that was tampered with', () => {
  test.each([
    [
      'a sampled case',
      (text: string) =>
        text.replace(/("sampled": \[\s*\{\s*"domain": "court",\s*"caseIds": \[\s*")NM\d+/, '$1NM999999'),
      'result.sampled[0].caseIds[0]',
    ],
    ['the seed', (text: string) => text.replace('08 15 23', '08 15 24'), 'result.sampled[0].caseIds'],
    [
      'a rule of the edition',
      (text: string) => text.replace('"marginPoints": 5,', '"marginPoints": 9,'),
      'settings.rules.size.marginPoints',
    ],
  ])('is found out: %s', async (_what, tamper, where) => {
    await drawMadeUpSample(shellNow(), editions)
    const file = await downloadedProof()
    const before = readFileSync(file, 'utf8')
    const after = tamper(before)
    expect(after).not.toBe(before)
    writeFileSync(file, after)
    const verified = await run(sampleVerifyCommand, [file, list])
    expect(verified.exit).toBe(1)
    expect(verified.err).toContain(where)
  })

  test('and a list that was changed is found out too', async () => {
    await drawMadeUpSample(shellNow(), editions)
    const changed = join(folder, 'changed.csv')
    writeFileSync(changed, readFileSync(list, 'utf8').replace(',Medium,Low,', ',High,Low,'))
    const verified = await run(sampleVerifyCommand, [await downloadedProof(), changed])
    expect(verified.exit).toBe(1)
    expect(verified.err).toContain('The case list is not the one the sample was drawn from.')
  })
})

describe('replacing a case', () => {
  test('takes a reserve that nobody chose, keeps both on record, and keeps the number', async () => {
    const shell = shellNow()
    await drawMadeUpSample(shell, editions)
    const before = await findSampledCases(shell.database, northmoor)
    const gone = before.find(({ domain }) => domain === 'court')
    const request = {
      pseudonym: gone?.pseudonym ?? '',
      reason: 'transferred',
      note: 'Moved in May.',
    } as const
    const replacement = doneValue(await replaceSampledCase(shell, editions, northmoor, request))
    const reserves = await listReserves(shell.database, northmoor)
    expect(reserves.find(({ pseudonym }) => pseudonym === replacement.replacement)?.domain).toBe('court')
    const after = await findSampledCases(shell.database, northmoor)
    expect(after).toHaveLength(before.length)
    const record = await listSampledCases(shell.database, northmoor)
    expect(record.find(({ pseudonym }) => pseudonym === gone?.pseudonym)?.isReplaced).toBe(true)
    expect(codesOf(await replaceSampledCase(shell, editions, northmoor, request))).toEqual([
      'sampling.case-not-in-sample',
    ])
  })

  test('ends where no reserve is left', async () => {
    const shell = shellNow()
    await drawMadeUpSample(shell, editions)
    const replaceOne = async () => {
      const held = (await findSampledCases(shell.database, northmoor)).find(
        ({ domain }) => domain === 'resettlement',
      )
      const request = { pseudonym: held?.pseudonym ?? '', reason: 'transferred', note: 'Moved.' } as const
      return replaceSampledCase(shell, editions, northmoor, request)
    }
    doneValue(await replaceOne())
    expect(codesOf(await replaceOne())).toEqual(['sampling.no-reserve-left'])
  })
})

describe('a later version of the list', () => {
  test('adds cases without drawing again what is being inspected, and replaced cases never come back', async () => {
    const shell = shellNow()
    await drawMadeUpSample(shell, editions)
    const [first] = await findSampledCases(shell.database, northmoor)
    const request = { pseudonym: first?.pseudonym ?? '', reason: 'transferred', note: 'Moved.' } as const
    doneValue(await replaceSampledCase(shell, editions, northmoor, request))
    const before = await findSampledCases(shell.database, northmoor)
    expect(codesOf(await topUpStoredSample(shell, editions, northmoor, 'Late.'))).toEqual([
      'sampling.no-newer-version',
    ])
    const late = Array.from({ length: 60 }, (_, index) => [
      `NM9${String(10000 + index)}`,
      'Court',
      'YRO',
      '01/02/2024',
      'M',
      '16',
      'W1 - White British',
      'High',
      'Low',
      'North',
      'No',
    ])
    await takeMadeUpList(shell, editions, [...madeUpTable(), ...late])
    const { topUp } = doneValue(await topUpStoredSample(shell, editions, northmoor, 'Sixty were missing.'))
    const after = await findSampledCases(shell.database, northmoor)
    const added = topUp.added.flatMap(({ caseIds }) => caseIds)
    expect(added.length).toBeGreaterThan(0)
    const court = topUp.sizes.find(({ domain }) => domain === 'court')
    expect(after.filter(({ domain }) => domain === 'court')).toHaveLength(court?.size ?? 0)
    expect(new Set(after.map(({ pseudonym }) => pseudonym))).toEqual(
      new Set([...before.map(({ pseudonym }) => pseudonym), ...added]),
    )
    expect(added).not.toContain(first?.pseudonym)
    expect(await run(sampleVerifyCommand, [await downloadedProof(), list])).toMatchObject({ exit: 0 })
  })

  test('in which cases of the sample are gone adds nothing for them: they keep their places until replaced', async () => {
    const shell = shellNow()
    await drawMadeUpSample(shell, editions)
    const before = await findSampledCases(shell.database, northmoor)
    const gone = before.find(({ domain }) => domain === 'court')
    await takeMadeUpList(
      shell,
      editions,
      madeUpTable().filter(([reference]) => reference !== gone?.caseId),
    )
    const { topUp } = doneValue(
      await topUpStoredSample(shell, editions, northmoor, 'It was closed long ago.'),
    )
    expect(topUp.lost).toEqual([{ caseId: gone?.pseudonym, reason: 'It is no longer in the case list.' }])
    expect(topUp.added.flatMap(({ caseIds }) => caseIds)).toEqual([])
    const request = { pseudonym: gone?.pseudonym ?? '', reason: 'not-eligible', note: 'Closed.' } as const
    doneValue(await replaceSampledCase(shell, editions, northmoor, request))
    expect(await findSampledCases(shell.database, northmoor)).toHaveLength(before.length)
  })
})
