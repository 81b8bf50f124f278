import { describe, expect, test } from 'vitest'
import { threadPool } from './threadPool.ts'

const script = new URL('../../../test/support/jobThread.ts', import.meta.url)

function pool(changes: { readonly seconds?: number; readonly waiting?: number } = {}) {
  const limits = { atOnce: 1, waiting: 2, memoryMegabytes: 64, seconds: 60, ...changes }
  return threadPool<string, string>(script, limits)
}

describe('a pool of threads', () => {
  test('answers each job, more than run at once included', async () => {
    const run = pool()
    const outcomes = await Promise.all([run('one'), run('two'), run('three')])
    expect(outcomes).toEqual(['one', 'two', 'three'].map((value) => ({ kind: 'done', value })))
  })

  test('turns a job away if too many wait, and takes the next when they are done', async () => {
    const run = pool({ waiting: 1 })
    const [first, second, third] = await Promise.all([run('one'), run('two'), run('three')])
    expect([first?.kind, second?.kind, third?.kind]).toEqual(['done', 'done', 'full'])
    expect(await run('four')).toEqual({ kind: 'done', value: 'four' })
  })

  test('ends a job that never ends, and goes on with the next', async () => {
    const run = pool({ seconds: 2 })
    expect(await run('loop')).toEqual({ kind: 'stopped', for: 'time' })
    expect((await pool()('one')).kind).toBe('done')
  })

  test('ends a job that takes all memory, and goes on with the next', async () => {
    const run = pool()
    expect(await run('memory')).toEqual({ kind: 'stopped', for: 'memory' })
    expect(await run('one')).toEqual({ kind: 'done', value: 'one' })
  })

  test('passes a bug on', async () => {
    const run = pool()
    await expect(run('fail')).rejects.toThrow('a bug')
    expect(await run('one')).toEqual({ kind: 'done', value: 'one' })
  })
})
