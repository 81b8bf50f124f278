import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPrintable, printableJson, printableLines, printableText } from './printableText.ts'

test('what would act on a terminal is named', () => {
  expect(printableText('Example \u001b[31mred\u001b[0m \u202E.ecivreS')).toBe(
    'Example <U+001B>[31mred<U+001B>[0m <U+202E>.ecivreS',
  )
  expect(printableText('one\ntwo\u2028three\uD83D')).toBe('one<U+000A>two<U+2028>three<U+D83D>')
  expect(printableLines('one\ttwo\nthree\r\u0007')).toBe('one\ttwo\nthree<U+000D><U+0007>')
  expect(printableLines('one,two\r\nthree\r\r\n')).toBe('one,two\r\nthree<U+000D>\r\n')
})

test.each([
  ['Ynys Môn', true],
  ['', true],
  ['\u202EsnoM', false],
  ['Môn\u0007', false],
  ['M\u0007', false],
  ['one\ntwo', false],
])('%j is printable as it is: %s', (text, isSo) => {
  expect(isPrintable(text)).toBe(isSo)
})

test('a control character before a line feed is named all the same', () => {
  expect(printableLines('one\u0007\ntwo')).toBe('one<U+0007>\ntwo')
})

test('letters, signs and emoji stay as they are', () => {
  const text = 'Ynys Môn – “Tŷ” 👩‍👧 বাংলা'
  expect(printableText(text)).toBe(text)
})

test('nothing that acts is ever printed, and what is printable is not changed again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 12 }), (points) => {
      const printed = printableText(String.fromCodePoint(...points))
      expect(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(printed)).toBe(false)
      expect(printed.isWellFormed()).toBe(true)
      expect(printableText(printed)).toBe(printed)
    }),
  )
})

test('JSON that is printed reads back the same, and nothing in it acts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const printed = printableJson({ [text]: [text, '\u202E\u009B\u2028\u{E0001}'] })
      expect(JSON.parse(printed)).toEqual({ [text]: [text, '\u202E\u009B\u2028\u{E0001}'] })
      expect(printableLines(printed)).toBe(printed)
    }),
  )
})
