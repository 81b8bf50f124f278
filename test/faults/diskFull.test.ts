/**
 * The disk of the database fills up while inspectors save: what was acknowledged is there, what was refused is not, and
 * when there is room again work goes on; also where the database itself had to give up.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textLimits } from '../../src/core/kernel/textLimits.ts'
import { findPostmaster } from '../../src/platform/database/embedded/postmaster.ts'
import { asOwner } from '../support/database.ts'
import { cookieHeader, cookiesOf } from '../support/testServer.ts'
import { chanceOf } from './chance.ts'
import { caseAddress, type FieldworkBed, inspection, makeFieldworkBed, notes } from './fieldworkBed.ts'
import { expectNothingLost } from './ledger.ts'
import { type SavingInspectors, startSaving } from './savingInspectors.ts'
import { makeSmallDisk, type SmallDisk } from './smallDisk.ts'
import { freePort, startWeb, type WebProcess } from './webProcess.ts'

const longest = 600_000
let disk: SmallDisk
let bed: FieldworkBed
let web: WebProcess
let saving: SavingInspectors
let cookie = ''

beforeAll(async () => {
  disk = makeSmallDisk()
  const home = join(disk.folder, 'home')
  mkdirSync(home)
  bed = await makeFieldworkBed(home)
  cookie = cookieHeader(await cookiesOf(bed.shell(), 'inspector@northmoor.example'))
  web = await startWeb(bed.folder, await freePort(), bed.databaseUrl())
  const tokens = [...bed.tokens, ...bed.tokens, ...bed.tokens]
  saving = startSaving(() => web.address, tokens, notes, chanceOf('disk full'))
}, 600_000)

afterAll(async () => {
  try {
    await bed?.remove()
  } finally {
    disk?.remove()
  }
})

async function untilSaved(count: number): Promise<void> {
  const target = saving.acknowledged.length + count
  while (saving.acknowledged.length < target) await sleep(10)
}

/** The database's own log begins a file of its own, so that for a while only the tables want room. */
async function beginLogFile(): Promise<void> {
  await asOwner(bed.owner(), 'checkpoint')
  await asOwner(bed.owner(), 'select pg_switch_wal()')
  await untilSaved(5)
}

/** Sends a page of the case as a browser without JavaScript does. */
async function sendForm(note: string): Promise<Response> {
  const address = `${web.address}/inspections/${inspection}/cases/NM-C08/questions/2.1.1`
  const page = await fetch(address, { headers: { cookie } })
  const mark = /name="_form" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
  const fields = { _form: mark, 'seen:note:2.1.1': '0', 'value:note:2.1.1': note }
  const body = new URLSearchParams(fields)
  return fetch(address, { method: 'POST', headers: { cookie }, body, redirect: 'manual' })
}

test('no room for the tables, four times: reported honestly, and saving continues when there is room', {
  timeout: longest,
}, async ({ skip }) => {
  if (!disk.isReal) {
    console.log('disk full: only with a file system of their own can the tables be filled; the log is, below')
    skip()
  }
  for (let round = 1; round <= 4; round += 1) {
    await untilSaved(60)
    await beginLogFile()
    const { pid } = bed.postmaster().process
    disk.fill(pid)
    try {
      const refused = saving.notStored.length
      while (saving.notStored.length < refused + 40) await sleep(10)
      if (round === 1) await expectHonestPages()
    } finally {
      disk.free(pid)
    }
  }
  await untilSaved(60)
})

/** While the disk is full: reading works, and what is sent is refused in words that are true. */
async function expectHonestPages(): Promise<void> {
  const read = await fetch(web.address + caseAddress('NM-C01'), {
    headers: { authorization: `Bearer ${bed.tokens[0]}` },
  })
  expect(read.status).toBe(200)
  const page = await sendForm('x'.repeat(textLimits.note))
  expect(page.status).toBe(507)
  const text = await page.text()
  expect(text).toContain('This service is busy')
  expect(text).toContain('some or all of what you sent was not saved')
}

test('no room for the database’s own log: it gives up, and started again it has everything', {
  timeout: longest,
}, async () => {
  await untilSaved(60)
  const { pid } = bed.postmaster().process
  disk.fill(pid)
  await useUpLog()
  const repeated = saving.repeated()
  while (saving.repeated() < repeated + 24) await sleep(10)
  disk.free(pid)
  await bed.close()
  await bed.open()
  await untilSaved(100)
  await saving.stop()
  await expectNothingLost(bed.shell(), saving.acknowledged, 'disk full')
  const { rows } = await sql<{ there: number }>`select count(*) as there from entry_version
    where value = any(${saving.notStored})`.execute(bed.shell().database)
  console.log(`disk full: refused as not stored ${saving.notStored.length}, of them there ${rows[0]?.there}`)
  expect(rows[0]?.there).toBe(0)
})

/** Asks for one new file of the log after another, until the server cannot make one and ends. */
async function useUpLog(): Promise<void> {
  for (;;) {
    try {
      await asOwner(bed.owner(), 'select pg_switch_wal()')
      await sleep(50)
    } catch {
      if (findPostmaster(join(bed.folder, 'database')) === undefined) return
      await sleep(100)
    }
  }
}
