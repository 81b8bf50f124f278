import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fly } from './flight.ts'
import { seededChance } from './seededChance.ts'

const flights = fc.record({
  seed: fc.string(),
  rows: fc.integer({ min: 1, max: 12 }),
  units: fc.array(
    fc.record({
      share: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
      level: fc.nat(11),
    }),
    { maxLength: 150 },
  ),
})

describe('always', () => {
  test('every total stays, and no more shares stay open than there are rows', () => {
    fc.assert(
      fc.property(flights, ({ seed, rows, units }) => {
        const shares = units.map(({ share }) => share)
        const rowsOf = units.map(({ level }, unit) => [...new Set([level % rows, (level + unit) % rows])])
        const flown = fly(shares, rowsOf, rows, seededChance(seed))
        const totals = (of: readonly number[]) =>
          Array.from({ length: rows }, (_, row) =>
            of.reduce((sum, share, unit) => sum + (rowsOf[unit]?.includes(row) ? share : 0), 0),
          )
        for (const [row, total] of totals(flown).entries())
          expect(total).toBeCloseTo(totals(shares)[row] ?? -1, 9)
        expect(flown.filter((share) => share > 0 && share < 1).length).toBeLessThanOrEqual(rows)
        for (const share of flown) expect(share).toSatisfy((value: number) => value >= 0 && value <= 1)
      }),
    )
  })
})
