import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clonedShell, useDatabase } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/demonstrationReports.ts'
import { testNow } from '../../../../test/support/testNow.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type Editions, loadEditions } from '../../framework/editions.ts'
import { loadDemonstration } from '../../ratings/demonstration.ts'
import { loadReport } from '../loadReport.ts'
import { listRecommendations } from '../recommendations/recommendations.queries.ts'
import { loadDemonstrationFindings } from './demonstrationFindings.ts'
import { listFindings } from './findings.queries.ts'
import { saveStandardFindings } from './findings-page/saveStandardFindings.ts'
import { importFindings } from './importFindings.ts'

const project = join(import.meta.dirname, '../../../..')
const demonstration = join(project, 'demonstration')
const shell = useDatabase()
const northmoor = 'northmoor-2024-06'
let editions: Editions

beforeAll(async () => {
  editions = must(await loadEditions(join(project, 'editions')))
})

/** An inspection of the edition with nothing in it yet. */
async function registerInspection(own: Shell): Promise<void> {
  await own.database.insertInto('service').values({ service_id: 'northmoor', name: 'Northmoor' }).execute()
  const inspection = { inspection_id: northmoor, service_id: 'northmoor', edition_id: 'yos-2021' }
  await own.database
    .insertInto('inspection')
    .values({ ...inspection, made_up: true, imported_at: testNow })
    .execute()
}

const form = (version: number, strength: string) => ({
  standard: '2.1',
  version,
  strengths: [strength],
  areasForImprovement: ['One to fix.'],
})

async function auditOf(own: Shell, action: string) {
  return own.database
    .selectFrom('audit_event')
    .select(['actor', 'inspection_id', 'subject', 'before', 'after'])
    .where('action', '=', action)
    .orderBy('audit_event_id')
    .execute()
}

describe('saving the findings of one standard', () => {
  beforeEach(() => registerInspection(shell()))

  test('stores them in their order with who, when and the next version', async () => {
    must(await saveStandardFindings(shell(), editions, northmoor, form(0, 'First.')))
    expect(await listFindings(shell().database, northmoor)).toEqual([
      { ...form(1, 'First.'), savedAt: testNow, savedBy: 'test' },
    ])
    must(await saveStandardFindings(shell(), editions, northmoor, form(1, 'Second.')))
    expect(await listFindings(shell().database, northmoor)).toMatchObject([form(2, 'Second.')])
  })

  test('is audited with what was there before and after', async () => {
    must(await saveStandardFindings(shell(), editions, northmoor, form(0, 'First.')))
    must(await saveStandardFindings(shell(), editions, northmoor, form(1, 'Second.')))
    expect(await auditOf(shell(), 'inspection.save-findings')).toMatchObject([
      { actor: 'test', inspection_id: northmoor, subject: '2.1', before: null },
      { before: { strengths: ['First.'] }, after: { strengths: ['Second.'] } },
    ])
  })

  test('refuses a writer who has not seen the latest, and changes nothing', async () => {
    must(await saveStandardFindings(shell(), editions, northmoor, form(0, 'First.')))
    const stale = await saveStandardFindings(shell(), editions, northmoor, form(0, 'Late.'))
    expect(stale).toMatchObject({ ok: false, problems: [{ code: 'findings.changed-meanwhile' }] })
    expect(stale.ok ? '' : stale.problems[0].text).toContain(
      'test changed the findings of standard 2.1 on 1 June 2026 at 10am',
    )
    expect(await listFindings(shell().database, northmoor)).toMatchObject([form(1, 'First.')])
    expect(await auditOf(shell(), 'inspection.save-findings')).toHaveLength(1)
  })

  test('refuses a standard that is not in the edition and an inspection that does not exist', async () => {
    const unknown = await saveStandardFindings(shell(), editions, northmoor, {
      ...form(0, 'x'),
      standard: '9.9',
    })
    expect(unknown).toMatchObject({ ok: false, problems: [{ code: 'findings.standard-not-found' }] })
    const nowhere = await saveStandardFindings(shell(), editions, 'nowhere-2020', form(0, 'x'))
    expect(nowhere).toMatchObject({ ok: false, problems: [{ code: 'inspection.not-found' }] })
  })

  test('by two at the same moment keeps one and refuses the other', async () => {
    const { shell: own, remove } = await clonedShell()
    await registerInspection(own)
    const both = await Promise.all(
      ['One.', 'Other.'].map((text) => saveStandardFindings(own, editions, northmoor, form(0, text))),
    )
    const [stored] = await listFindings(own.database, northmoor)
    await remove()
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(stored).toMatchObject(form(1, both[0]?.ok ? 'One.' : 'Other.'))
  })
})

describe('importing findings', () => {
  beforeEach(() => registerInspection(shell()))

  test('replaces what was there, also for standards that are not in the file', async () => {
    must(await loadDemonstrationFindings(shell(), editions, demonstration))
    const input = {
      inspection: northmoor,
      findings: [{ standard: '2.1', strengths: ['Only this.'], areasForImprovement: [] }],
      recommendations: [{ owner: 'The board', text: 'Act.' }],
    }
    must(await importFindings(shell(), editions, northmoor, input))
    const stored = await listFindings(shell().database, northmoor)
    expect(
      stored.flatMap(({ strengths, areasForImprovement }) => [...strengths, ...areasForImprovement]),
    ).toEqual(['Only this.'])
    expect(stored.every(({ version }) => version === 2)).toBe(true)
    expect(await listRecommendations(shell().database, northmoor)).toMatchObject([
      { owner: 'The board', text: 'Act.' },
    ])
  })

  test('refuses the whole file where one standard is unknown', async () => {
    const none = { strengths: ['x'], areasForImprovement: [] }
    const input = {
      inspection: northmoor,
      findings: [
        { standard: '2.1', ...none },
        { standard: '7.7', ...none },
      ],
      recommendations: [],
    }
    const refused = await importFindings(shell(), editions, northmoor, input)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'findings.standard-not-found' }] })
    expect(await listFindings(shell().database, northmoor)).toEqual([])
  })
})

describe('the report of a stored inspection', () => {
  beforeEach(async () => {
    must(await loadDemonstration(shell(), editions, demonstration))
  })

  test('of the demonstration is filled from its findings, which load once however often', async () => {
    expect(must(await loadDemonstrationFindings(shell(), editions, demonstration))).toBe(13)
    expect(must(await loadDemonstrationFindings(shell(), editions, demonstration))).toBe(0)
    const report = JSON.stringify(must(await loadReport(shell(), editions, northmoor)))
    expect(report).not.toContain('No findings have been written')
    expect(report).toContain('Name a deputy for each officer')
    expect(await auditOf(shell(), 'inspection.import-findings')).toHaveLength(1)
  })

  test('is refused if there is none', async () => {
    const refused = await loadReport(shell(), editions, 'nowhere-2020')
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'inspection.not-found' }] })
  })

  test('of a published inspection points to its source', async () => {
    const report = JSON.stringify(must(await loadReport(shell(), editions, 'dudley-2019-06')))
    expect(report).toContain(
      'It is in the published report: An inspection of youth offending services in Dudley',
    )
    expect(report).toContain('Only whole percentages were published.')
  })
})
