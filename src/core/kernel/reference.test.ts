import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareReferences,
  groupsBesidesCapitals,
  groupsOfSameReference,
  isSameName,
  normalReference,
  referenceFault,
} from './reference.ts'

describe('one case in two spellings that look the same is one case', () => {
  test.each([
    ['a no-break space', 'YJ 002', 'YJ\u00A0002'],
    ['a narrow no-break space', 'YJ 002', 'YJ\u202F002'],
    ['a thin space', 'YJ 002', 'YJ\u2009002'],
    ['an ideographic space', 'YJ 002', 'YJ\u3000002'],
    ['two spaces', 'YJ 002', 'YJ  002'],
    ['spaces at the ends', 'YJ 002', '\u00A0YJ 002 '],
    ['a zero width space', 'YJ002', 'YJ\u200B002'],
    ['a soft hyphen', 'YJ002', 'YJ\u00AD002'],
    ['a joiner', 'YJ002', 'YJ\u200D002'],
    ['a word joiner', 'YJ002', 'YJ\u2060002'],
    ['a byte order mark', 'YJ002', '\uFEFFYJ002'],
    ['a mark of direction', 'YJ002', '\u200EYJ002'],
    ['a variation selector', 'YJ002', 'YJ\uFE0F002'],
    ['a no-break hyphen', 'YJ-002', 'YJ\u2011002'],
    ['decomposed letters', 'T\u0177-01', 'Ty\u0302-01'],
  ])('%s', (_, one, other) => {
    expect(compareReferences(one, other)).toBe('same')
    expect(normalReference(one)).toBe(normalReference(other))
  })

  test('capitals only is reported, and everything else is another case', () => {
    expect(compareReferences('yj-002', 'YJ-002')).toBe('same-but-for-capitals')
    expect(compareReferences('Tŷ-01', 'TY\u0302-01')).toBe('same-but-for-capitals')
    expect(compareReferences('C01', 'C 01')).toBe('different')
    expect(compareReferences('0121', '121')).toBe('different')
  })

  test('a name is the same person’s whatever its capitals', () => {
    expect(isSameName('Amber  Madeup', 'amber\u00A0madeup')).toBe(true)
    expect(isSameName('Amber Madeup', 'Amba Madeup')).toBe(false)
  })

  test('groups', () => {
    const all = ['A 1', 'A\u00A01', 'a1', 'B', 'b', 'C', 'D-1', 'D–１', "E'1", 'E’1']
    expect(groupsOfSameReference(all, (each) => each)).toEqual([['A 1', 'A\u00A01']])
    expect(groupsBesidesCapitals(['A', 'A', '\u00A0A'], (each) => each)).toEqual([])
    expect(groupsBesidesCapitals(all, (each) => each)).toEqual([
      ['A 1', 'A\u00A01', 'a1'],
      ['B', 'b'],
      ['D-1', 'D–１'],
      ["E'1", 'E’1'],
    ])
  })
})

describe('what cannot be a reference', () => {
  test.each([
    ['', 'empty'],
    [' \u00A0\u200B', 'empty'],
    ['YJ\n1', 'line-break'],
    ['YJ\r1', 'line-break'],
    ['YJ\u20281', 'line-break'],
    ['YJ\u000B1', 'line-break'],
    ['YJ\u000C1', 'line-break'],
    ['YJ\u00851', 'line-break'],
    ['YJ\u00001', 'control-character'],
    ['YJ\u001B[31m1', 'control-character'],
    ['YJ\t1', 'control-character'],
    ['YJ\uD83D1', 'damaged-character'],
    ['YJ\uFFFD1', 'damaged-character'],
    ['=1+1', 'formula'],
    ['+cmd|x', 'formula'],
    ['-2+3', 'formula'],
    ['@SUM(A1)', 'formula'],
    ['\u200B=1+1', 'formula'],
  ])('%j: %s', (written, fault) => {
    expect(referenceFault(written)).toBe(fault)
  })

  test.each(['YJ-1', ' 123 ', 'V1', 'f1', '\nYJ1\r\n', 'Tŷ 01', '-5', 'a=b', 'YJ\u00A01'])(
    '%j can be one',
    (written) => {
      expect(referenceFault(written)).toBeUndefined()
    },
  )
})

describe('always', () => {
  const unit = fc.constantFrom(
    ...[
      'a',
      'A',
      'é',
      'e',
      '\u0301',
      ' ',
      '\u00A0',
      '\u200B',
      '\u00AD',
      '\uFE0F',
      '-',
      '\u2011',
      '\n',
      '한',
      'ᄒ',
    ],
  )
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit }))

  test('the normal form of a normal form is itself', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(normalReference(normalReference(written))).toBe(normalReference(written))
      }),
    )
  })

  test('two references are the same if and only if their normal forms are equal', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(compareReferences(one, other) === 'same').toBe(normalReference(one) === normalReference(other))
        expect(compareReferences(one, other)).toBe(compareReferences(other, one))
      }),
    )
  })

  test('a reference with a fault has it in whatever way it is compared', () => {
    fc.assert(
      fc.property(text, (written) => {
        if (referenceFault(written) !== undefined) return
        expect(referenceFault(normalReference(written))).toBeUndefined()
      }),
    )
  })
})
