import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problem } from './problems.ts'
import { readJson } from './readJson.ts'
import { unlessProblems } from './result.ts'
import { mostFieldLength } from './textLimits.ts'

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
    ['a list that never ends', '[1', 'file.not-json'],
    ['a group that never ends', '{"a": 1', 'file.not-json'],
    ['a name without a colon', '{"a" 1}', 'file.not-json'],
    ['a name that never ends', '{"a', 'file.not-json'],
    ['a text that ends in a backslash', '"a\\\\\\"', 'file.not-json'],
    ['half an emoji in a name', '{"\\ud83d": 1}', 'json.text-unstorable'],
    ['a text that never ends', '"yes', 'file.not-json'],
    ['half an emoji', '"\\ud83d"', 'json.text-unstorable'],
    ['a NUL', '["a\\u0000b"]', 'json.text-unstorable'],
    ['a NUL in a name', '{"a\\u0000b": 1}', 'json.text-unstorable'],
    ['a name of the language itself', '{"__proto__": {"yes": 1}}', 'json.key-reserved'],
    ['a number with more digits than can be stored', '9007199254740993', 'json.number-inexact'],
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
    '0.000',
    '0.0e5',
    '-0e-7',
    '0e999',
    '0.00120',
    '1002003',
    '10.0200',
    '120e-1',
    '1e-7',
    '1.5e-3',
    '-1.5E-3',
  ])('reads the number %s', (text) => {
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  test.each([
    ['lists', '['.repeat(200_000)],
    ['groups', '{"a":'.repeat(200_000)],
  ])('refuses %s nested ever deeper, and does not run out of stack', (_, text) => {
    expect(codes(text)).toEqual(['json.too-deep'])
  })

  test.each([
    ['lists', (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['groups', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ])('%s may be nested 64 deep and no deeper', (_, nested) => {
    expect(codes(nested(64))).toEqual([])
    expect(codes(nested(65))).toEqual(['json.too-deep'])
  })

  test.each([
    ['as long as any field', mostFieldLength, []],
    ['longer than any field', mostFieldLength + 1, ['text.too-long']],
  ])('a text %s', (_, length, expected) => {
    expect(codes(`"${'a'.repeat(length)}"`)).toEqual(expected)
  })

  test.each([
    ['400 characters', `0.${'0'.repeat(398)}`, []],
    ['401 characters', `0.${'0'.repeat(399)}`, ['json.number-inexact']],
  ])('a number of %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  test('each fault is the problem of the catalogue, with what was found and its place', () => {
    const long = 'a'.repeat(mostFieldLength + 1)
    const digits = '1'.repeat(50)
    const read = readJson(`["${long}",\n${digits},\n{"__proto__": "a\\u0000", "b": 1, "b": 2}]`, {
      file: 'it',
    })
    const at = (line: number, column: number, path: string) => ({ file: 'it', line, column, path })
    expect(read).toEqual({
      ok: false,
      problems: [
        problem('text.too-long', { count: mostFieldLength + 1, limit: mostFieldLength }, at(1, 2, '[0]')),
        problem('json.number-inexact', { value: digits.slice(0, 40) }, at(2, 1, '[1]')),
        problem(
          'json.key-reserved',
          { field: '__proto__' },
          { ...at(3, 2, '[2].__proto__'), field: '__proto__' },
        ),
        problem('json.text-unstorable', {}, at(3, 15, '[2].__proto__')),
        problem('json.key-twice', { field: 'b' }, { ...at(3, 34, '[2].b'), field: 'b' }),
      ],
    })
  })

  test('a fault outside any member has no path, and one inside another file has the path of both', () => {
    const paths = (text: string, path?: string) => {
      const read = readJson(text, path === undefined ? {} : { path })
      return read.ok ? [] : read.problems.map(({ place }) => place)
    }
    expect(paths('[1] 2')).toEqual([{ line: 1, column: 5 }])
    expect(paths('9007199254740993', 'rules')).toEqual([{ path: 'rules', line: 1, column: 1 }])
    expect(paths('[9007199254740993]', 'rules')).toEqual([{ path: 'rules[0]', line: 1, column: 2 }])
  })

  test('what is missing at the end is said to be missing, not wrong', () => {
    const said = (text: string) => {
      const read = readJson(text)
      return read.ok ? '' : read.problems[0]?.text
    }
    expect(said('[')).toBe(said('{"a":'))
    expect(said('[')).not.toBe(said('[yes]'))
  })

  test('a file may have more problems than a call may have arguments', () => {
    const problems = Array.from({ length: 300_000 }, () => problem('json.too-deep', {}))
    expect(unlessProblems(problems, () => null)).toMatchObject({ ok: false, problems: { length: 300_000 } })
  })

  test('says the first hundred faults of a file that has one in every place', () => {
    expect(codes(`[${'"\\u0000",'.repeat(5000)}1]`)).toHaveLength(100)
    expect(codes(`[${'12345678901234567890,'.repeat(5000)}1]`)).toHaveLength(100)
    expect(codes(`{${'"a": 1,'.repeat(5000)}"a": 1}`)).toHaveLength(100)
  })
})
