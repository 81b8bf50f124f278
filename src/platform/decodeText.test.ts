import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decodeText.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Buffer.from(text, 'latin1')

function textOf(content: Uint8Array) {
  const decoded = decodeText(content, 'list.csv')
  return decoded.ok ? decoded.value : { refused: decoded.problems[0].code, ...decoded.problems[0].place }
}

describe('read right', () => {
  const text = 'case_id,area\r\nTŷ-01,Ynys Môn\r\n'
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, little end first, without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('%s', (_, content) => {
    expect(textOf(content)).toEqual({ text, doubt: null })
  })

  test('Windows-1252, its letters, quotation marks and signs', () => {
    const content = Buffer.from('caf\xE9 \x93child\x92s\x94 \x80 5 M\xF4n CAF\xC9', 'latin1')
    expect(textOf(content)).toEqual({ text: 'café “child’s” € 5 Môn CAFÉ', doubt: null })
  })
})

describe('refused with the line', () => {
  test.each([
    [
      'two encodings',
      Buffer.concat([utf8('a\r\nTŷ-01\r\n'), latin('caf\xE9\r\n')]),
      'text.encodings-mixed',
      3,
    ],
    [
      'the other way round',
      Buffer.concat([latin('a\ncaf\xE9\n'), utf8('Tŷ-01\n')]),
      'text.encodings-mixed',
      2,
    ],
    [
      'a byte that its mark denies',
      Buffer.concat([utf8('\uFEFFa\ra\r'), latin('caf\xE9\r')]),
      'text.not-utf-8',
      3,
    ],
    ['half a character of UTF-16', Buffer.from('\uFEFFa\nb\uD83D\nc', 'utf16le'), 'text.not-utf-16', 2],
    ['a NUL', utf8('a,b\n1,\0\n'), 'text.nul', 2],
  ])('%s', (_, content, refused, line) => {
    expect(textOf(content)).toEqual({ refused, file: 'list.csv', line })
  })

  test('the byte is named', () => {
    const decoded = decodeText(Buffer.concat([utf8('ŷ '), latin('\xE9')]), 'list.csv')
    expect(decoded.ok ? '' : decoded.problems[0].text).toContain('byte E9')
  })

  test('UTF-32 is no UTF-16', () => {
    expect(textOf(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toMatchObject({
      refused: 'text.encoding-unknown',
    })
  })
})

describe('warned of', () => {
  test.each([
    ['Mac Roman', 'a\ncaf\x8E', 'a\ncafé', 'Mac Roman'],
    ['Mac Roman with an apostrophe', 'a\nchild\xD5s', 'a\nchild’s', 'Mac Roman'],
    ['Mac Roman in capitals', 'a\nCAF\x83', 'a\nCAFÉ', 'Mac Roman'],
    ['an old encoding of DOS', 'a\ncaf\x82', 'a\ncaf‚', 'Windows-1252'],
  ])('%s', (_, bytes, text, encoding) => {
    const read = textOf(latin(bytes))
    expect(read).toMatchObject({ text, doubt: { code: 'text.encoding-doubtful', place: { line: 2 } } })
    expect(JSON.stringify(read)).toContain(encoding)
  })
})

describe('letters that were encoded twice are warned of, with the line', () => {
  test.each([
    'cafÃ©',
    'Ynys MÃ´n',
    'childâ€™s',
    'Å´yn',
    'Â£5',
    'caf√©',
    'child‚Äôs',
    'a ï»¿b',
    'â‚¬5',
    'ï¿½',
  ])('%s', (written) => {
    expect(textOf(utf8(`a\n${written}\n`))).toMatchObject({
      text: `a\n${written}\n`,
      doubt: { code: 'text.encoded-twice', place: { line: 2 } },
    })
  })

  test.each(['“CAFÉ”', 'Â', 'SÃO', 'ŴYN – ÉTÉ’', '√2', '5 Ångström', 'à la “Ã la”'])(
    '%s is as it was written',
    (written) => {
      expect(textOf(utf8(written))).toEqual({ text: written, doubt: null })
    },
  )
})

describe('always, in Windows-1252', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ'
  const encoded = (text: string) => Buffer.from([...text].map((letter) => codes.get(letter) ?? 0x3f))
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [new TextDecoder('windows-1252').decode(Buffer.of(code)), code]),
  )

  test('words in small letters are read without a doubt', () => {
    const word = fc.array(fc.constantFrom(...letters), { minLength: 1 }).map((parts) => parts.join(''))
    const texts = fc.array(word, { minLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(texts, (text) => {
        expect(textOf(encoded(`case ${text}\n`))).toEqual({ text: `case ${text}\n`, doubt: null })
      }),
    )
  })

  test('any text is read right, doubted or refused', () => {
    const texts = fc.array(fc.constantFrom(...codes.keys()), { minLength: 1 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const content = encoded(text)
        fc.pre(Buffer.from(content.toString('utf8')).compare(content) !== 0)
        const read = textOf(content)
        expect('refused' in read || read.doubt !== null || read.text === text).toBe(true)
      }),
    )
  })
})

test('always: a text in UTF-8 or UTF-16 is read as it was written', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'é', 'ŷ', '한', '👍', ',', '\n', '\r\n', '“', ' '), { minLength: 8 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      for (const content of [
        utf8(text),
        utf8(`\uFEFF${text}`),
        Buffer.from(`\uFEFF${text}`, 'utf16le'),
        Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      ]) {
        expect(textOf(content)).toEqual({ text, doubt: null })
      }
    }),
  )
})
