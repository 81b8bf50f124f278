/** What the embedded PostgreSQL has to live through: kills, collisions, and what a reboot leaves behind. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { findPostmaster } from '../../src/platform/database/embedded/postmaster.ts'
import { temporaryHome } from '../support/temporaryHome.ts'
import { copyHome } from './copyHome.ts'
import { type Instance, startInstance } from './instances.ts'
import { removeHome } from './removeHome.ts'

let folder: string
let data: string
const started: Instance[] = []

beforeEach(() => {
  folder = temporaryHome('faults')
  data = join(folder, 'database')
})
afterEach(async () => {
  for (const instance of started.splice(0)) await instance.end('SIGKILL')
  await removeHome(folder)
})

function start(task?: 'rows'): Instance {
  const instance = startInstance(folder, task)
  started.push(instance)
  return instance
}

async function startReady(task?: 'rows'): Promise<Instance> {
  const instance = start(task)
  await instance.hears('ready')
  return instance
}

function lastAcknowledged(instance: Instance): number {
  return Number(instance.said.findLast((line) => line.startsWith('ack '))?.slice(4))
}

test('kill -9 in the middle of writing, five times over: the next start has every acknowledged row', async () => {
  copyHome(folder)
  let acknowledged = 0
  for (let round = 1; round <= 5; round += 1) {
    const instance = await startReady('rows')
    const [, count, last] = (await instance.hears('found')).split(' ').map(Number)
    // One row more than was acknowledged may be there: committed, and killed before it could be said.
    expect(count).toBe(last)
    expect(count).toBeGreaterThanOrEqual(acknowledged)
    await instance.hears(`ack ${Number(last) + 20}`)
    await instance.end('SIGKILL')
    acknowledged = lastAcknowledged(instance)
    expect(acknowledged).toBeGreaterThan(Number(last))
  }
})

test('kill -9 of the server and its owner: the next start recovers every acknowledged row', async () => {
  copyHome(folder)
  const instance = await startReady('rows')
  await instance.hears('ack 50')
  const postmaster = findPostmaster(data)
  if (postmaster === undefined) expect.unreachable('no server runs')
  process.kill(postmaster.process.pid, 'SIGKILL')
  await instance.end('SIGKILL')
  const [, count] = (await (await startReady()).hears('found')).split(' ').map(Number)
  expect(count).toBeGreaterThanOrEqual(lastAcknowledged(instance))
})

test('a second start while the first lives is refused with a clear message, and the first works on', async () => {
  copyHome(folder)
  const first = await startReady('rows')
  const second = start()
  expect(await second.hears('refused')).toMatch(
    /database\.in-use .* in use by another running Assay \(process \d+\)/,
  )
  const before = lastAcknowledged(first)
  await first.hears(`ack ${before + 20}`)
})

test('of three first starts at the same moment, one gets the database and the others are refused', async () => {
  const instances = [start(), start(), start()]
  const answers = await Promise.all(
    instances.map((instance) => Promise.any([instance.hears('ready'), instance.hears('refused')])),
  )
  expect(answers.filter((answer) => answer === 'ready')).toHaveLength(1)
  expect(answers.filter((answer) => answer.startsWith('refused database.in-use'))).toHaveLength(2)
})

test.each([150, 450])(
  'a kill %i ms into the making of the database leaves nothing that looks like one',
  async (ms) => {
    const killed = start()
    await killed.hears('Making the database')
    await sleep(ms)
    await killed.end('SIGKILL')
    const next = await startReady()
    expect(await next.end('SIGTERM')).toBe(0)
    expect(readdirSync(folder).filter((name) => name.includes('making'))).toEqual([])
  },
)

test('after a power cut, a number in postmaster.pid that now belongs to another program stops nothing', async () => {
  copyHome(folder)
  const instance = await startReady('rows')
  await instance.hears('ack 10')
  const file = join(data, 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  const postmaster = findPostmaster(data)
  if (postmaster === undefined) expect.unreachable('no server runs')
  process.kill(postmaster.process.pid, 'SIGKILL')
  await instance.end('SIGKILL')
  const stranger = spawn('sleep', ['60'])
  writeFileSync(file, [String(stranger.pid), ...lines.slice(1)].join('\n'))
  onTestFinished(() => void stranger.kill())
  await startReady()
  expect(stranger.exitCode).toBeNull()
})

test('when stopped, it stops its server in order and leaves nothing running', async () => {
  copyHome(folder)
  const instance = await startReady()
  expect(await instance.end('SIGTERM')).toBe(0)
  expect(findPostmaster(data)).toBeUndefined()
  expect(existsSync(join(data, 'postmaster.pid'))).toBe(false)
  expect(existsSync(join(folder, 'database.owner'))).toBe(false)
  expect(readFileSync(join(folder, 'database.log'), 'utf8')).toContain('database system is shut down')
})

test('a folder whose path is longer than a socket may have works all the same', async () => {
  const long = join(folder, 'a-folder-with-a-long-name-'.repeat(5))
  const instance = startInstance(long)
  started.push(instance)
  await instance.hears('ready')
  expect(await instance.end('SIGTERM')).toBe(0)
})
