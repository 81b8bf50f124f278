/** What everyone may read of an inspection once it is published: its words, its files and their names. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveStage } from '../../src/app/people/access/rights.queries.ts'
import { done } from '../../src/core/kernel/result.ts'
import { recordAudit } from '../../src/platform/audit.queries.ts'
import { makeShell } from '../../src/platform/shell.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
let server: TestServer
const of = (page: string) => `${server.address}/inspections/${inspection}${page}`

/** Twenty past midnight of 15 July in London. */
const publishedAt = new Date('2026-07-14T23:20:00Z')

beforeAll(async () => {
  server = await startTestServer()
  const shell = makeShell(server.shell.database, { name: 'test' }, () => publishedAt)
  await shell.transact(async (tx) => {
    await saveStage(tx, inspection, 'published')
    const change = { before: { stage: 'report' }, after: { stage: 'published' }, reason: null } as const
    const action = 'inspection.change-stage'
    await recordAudit(tx, shell, { action, inspectionId: inspection, subject: inspection, ...change })
    return done(null)
  })
}, 120_000)
afterAll(() => server?.close())

async function textOf(page: string): Promise<string> {
  const response = await fetch(of(page))
  expect([page, response.status]).toEqual([page, 200])
  return response.text()
}

describe('a published inspection', () => {
  test.each(['', '/report', '/annexe.csv'])('%s says nothing of a draft', async (page) => {
    expect(await textOf(page)).not.toMatch(/provisional|so far|draft|not published/i)
  })

  test('has the day in London on which it was published, as the audit log has it', async () => {
    expect(await textOf('')).toContain('15 July 2026')
    expect(await textOf('/report')).toMatch(/Published<\/dt><dd>15 July 2026/)
  })

  test('is sent to nobody who has it already, whether a cache or a browser', async () => {
    const first = await fetch(of('/report.pdf'))
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(of('/report.pdf'), { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
  })

  test.each([
    ['/report.pdf', 'inline; filename="northmoor-2024-06-report-published.pdf"'],
    ['/annexe.csv', 'attachment; filename="northmoor-2024-06-annexe-published.csv"'],
    [
      '/annexe.csv-metadata.json',
      'attachment; filename="northmoor-2024-06-annexe-published.csv-metadata.json"',
    ],
    ['/annexe.ods', 'attachment; filename="northmoor-2024-06-annexe-published.ods"'],
  ])('gives %s a name that says what it is', async (page, name) => {
    const { headers } = await fetch(of(page))
    expect(headers.get('content-disposition')).toBe(name)
  })
})
