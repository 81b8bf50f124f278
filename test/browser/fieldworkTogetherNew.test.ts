/**
 * A whole inspection in Chromium: announced, its case list sent, its sample drawn and allocated; then carried out by
 * four people at once, with conflicts, a lost network and a server that is killed; signed, exported and rated.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type KillableServer, startKillableServer } from '../support/killableServer.ts'
import { allocateAndBegin, announce, drawSample, sendCaseList } from './together/fromListToFieldwork.ts'
import { meet, type Person } from './together/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-together-'))
let browser: Browser
let server: KillableServer

beforeAll(async () => {
  server = await startKillableServer(folder)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('from the register to 38 open cases nobody has to guess the next step', async () => {
  const head = await meet(browser, server, 'head-of-programme')
  await announce(head, {
    lead: 'Lead inspector',
    inspector: 'Inspector',
    'assistant-inspector': 'Assistant inspector',
    'local-assessor': 'Local assessor',
    'quality-lead': 'Quality lead',
    'evidence-coordinator': 'Evidence coordinator',
  })
  await sendCaseList(await meet(browser, server, 'evidence-coordinator'))
  const lead = await meet(browser, server, 'lead')
  await drawSample(lead, { court: 24, 'out-of-court': 14, resettlement: 0 })
  await allocateAndBegin(
    lead,
    ['lead', 'inspector', 'assistant-inspector', 'local-assessor'].map((mailbox) => ({
      mailbox,
      name: mailbox,
      isLocal: mailbox === 'local-assessor',
    })),
  )
})
