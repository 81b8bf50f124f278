import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { processQueue } from './processQueue.ts'

const script = new URL('../../../test/support/jobProcess.ts', import.meta.url)
const closings: (() => Promise<void>)[] = []
afterAll(() => Promise.all(closings.map((close) => close())))

type Answer = { readonly answer: string; readonly settings: readonly string[] }

function queue(changes: { readonly seconds?: number; readonly waiting?: number } = {}) {
  const made = processQueue<{ readonly job: string }, Answer>(script, {
    waiting: 2,
    memoryMegabytes: 250,
    seconds: 60,
    ...changes,
  })
  closings.push(made.close)
  return { ...made, run: (job: string) => made.run({ job }) }
}

describe('a queue of jobs for a process', () => {
  test('answers each job, in the order in which they came', async () => {
    const { run } = queue()
    const order: string[] = []
    const all = ['one', 'two', 'three'].map(async (job) => {
      const outcome = await run(job)
      order.push(job)
      return outcome
    })
    expect(await Promise.all(all)).toMatchObject(
      ['one', 'two', 'three'].map((answer) => ({ kind: 'done', value: { answer } })),
    )
    expect(order).toEqual(['one', 'two', 'three'])
  })

  test('turns a job away if too many wait, and takes the next when they are done', async () => {
    const { run } = queue({ waiting: 1 })
    const [first, second, third] = await Promise.all([run('one'), run('two'), run('three')])
    expect([first?.kind, second?.kind, third?.kind]).toEqual(['done', 'done', 'full'])
    expect(await run('four')).toMatchObject({ kind: 'done', value: { answer: 'four' } })
  })

  test('ends a job that never ends, and goes on with those that wait for it', async () => {
    const { run } = queue({ seconds: 8 })
    const [slow, next] = await Promise.all([run('loop'), run('next')])
    expect(slow).toEqual({ kind: 'stopped', for: 'time' })
    expect(next).toMatchObject({ kind: 'done', value: { answer: 'next' } })
  })

  test('ends a job that takes all memory, and goes on with those that wait for it', async () => {
    const { run } = queue()
    const [greedy, next] = await Promise.all([run('memory'), run('next')])
    expect(greedy).toEqual({ kind: 'stopped', for: 'memory' })
    expect(next).toMatchObject({ kind: 'done', value: { answer: 'next' } })
  })

  test('passes on that the process ended, and goes on in another', async () => {
    const { run } = queue()
    await expect(run('exit')).rejects.toThrow('its process ended with 3')
    expect(await run('next')).toMatchObject({ kind: 'done' })
  })

  test('tells the process none of the settings of ours, which hold secrets', async () => {
    const told = await queue().run('one')
    expect(told).toMatchObject({ kind: 'done', value: { settings: [] } })
  })

  test('rejects what is in it and what waits when it is closed', async () => {
    const { run, close } = queue()
    const both = [run('loop'), run('next')]
    const refused = Promise.allSettled(both)
    await close()
    expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  test('lets a command end as it should once it is closed', async () => {
    const command = `import { processQueue } from ${JSON.stringify(new URL('./processQueue.ts', import.meta.url).href)}
      const { run, close } = processQueue(new URL(${JSON.stringify(script.href)}), { waiting: 1, memoryMegabytes: 250, seconds: 60 })
      await run({ job: 'one' })
      await close()
      console.log('closed')`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', command])
    expect(stdout.trim()).toBe('closed')
  })
})
