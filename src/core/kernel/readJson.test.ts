import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problem } from '../../platform/http/problems.ts'
import { readJson } from './readJson.ts'
import { unlessProblems } from './result.ts'

const codesAndPlaces = (text: string) => {
  const read = readJson(text)
  return read.ok
    ? []
    : read.problems.map(({ code, place: { line, column, path } }) => [code, line, column, path])
}
const codes = (text: string) => codesAndPlaces(text).map(([code]) => code)

/** Ordinary JSON: texts that a database holds, and no name that the reader reserves. */
const valid = fc
  .jsonValue()
  .map((value) => JSON.stringify(value))
  .filter((text) => !text.includes('"__proto__"'))

describe('strict JSON', () => {
  test('is read as the language reads it', () => {
    fc.assert(
      fc.property(valid, fc.constantFrom('', ' ', '\r\n\t'), (text, space) => {
        expect(readJson(`${space}${text}${space}`)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  test('refuses any name that is given twice, wherever it is', () => {
    fc.assert(
      fc.property(valid, valid, fc.constantFrom('yes', 'a b', '£', ''), (one, other, name) => {
        const twice = `{"before": 1, ${JSON.stringify(name)}: ${one}, "between": [], ${JSON.stringify(name)}: ${other}}`
        for (const text of [twice, `[${twice}]`, `{"in": {"side": ${twice}}}`]) {
          expect(codes(text)).toContain('json.key-twice')
        }
      }),
    )
  })

  test('refuses what the language refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123.-+eE tfn\\') }), (text) => {
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        const read = readJson(text)
        if (read.ok) expect(isJson).toBe(true)
        else if (isJson) expect(codes(text)).not.toContain('file.not-json')
      }),
      { numRuns: 1000 },
    )
  })

  test('names line, column and path of every fault', () => {
    const text = '{\r\n  "yes": 14, "yes": 4,\n  "of": [1,\r 12345678901234567890]\n}'
    expect(codesAndPlaces(text)).toEqual([
      ['json.key-twice', 2, 14, 'yes'],
      ['json.number-inexact', 4, 2, 'of[1]'],
    ])
  })

  test('a name written in two ways is the same name', () => {
    expect(codes('{"yes": 1, "\\u0079es": 2}')).toEqual(['json.key-twice'])
  })

  test.each([
    ['nothing', '', 'file.not-json'],
    ['NaN', '[NaN]', 'file.not-json'],
    ['Infinity', '-Infinity', 'file.not-json'],
    ['a nought before a number', '01', 'file.not-json'],
    ['a comma at the end', '[1,]', 'file.not-json'],
    ['a comment', '{} // done', 'file.not-json'],
    ['a line break in a text', '"a\nb"', 'file.not-json'],
    ['an unknown sequence in a text', '"\\x41"', 'file.not-json'],
    ['two values', '{} {}', 'file.not-json'],
    ['a text that never ends', '"yes', 'file.not-json'],
    ['half an emoji', '"\\ud83d"', 'json.text-unstorable'],
    ['a NUL', '["a\\u0000b"]', 'json.text-unstorable'],
    ['a NUL in a name', '{"a\\u0000b": 1}', 'json.text-unstorable'],
    ['a name of the language itself', '{"__proto__": {"yes": 1}}', 'json.key-reserved'],
    ['a number of more figures than are kept', '9007199254740993', 'json.number-inexact'],
    ['a fraction that would become another', '80.00000000000000001', 'json.number-inexact'],
    ['a fraction that would become a whole number', '79.99999999999999999', 'json.number-inexact'],
    ['a number that is too large', '1e999', 'json.number-inexact'],
    ['a number of which nothing is left', '1e-999', 'json.number-inexact'],
  ])('refuses %s', (_, text, code) => {
    expect(codes(text)).toEqual([code])
  })

  test.each([
    '9007199254740991',
    '-0',
    '0.1',
    '0.30000000000000004',
    '8e1',
    '0.8e2',
    '64.5',
    '1e21',
    '1.50',
    '100000000000000000000000',
    '1E+2',
  ])('reads the number %s', (text) => {
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  test.each([
    ['lists', '['.repeat(200_000)],
    ['groups', '{"a":'.repeat(200_000)],
  ])('refuses %s nested ever deeper, and does not run out of stack', (_, text) => {
    expect(codes(text)).toEqual(['json.too-deep'])
  })

  test('a file may have more problems than a call may have arguments', () => {
    const problems = Array.from({ length: 300_000 }, () => problem('request.malformed', {}))
    expect(unlessProblems(problems, () => null)).toMatchObject({ ok: false, problems: { length: 300_000 } })
  })

  test('says the first hundred faults of a file that has one in every place', () => {
    expect(codes(`[${'"\\u0000",'.repeat(5000)}1]`)).toHaveLength(100)
  })
})
