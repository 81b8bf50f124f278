import { describe, expect, test } from 'vitest'
import { problem } from './problems.ts'
import { lengthProblems, mostFieldLength, textLimits, textProblems } from './textLimits.ts'

const tooLong = (count: number) =>
  problem('text.too-long', { count, limit: textLimits.name }, { field: 'name' })

describe('a text as long as its limit is accepted, and one character more is refused', () => {
  test.each([
    ['at the limit', 'a'.repeat(textLimits.name), []],
    ['one more', 'a'.repeat(textLimits.name + 1), [tooLong(textLimits.name + 1)]],
    ['line ends of two characters count once', '\r\n'.repeat(textLimits.name), []],
    ['one line end more', '\r\n'.repeat(textLimits.name + 1), [tooLong(textLimits.name + 1)]],
    ['nothing', null, []],
  ])('%s', (_, text, problems) => {
    expect(lengthProblems(text, 'name', { field: 'name' })).toEqual(problems)
  })
})

test('a text that is missing is a problem of its own', () => {
  const missing = problem('file.not-json', { fault: 'nothing' }, { field: 'name' })
  expect(textProblems(' \n', 'name', missing)).toEqual([missing])
  expect(textProblems('Ann', 'name', missing)).toEqual([])
  expect(textProblems('a'.repeat(201), 'name', missing)).toEqual([tooLong(201)])
})

test('no field is refused before its page can refuse it', () => {
  expect(mostFieldLength).toBeGreaterThanOrEqual(2 * Math.max(...Object.values(textLimits)))
})
