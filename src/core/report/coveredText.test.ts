import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coveredText, missingCharacters, missingMark, missingText } from './coveredText.ts'

const typeface = (text: string): ReadonlySet<number> =>
  new Set([...text].map((character) => character.codePointAt(0) ?? 0))

const latin = typeface(' -.abcdeé\u0301□')
const bengali = typeface('বাংলা \u0301')
const both = [latin, bengali]

describe('what the typefaces have is printed as it is', () => {
  test.each([
    ['in the first typeface', 'abc'],
    ['in another', 'বাংলা'],
    ['in both, one after the other', 'abc বাংলা'],
    ['line ends and tabs', 'a\n\tb'],
    ['an accent on its letter', 'e\u0301'],
    ['joiners and selectors, which have no shape', 'a\u200Db\uFE0F'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(coveredText(text, both)).toBe(text)
    expect(missingCharacters(text, both)).toEqual([])
  })

  test('line ends of two characters as one, and marks that nobody sees left out', () => {
    expect(coveredText('a\r\nb\u200Bc\u2060d\uFEFFe', both)).toBe('a\nbcde')
    expect(missingCharacters('a\r\nb\u200Bc', both)).toEqual([])
  })
})

describe('a mark is printed for what no single typeface has', () => {
  test.each([
    ['a character', 'a👍b', `a${missingMark}b`, ['👍']],
    ['an emoji of several characters', 'a👩‍👧b', `a${missingMark}b`, ['👩‍👧']],
    [
      'a letter and its accent, of which the second typeface has only the accent',
      'x\u0301',
      missingMark,
      ['x\u0301'],
    ],
    ['a letter and an accent of two typefaces', 'ব\u0301a', 'ব\u0301a', []],
    ['one that acts on the printer', 'a\u202Eb', `a${missingMark}b`, ['\u202E']],
    ['one without a meaning, though a typeface has it', 'a\uE000b', `a${missingMark}b`, ['\uE000']],
    ['one that no standard has yet', 'a\u{E0FFF}b', `a${missingMark}b`, ['\u{E0FFF}']],
    ['a carriage return without a line feed', 'a\rb', `a${missingMark}b`, ['\r']],
    [
      'an accent on a space, and a missing word',
      ' \u0302 xyz',
      `${missingMark} ${missingMark.repeat(3)}`,
      [' \u0302', 'x', 'y', 'z'],
    ],
    ['the same twice, once in the list', 'x a x', `${missingMark} a ${missingMark}`, ['x']],
  ])('%s', (_, text, printed, missing) => {
    const typefaces = [new Set([...latin, 0xe000, 0x202e]), bengali]
    expect(coveredText(text, typefaces)).toBe(printed)
    expect(missingCharacters(text, typefaces)).toEqual(missing)
  })

  test('and for everything if there is no typeface', () => {
    expect(coveredText('ab', [])).toBe(missingMark.repeat(2))
    expect(missingCharacters('ab', [])).toEqual(['a', 'b'])
  })
})

describe('the missing characters in a sentence', () => {
  test.each([
    [[], null],
    [['👍'], '👍 (U+1F44D)'],
    [['x\u0301', 'é'], 'x\u0301 (U+0078 U+0301), é (U+00E9)'],
    [['\u202E'], 'U+202E'],
    [['a\u202E'], 'U+0061 U+202E'],
  ])('%j', (missing, words) => {
    expect(missingText(missing)).toBe(words)
  })

  test('are ten at most, and the number of the others', () => {
    const eleven = [...'abcdefghijk']
    expect(missingText(eleven.slice(0, 10))).not.toContain('more')
    expect(missingText(eleven)).toContain('j (U+006A) and 1 more')
    expect(missingText([...eleven, 'l'])).toContain(' and 2 more')
  })
})

describe('always', () => {
  const unit = fc.constantFrom(
    'a',
    'é',
    'e',
    '\u0301',
    ' ',
    '\n',
    '\r',
    'ব',
    'x',
    '👍',
    '\u200D',
    '\u202E',
    '\uE000',
  )

  test('what is printed is covered, and printing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const printed = coveredText(text, both)
        expect(missingCharacters(printed, both)).toEqual([])
        expect(coveredText(printed, both)).toBe(printed)
      }),
    )
  })
})
