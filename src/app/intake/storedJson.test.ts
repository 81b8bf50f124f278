import { expect, test } from 'vitest'
import { faultyReading } from './storedJson.ts'

const reading = {
  today: '2026-06-01',
  headingRow: 1,
  headings: ['Case reference'],
  places: [],
  carried: [],
  leftOut: [],
  faults: 1,
}
const problem = { code: 'intake.formula-cell', text: 'The cell contains a formula.', place: { row: 2 } }
const action = 'Replace it with its value.'

test.each([
  ['action', { ...problem, action }],
  ['mend, as earlier versions did', { ...problem, mend: action }],
])('a waiting list is read that calls what to do %s', (_name, stored) => {
  expect(faultyReading.parse({ ...reading, problems: [stored] }).problems).toEqual([
    { ...problem, status: 422, action },
  ])
})

test('a waiting list with a problem that does not say what to do is refused', () => {
  expect(faultyReading.safeParse({ ...reading, problems: [problem] }).success).toBe(false)
})
