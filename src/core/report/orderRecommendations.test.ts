import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Direction, inPrintedOrder, moveRecommendation } from './orderRecommendations.ts'
import type { Recommendation } from './reportSources.ts'

/** `ab` is recommendation b to owner a. */
const written = (words: string): readonly Recommendation[] =>
  words.split(' ').map((word) => ({ owner: word.slice(0, 1), text: word.slice(1) }))
const read = (recommendations: readonly Recommendation[]): string =>
  recommendations.map(({ owner, text }) => owner + text).join(' ')

function moved(words: string, one: string, direction: Direction): string {
  const recommendations = written(words)
  const found = recommendations.find(({ owner, text }) => owner + text === one)
  if (found === undefined) throw new Error(`no ${one} in ${words}`)
  return read(moveRecommendation(recommendations, found, direction))
}

describe('recommendations', () => {
  test('to one owner are together, owners as they are first named', () => {
    expect(read(inPrintedOrder(written('b1 a2 b3 a4 c5')))).toBe('b1 b3 a2 a4 c5')
  })

  test.each<[string, string, Direction, string]>([
    ['a1 a2 b3', 'a2', 'up', 'a2 a1 b3'],
    ['a1 a2 b3', 'a1', 'down', 'a2 a1 b3'],
    ['a1 a2 b3 b4', 'b3', 'up', 'b3 b4 a1 a2'],
    ['a1 a2 b3 b4', 'a2', 'down', 'b3 b4 a1 a2'],
    ['a1 a2 b3', 'a1', 'up', 'a1 a2 b3'],
    ['a1 a2 b3', 'b3', 'down', 'a1 a2 b3'],
    ['b1 a2 b3', 'b3', 'up', 'b3 b1 a2'],
  ])('%s: %s moved %s gives %s', (before, one, direction, after) => {
    expect(moved(before, one, direction)).toBe(after)
  })
})

describe('always', () => {
  const some = fc.array(fc.record({ owner: fc.constantFrom('a', 'b', 'c'), text: fc.string() }), {
    minLength: 1,
  })

  test('a move loses none and keeps each owner’s together', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.constantFrom<Direction>('up', 'down'), (list, pick, direction) => {
        const one = list[pick % list.length]
        if (one === undefined) return
        const after = moveRecommendation(list, one, direction)
        expect([...after].map((each) => list.indexOf(each)).toSorted((a, b) => a - b)).toEqual([
          ...list.keys(),
        ])
        expect(inPrintedOrder(after)).toEqual(after)
      }),
    )
  })
})
