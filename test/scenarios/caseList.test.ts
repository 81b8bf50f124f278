/** A case list from the file to a version of an inspection, over the real database. */
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Editions, loadEditions } from '../../src/app/framework/editions.ts'
import { findWithEdition, type InspectionWithEdition } from '../../src/app/framework/inspectionEdition.ts'
import { acceptCaseList, addCaseList } from '../../src/app/intake/acceptCaseList.ts'
import { loadCases, loadFile } from '../../src/app/intake/caseLists.queries.ts'
import {
  receiveCaseList,
  type SentCaseList,
  sha256,
} from '../../src/app/intake/upload-page/receiveCaseList.ts'
import { loadDemonstration } from '../../src/app/ratings/demonstration.ts'
import { compareCaseLists } from '../../src/core/intake/compareCaseLists.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { useDatabase } from '../support/database.ts'
import { madeUpTable, plainCsv, spoiltTable } from '../support/madeUpCaseList.ts'
import { codesOf, doneValue } from '../support/results.ts'

const project = join(import.meta.dirname, '../..')
const northmoor = 'northmoor-2024-06'
const shellNow = useDatabase()
let editions: Editions
let context: InspectionWithEdition

beforeAll(async () => {
  editions = doneValue(await loadEditions(join(project, 'editions')))
})
beforeEach(async () => {
  doneValue(await loadDemonstration(shellNow(), editions, join(project, 'demonstration')))
  context = doneValue(await findWithEdition(shellNow().database, editions, northmoor))
})

function sent(text: string, changes: Partial<SentCaseList> = {}): SentCaseList {
  return {
    fileName: 'list.csv',
    content: new TextEncoder().encode(text),
    leaveOut: [],
    keyData: null,
    ...changes,
  }
}

/** For lists too short to have cases of every domain. */
const allReasons = Object.fromEntries(
  ['court', 'out-of-court', 'resettlement'].map((domain) => [
    `domain-without-cases:${domain}`,
    'A few only.',
  ]),
)

const wholeList = plainCsv(madeUpTable())

/** Rows of every table that a list may touch, and of the audit log. */
async function everything(shell: Shell): Promise<string> {
  const tables = [
    'case_list_version',
    'case_list_file',
    'listed_case',
    'case_reference',
    'case_list_upload',
    'case_list_heading',
    'audit_event',
  ]
  const counts = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ n: string }>`select count(*)::text as n from ${sql.table(table)}`.execute(
        shell.database,
      )
      return `${table} ${rows[0]?.n}`
    }),
  )
  return counts.join(', ')
}

describe('a list that is right', () => {
  test('becomes version 1 with its file, its SHA-256 and a pseudonym for each case', async () => {
    const shell = shellNow()
    const taken = doneValue(await addCaseList(shell, context, sent(wholeList), {}))
    expect(taken).toMatchObject({
      version: 1,
      cases: 400,
      fileSha256: sha256(new TextEncoder().encode(wholeList)),
    })
    expect(taken.sentSha256).toBe(taken.fileSha256)
    expect(Buffer.from((await loadFile(shell.database, northmoor, 1)) ?? []).toString()).toBe(wholeList)
    const cases = await loadCases(shell.database, northmoor, 1)
    expect(new Set(cases.map(({ pseudonym }) => pseudonym)).size).toBe(400)
    expect(cases.every(({ pseudonym, caseId }) => !pseudonym.includes(caseId.slice(2)))).toBe(true)
  })

  test('as a second version leaves the first as it was, keeps pseudonyms and is compared case by case', async () => {
    const shell = shellNow()
    doneValue(await addCaseList(shell, context, sent(wholeList), {}))
    const before = await loadCases(shell.database, northmoor, 1)
    const table = madeUpTable()
    const [gone] = table.splice(3, 1)
    table.push(['NM999999', 'Court', 'YRO', '01/05/2024', 'F', '16', 'Irish', 'High', 'Low', 'North', 'No'])
    table[3] = (table[3] ?? []).with(7, 'Very High')
    doneValue(await addCaseList(shell, context, sent(plainCsv(table)), {}))
    expect(await loadCases(shell.database, northmoor, 1)).toEqual(before)
    const after = await loadCases(shell.database, northmoor, 2)
    const difference = compareCaseLists(before, after)
    expect(difference.added.map(({ caseId }) => caseId)).toEqual(['NM999999'])
    expect(difference.removed.map(({ caseId }) => caseId)).toEqual([gone?.[0]])
    expect(difference.changed.map(({ caseId }) => caseId)).toEqual([table[3]?.[0]])
    const names = new Map(before.map(({ caseId, pseudonym }) => [caseId, pseudonym]))
    expect(after.filter(({ caseId, pseudonym }) => (names.get(caseId) ?? pseudonym) !== pseudonym)).toEqual(
      [],
    )
  })

  test('far shorter than a list that waits with its faults is accepted only with a reason', async () => {
    const shell = shellNow()
    const table = madeUpTable()
    const faulty = table.map((row, index) => (index === 5 ? row.with(3, 'soon') : row))
    doneValue((await receiveCaseList(shell, context, sent(plainCsv(faulty)))).outcome)
    const part = sent(plainCsv(table.slice(0, 200)))
    const refused = await addCaseList(shell, context, part, {})
    expect(refused.ok ? [] : refused.problems.map(({ place }) => place.field)).toEqual([
      'shorter-than-list-before',
    ])
    const reasons = { 'shorter-than-list-before': 'The others are of another period.' }
    expect(doneValue(await addCaseList(shell, context, part, reasons)).warnings).toMatchObject([
      { code: 'shorter-than-list-before', reason: 'The others are of another period.' },
    ])
  })

  test('far shorter than the version before is accepted only with a reason, however few there are', async () => {
    const shell = shellNow()
    const table = madeUpTable()
    doneValue(await addCaseList(shell, context, sent(plainCsv(table.slice(0, 9))), allReasons))
    const refused = await addCaseList(shell, context, sent(plainCsv(table.slice(0, 5))), {
      ...allReasons,
      'caseload-far-from-last-time': '',
    })
    expect(refused.ok ? [] : refused.problems.map(({ place }) => place.field)).toEqual([
      'caseload-far-from-last-time',
    ])
  })

  test('sent again as it is, is refused as unchanged', async () => {
    doneValue(await addCaseList(shellNow(), context, sent(wholeList), {}))
    const again = await addCaseList(shellNow(), context, sent(wholeList), {})
    expect(codesOf(again)).toEqual(['intake.list-unchanged'])
  })

  test('whose totals differ from the key data is accepted only with a reason, which is saved', async () => {
    const list = sent(wholeList, { keyData: { court: 1 } })
    const refused = await addCaseList(shellNow(), context, list, {})
    expect(codesOf(refused)).toEqual(['intake.warning-not-confirmed'])
    const reasons = { 'totals-differ-from-key-data:court': 'The key data counts children.' }
    const taken = doneValue(await addCaseList(shellNow(), context, list, reasons))
    expect(taken.warnings).toMatchObject([{ reason: 'The key data counts children.', domain: 'court' }])
  })
})

