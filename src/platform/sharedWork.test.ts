import { describe, expect, test } from 'vitest'
import { shareNextWork, shareWork } from './sharedWork.ts'

/** Work that is counted, and that ends on request. */
function countedWork() {
  const open: PromiseWithResolvers<string>[] = []
  return {
    begin: () => {
      const own = Promise.withResolvers<string>()
      open.push(own)
      return own.promise
    },
    end: (at: number) => open[at]?.resolve(`work ${at}`),
    fail: (at: number) => open[at]?.reject(new Error('it failed')),
    count: () => open.length,
  }
}

describe('work whose key names all that it is made from', () => {
  test('is done once for all who ask while it is under way, and again for who asks later', async () => {
    const work = countedWork()
    const share = shareWork<string>()
    const three = [1, 2, 3].map(() => share('a', work.begin))
    const other = share('b', work.begin)
    work.end(0)
    work.end(1)
    expect(await Promise.all([...three, other])).toEqual(['work 0', 'work 0', 'work 0', 'work 1'])
    void share('a', work.begin)
    expect(work.count()).toBe(3)
  })
})

describe('work that reads what may change', () => {
  test('answers who asks while it is under way by the next, which all of them share', async () => {
    const work = countedWork()
    const share = shareNextWork<string>()
    const first = share('a', work.begin)
    const later = [1, 2, 3].map(() => share('a', work.begin))
    expect(work.count()).toBe(1)
    work.end(0)
    expect(await first).toBe('work 0')
    await expect.poll(() => work.count()).toBe(2)
    work.end(1)
    expect(await Promise.all(later)).toEqual(['work 1', 'work 1', 'work 1'])
  })

  test('is begun again after it failed', async () => {
    const work = countedWork()
    const share = shareNextWork<string>()
    const first = share('a', work.begin)
    const later = share('a', work.begin)
    work.fail(0)
    await expect(first).rejects.toThrow('it failed')
    await expect.poll(() => work.count()).toBe(2)
    work.end(1)
    expect(await later).toBe('work 1')
  })
})
