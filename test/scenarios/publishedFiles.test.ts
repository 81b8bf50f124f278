/** The files of a published report are made once, however many people ask, and never served when they are old. */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadEditions } from '../../src/app/framework/editions.ts'
import { saveStage } from '../../src/app/people/access/rights.queries.ts'
import { reportFileRoutes } from '../../src/app/report/files/reportFileRoutes.ts'
import { reportLoader } from '../../src/app/report/loadReport.ts'
import type { PdfPrinter } from '../../src/app/report/pdf/pdfPrinter.ts'
import { done } from '../../src/core/kernel/result.ts'
import { recordAudit } from '../../src/platform/audit.queries.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import { kyselyOn } from '../../src/platform/database/kyselyOn.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { cloneDatabase } from '../support/database.ts'
import { must } from '../support/demonstrationReports.ts'
import { noVisit } from '../support/visit.ts'

const inspection = 'northmoor-2024-06'
const editions = must(await loadEditions(join(import.meta.dirname, '../../editions')))

let shell: Shell
let database: Connection
let remove: () => Promise<void>

beforeAll(async () => {
  const clone = await cloneDatabase('demonstration')
  // Fewer connections than requests: one that is occupied while a PDF is made would be missed at once.
  database = kyselyOn(clone.connection, 2)
  shell = makeShell(database, { name: 'test' })
  remove = async () => {
    await database.destroy()
    await clone.remove()
  }
}, 120_000)
afterAll(() => remove?.())

beforeEach(async () => {
  await database.deleteFrom('published_file').execute()
  await moveTo('published')
})

async function moveTo(stage: 'report' | 'published'): Promise<void> {
  await shell.transact(async (tx) => {
    await saveStage(tx, inspection, stage)
    const change = {
      before: { stage: 'report' },
      after: { stage },
      reason: null,
      inspectionId: inspection,
    } as const
    await recordAudit(tx, shell, { action: 'inspection.change-stage', subject: inspection, ...change })
    return done(null)
  })
}

/** A server's routes with a printer that counts, and answers when it is let. */
function printing() {
  const gate = Promise.withResolvers<void>()
  let count = 0
  const printer: PdfPrinter = {
    print: async (report) => {
      count += 1
      await gate.promise
      return done(Buffer.from(`PDF ${count} of ${report.service}`))
    },
    close: async () => undefined,
  }
  const routes = reportFileRoutes(reportLoader(editions), printer)
  const ask = async (headers: Readonly<Record<string, string>> = {}) => {
    const route = routes.find(({ path }) => path.endsWith('/report.pdf'))
    if (route === undefined) throw new Error('there is no PDF')
    return route.handle(
      { params: { inspection }, headers, query: {}, body: {}, files: [], json: undefined, visit: noVisit },
      shell,
    )
  }
  return { ask, release: () => gate.resolve(), count: () => count }
}

/** What a reply holds, as text. */
function bodyOf(reply: Awaited<ReturnType<ReturnType<typeof printing>['ask']>>): string {
  return reply.kind === 'file' ? String(reply.body) : JSON.stringify(reply)
}

test('forty who ask at once are answered by one typesetting, while others read and write', async () => {
  const { ask, release, count } = printing()
  const asked = Array.from({ length: 40 }, () => ask())
  await expect.poll(count).toBe(1)
  const saved = await shell.transact(async (tx) => {
    await tx.updateTable('recommendation').set({ saved_by: 'Somebody' }).execute()
    return done(await tx.selectFrom('inspection').select('inspection_id').execute())
  })
  expect(must(saved).length).toBeGreaterThan(1)
  release()
  const replies = await Promise.all(asked)
  expect(new Set(replies.map(bodyOf))).toEqual(new Set(['PDF 1 of Northmoor Youth Justice Service']))
  expect(count()).toBe(1)
})

test('what was made is served after a restart, and nothing is sent to a browser that already has it', async () => {
  const before = printing()
  before.release()
  const made = await before.ask()
  const after = printing()
  expect(bodyOf(await after.ask())).toBe(bodyOf(made))
  const etag = made.kind === 'file' ? (made.etag ?? '') : ''
  expect(await after.ask({ 'if-none-match': `"other", W/${etag}` })).toEqual({
    kind: 'unchanged',
    etag,
    isPublic: true,
  })
  expect(after.count()).toBe(0)
})

test('a report that was changed is made again, with another mark', async () => {
  const { ask, release, count } = printing()
  release()
  const old = await ask()
  await database.updateTable('standard_finding').set({ text: 'Other words.' }).execute()
  const fresh = await ask({ 'if-none-match': old.kind === 'file' ? (old.etag ?? '') : '' })
  expect(bodyOf(fresh)).toContain('PDF 2')
  expect(count()).toBe(2)
  // The old one is no longer stored.
  expect(await database.selectFrom('published_file').select('name').execute()).toHaveLength(1)
})

test('a draft is made when it is asked for, and not stored', async () => {
  await moveTo('report')
  const { ask, release, count } = printing()
  const both = [ask(), ask()]
  release()
  const replies = await Promise.all(both)
  expect(replies.map((reply) => 'isPublic' in reply && reply.isPublic)).toEqual([false, false])
  await ask()
  expect(count()).toBeGreaterThan(1)
  expect(await database.selectFrom('published_file').select('name').execute()).toEqual([])
})
