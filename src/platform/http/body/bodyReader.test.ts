import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { bodyBudget } from './bodyBudget.ts'
import { bodyReader } from './bodyReader.ts'

const ten = () => Readable.from([Buffer.alloc(5, 'a'), Buffer.alloc(5, 'b')], { objectMode: false })

describe('a body', () => {
  test('is read as far as is allowed, and not a byte further', async () => {
    const share = bodyBudget(100).open()
    expect(await bodyReader(ten(), undefined, share).read(10)).toMatchObject({ ok: true })
    const refused = await bodyReader(ten(), undefined, share).read(9)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'request.too-large' }] })
  })

  test('whose announced length is too large is refused before any of it is read', async () => {
    const stream = ten()
    const refused = await bodyReader(stream, 10, bodyBudget(100).open()).read(9)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'request.too-large' }] })
    expect(stream.readableDidRead).toBe(false)
  })

  test('waits its turn while others fill the memory, and is read once they are answered', async () => {
    const budget = bodyBudget(15)
    const first = budget.open()
    expect((await bodyReader(ten(), undefined, first).read(10)).ok).toBe(true)
    const second = budget.open()
    const busy = await bodyReader(ten(), undefined, second).read(10)
    expect(busy).toMatchObject({ ok: false, problems: [{ code: 'request.busy' }] })
    second.release()
    first.release()
    expect((await bodyReader(ten(), undefined, budget.open()).read(10)).ok).toBe(true)
  })
})
