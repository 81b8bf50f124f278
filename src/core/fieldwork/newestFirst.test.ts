import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newestFirst } from './newestFirst.ts'

const note = { kind: 'note', item: '2.1.1' } as const
const at = (time: string): string => `2026-06-01T${time}:00.000Z`

function version(number: number, time: string, ref: typeof note | { kind: 'note'; item: string } = note) {
  return { ...ref, version: number, after: number - 1, at: at(time) }
}

describe('a history', () => {
  test('has the newest first, over all entries', () => {
    const other = version(1, '10:30', { kind: 'note', item: '2.1.2' })
    const lines = [version(1, '10:00'), version(2, '11:00'), other]
    expect(newestFirst(lines).map((line) => line.at)).toEqual([at('11:00'), at('10:30'), at('10:00')])
  })

  test('keeps its versions in order where the clock was set back by an hour', () => {
    const lines = [version(1, '11:00'), version(2, '10:01'), version(3, '10:02')]
    expect(newestFirst(lines).map((line) => line.version)).toEqual([3, 2, 1])
  })

  test('shows a value in conflict above the version that its writer saw', () => {
    const kept = { ...note, version: null, after: 2, at: at('09:00') }
    const lines = [kept, version(1, '11:00'), version(2, '11:30'), version(3, '10:45')]
    expect(newestFirst(lines).map((line) => line.version)).toEqual([null, 3, 2, 1])
  })
})

test('of lines of the same time a conflicting value comes before the version that it conflicts with', () => {
  const kept = { ...note, version: null, after: 0, at: at('10:00') }
  const lines = [version(1, '10:00'), kept]
  expect(newestFirst(lines)).toEqual([kept, version(1, '10:00')])
  expect(newestFirst(lines.toReversed())).toEqual([kept, version(1, '10:00')])
})

test('a conflicting value moves no later version', () => {
  const kept = { ...note, version: null, after: 0, at: at('12:00') }
  const other = version(1, '11:00', { kind: 'note', item: '2.1.2' })
  const lines = [version(1, '10:00'), kept, version(2, '10:30'), other]
  expect(newestFirst(lines).map((line) => line.at)).toEqual([
    at('12:00'),
    at('11:00'),
    at('10:30'),
    at('10:00'),
  ])
})

describe('always', () => {
  test('whatever the clock says, no version comes above a later one of its entry', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(hours, (times) => {
        const lines = times.map((hour, index) => version(index + 1, `${String(hour).padStart(2, '0')}:00`))
        const order = newestFirst(lines).map((line) => line.version)
        expect(order).toEqual(lines.map((line) => line.version).toReversed())
      }),
    )
  })
})
