/**
 * Serves the product, and on the same HTTP stack one route that inserts a row and does nothing else, with a database of
 * its own. Prints both addresses, the tokens and the questions as one line of JSON.
 */
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { fieldworkAudit } from '../src/app/fieldwork/audit.ts'
import { placeOf } from '../src/app/layout/placeOf.ts'
import { programRole } from '../src/platform/database/leastRights.ts'
import type { Access } from '../src/platform/http/access.ts'
import type { Route } from '../src/platform/http/route.ts'
import { buildServer } from '../src/platform/http/server.ts'
import { asOwner } from '../test/support/database.ts'
import { tokenOf } from '../test/support/fieldwork.ts'
import { inspection, startDemonstration } from './demonstrationServer.ts'

const ours = await startDemonstration()
const { shell, settings } = ours
const { database } = shell
await asOwner(
  ours.owner,
  `create table naive_answer (
    id bigint generated always as identity primary key, case_id text, question_id text, answer text, at timestamptz
  );
  grant insert on naive_answer to ${programRole}`,
)

const naive = await buildServer({
  application: {
    routes: [naiveRoute()],
    permissions: ['page.read'],
    refusalTitles: new Map(),
    auditActions: fieldworkAudit,
    placeOf,
    barOf: async () => () => false,
    layoutFor: () => ({}),
    problemPage: () => ({ template: 'layout/problemPage.njk', model: {} }),
    refusedFormPage: () => ({ kind: 'page', template: 'layout/problemPage.njk', model: {} }),
  },
  access: everybody(),
  database,
  settings,
  projectFolder: join(import.meta.dirname, '..'),
})
const { rows: questions } = await sql<{ caseId: string; question: string }>`
  select case_id as "caseId", question_id as question from case_answer
  where inspection_id = ${inspection} order by 1, 2`.execute(database)
const tokens = []
for (const mailbox of ['lead', 'inspector', 'assistant-inspector', 'local-assessor']) {
  tokens.push(await tokenOf(shell, `${mailbox}@northmoor.example`))
}
const naiveAddress = await naive.listen({ host: '127.0.0.1', port: 0 })
console.log(JSON.stringify({ ours: ours.address, naive: naiveAddress, tokens, questions, inspection }))

process.on('SIGTERM', async () => {
  await naive.close()
  await ours.close()
  process.exit(0)
})

function naiveRoute(): Route {
  return {
    method: 'PUT',
    path: '/api/v1/inspections/:inspection/cases/:case/answers/:question',
    permission: 'page.read',
    audit: 'case.answer',
    handle: async ({ params, json }) => {
      const { case: caseId, question } = params
      const { answer } = z.object({ answer: z.string() }).parse(json)
      await sql`insert into naive_answer (case_id, question_id, answer, at)
        values (${caseId}, ${question}, ${answer}, now())`.execute(database)
      return { kind: 'json', body: { answer } }
    },
  }
}

function everybody(): Access {
  const actor = { name: 'somebody' }
  return {
    callerOf: async () => ({ actor, mayDo: async () => ({ allowed: true }) }),
    knowsBrowser: async () => false,
    saveForm: async () => false,
    filesOfSavedForm: async () => [],
    removeSavedForm: async () => undefined,
  }
}