describe('columns', () => {
  test('set by hand are remembered for the service’s next list', async () => {
    const shell = shellNow()
    const renamed = (text: string) => text.replace('Programme type', 'Massnahme')
    const { outcome } = await receiveCaseList(shell, context, sent(renamed(wholeList)))
    const { uploadId } = doneValue(outcome)
    expect(codesOf(await acceptCaseList(shell, context, uploadId, {}))).toContain('intake.column-missing')
    await sql`update case_list_upload set columns = '{"disposal":"Massnahme"}'`.execute(shell.database)
    doneValue(await acceptCaseList(shell, context, uploadId, {}))
    const next = renamed(plainCsv(madeUpTable().slice(0, -1)))
    expect(doneValue(await addCaseList(shell, context, sent(next), {}))).toMatchObject({
      version: 2,
      cases: 399,
    })
  })

  test('that look like personal data keep the whole list out, and nothing of it is stored', async () => {
    const shell = shellNow()
    const before = await everything(shell)
    const { outcome, reading } = await receiveCaseList(shell, context, sent(plainCsv(spoiltTable().table)))
    expect(outcome.ok).toBe(false)
    expect(reading?.personal.map(({ heading }) => heading)).toEqual(['D.O.B.', 'Worked with', 'Best contact'])
    expect(await everything(shell)).toBe(before)
  })

  test('that are left out are in no byte of what is stored', async () => {
    const shell = shellNow()
    const table = madeUpTable().map((row, index) =>
      index < 2 ? row : [...row, index === 2 ? 'Surname' : `Madeup${index}`],
    )
    const taken = doneValue(
      await addCaseList(shell, context, sent(plainCsv(table), { leaveOut: ['Surname'] }), {}),
    )
    expect(taken.leftOut).toEqual(['Surname'])
    expect(taken.fileSha256).not.toBe(taken.sentSha256)
    const file = Buffer.from((await loadFile(shell.database, northmoor, 1)) ?? []).toString()
    expect(file).not.toMatch(/Madeup|Surname/)
    const cases = await loadCases(shell.database, northmoor, 1)
    expect(JSON.stringify(cases)).not.toMatch(/Madeup/)
    // Rows keep the numbers they had in the file that was sent.
    expect(Math.min(...cases.map(({ row }) => row ?? 0))).toBe(4)
  })
})

test('a list that waits is out of reach after a day, whether it was tidied away yet or not', async () => {
  const shell = shellNow()
  const { outcome } = await receiveCaseList(shell, context, sent(wholeList))
  const { uploadId } = doneValue(outcome)
  const nextDay = { ...shell, now: () => new Date(shell.now().getTime() + 25 * 60 * 60 * 1000) }
  expect(codesOf(await acceptCaseList(nextDay, context, uploadId, {}))).toEqual(['intake.upload-not-found'])
})

describe('always', () => {
  test('300 spoilt lists change nothing', async () => {
    const shell = shellNow()
    doneValue(await addCaseList(shell, context, sent(wholeList), {}))
    const before = await everything(shell)
    const small = madeUpTable().slice(0, 8)
    const spoil = fc.tuple(
      fc.integer({ min: 3, max: 7 }),
      fc.constantFrom(2, 3, 4, 6, 7, 8),
      fc.constantFrom('=1+1', '', '31/02/2024', '#REF!', '\u0000', 'x'.repeat(2_000), 'Nonsense value'),
    )
    await fc.assert(
      fc.asyncProperty(spoil, async ([row, column, value]) => {
        const table = small.map((cells, index) => (index === row ? cells.with(column, value) : cells))
        const result = await addCaseList(shell, context, sent(plainCsv(table)), {})
        expect(result.ok).toBe(false)
      }),
      { numRuns: 300 },
    )
    expect(await everything(shell)).toBe(before)
  })
})
