/** The embedded PostgreSQL ends by itself while the product runs: its owner starts it again, and pages answer. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findPostmaster, type Postmaster } from '../../src/platform/database/embedded/postmaster.ts'
import { temporaryHome } from '../support/temporaryHome.ts'
import { copyHome } from './copyHome.ts'
import { type Instance, startInstance } from './instances.ts'
import { removeHome } from './removeHome.ts'
import { freePort, startWeb, type WebProcess } from './webProcess.ts'

let folder: string
let data: string
let web: WebProcess | undefined
let instance: Instance | undefined

beforeEach(() => {
  folder = temporaryHome('database-ends')
  copyHome(folder)
  data = join(folder, 'database')
})
afterEach(async () => {
  await web?.kill()
  await instance?.end('SIGKILL')
  web = undefined
  instance = undefined
  await removeHome(folder)
})

function killServer(): Postmaster {
  const postmaster = findPostmaster(data)
  if (postmaster === undefined) return expect.fail('no server runs')
  process.kill(postmaster.process.pid, 'SIGKILL')
  return postmaster
}

/** Asks until the answer is as awaited; the test's own time limit ends what never comes. */
async function untilStatus(address: string, status: number): Promise<void> {
  for (;;) {
    const response = await fetch(`${address}/inspections`, { redirect: 'manual' })
    await response.text()
    if (response.status === status) return
    await sleep(50)
  }
}

test('kill -9 of only the database, three times: pages answer again without a restart', async () => {
  web = await startWeb(folder, await freePort())
  for (let round = 1; round <= 3; round += 1) {
    await untilStatus(web.address, 200)
    const killed = killServer()
    // A connection of the killed server may answer for a moment longer.
    while ([undefined, killed.process.pid].includes(findPostmaster(data)?.process.pid)) await sleep(50)
    await untilStatus(web.address, 200)
  }
  expect(web.process.exitCode).toBeNull()
})

test('it says so, and when stopped afterwards it stops the server that it started', async () => {
  instance = startInstance(folder)
  await instance.hears('ready')
  killServer()
  await instance.hears('The database stopped by itself. Starting it again.')
  await instance.hears('The database answers again.')
  expect(await instance.end('SIGTERM')).toBe(0)
  expect(findPostmaster(data)).toBeUndefined()
  expect(readFileSync(join(folder, 'database.log'), 'utf8').trimEnd()).toMatch(
    /database system is shut down$/,
  )
})

test('a second instance is still refused afterwards', async () => {
  instance = startInstance(folder)
  await instance.hears('ready')
  killServer()
  await instance.hears('The database answers again.')
  const second = startInstance(folder)
  await second.hears('refused database.in-use')
  await second.end('SIGKILL')
})

test('when stopped while the database is being started again, it ends and leaves none running', async () => {
  instance = startInstance(folder)
  await instance.hears('ready')
  killServer()
  await instance.hears('The database stopped by itself. Starting it again.')
  expect(await instance.end('SIGTERM')).toBe(0)
  expect(findPostmaster(data)).toBeUndefined()
})
