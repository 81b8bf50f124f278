/** The worst bodies of requests cost in proportion to their size, no matter who sends them. */
import { describe, expect, test } from 'vitest'
import { expectProportion, type Worst } from '../../../../test/support/growth.ts'
import { type BodyKind, readSentBody } from './sentBody.ts'

function body(name: string, kind: BodyKind, make: (size: number) => string): Worst {
  return {
    name,
    read: (size) => {
      const content = Buffer.from(make(size), 'latin1')
      return () => void readSentBody(kind, content)
    },
  }
}

const form = { kind: 'form' } as const
const json = { kind: 'json' } as const
const multipart = { kind: 'multipart', boundary: 'B' } as const
const part = (headers: string, content = '') =>
  `--B\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${content}\r\n`
const many = (count: number, item: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => item(at))

const worst: readonly Worst[] = [
  body('a form of many fields', form, (n) => many(n * 90, (at) => `k${at}=1`).join('&')),
  body('a form of one field again and again', form, (n) => 'k=1&'.repeat(n * 90)),
  body('a form of nothing but signs', form, (n) => '&'.repeat(n * 5_000)),
  body('a form of encoded characters', form, (n) => `k=${'%41'.repeat(n * 2_000)}`),
  body('a form of bytes that should have been encoded', form, (n) => `k=${'\xC3\xA9'.repeat(n * 1_000)}`),
  body('JSON nested without end', json, (n) => `${'['.repeat(n * 200)}${']'.repeat(n * 200)}`),
  body('JSON of many names', json, (n) => `{${many(n * 200, (at) => `"k${at}":1`).join()}}`),
  body('JSON of one name again and again', json, (n) => `{${'"k":1,'.repeat(n * 200)}"k":1}`),
  body('JSON of empty lists', json, (n) => `[${'[],'.repeat(n * 100)}1]`),
  body('JSON of more values than are read', json, (n) => `[${'[],'.repeat(n * 5_000)}1]`),
  body(
    'a form of many parts',
    multipart,
    (n) => `${many(n * 3, (at) => part(`name="k${at}"`)).join('')}--B--`,
  ),
  body(
    'a form of many parts that are too many',
    multipart,
    (n) => `${part('name="k"').repeat(n * 100)}--B--`,
  ),
  body(
    'a form whose part almost ends again and again',
    multipart,
    (n) => `${part('name="k"', '\r\n--'.repeat(n * 5_000))}--B--`,
  ),
  body('a form whose headers never end', multipart, (n) => `--B\r\n${'a: b\r\n'.repeat(n * 5_000)}\r\n--B--`),
  // Few, since a pattern that tries every way to read them would double its work with each.
  body(
    'a form whose name is backslashes and never ends',
    multipart,
    (n) => `${part(`name="${'\\'.repeat(n / 2)}`)}--B--`,
  ),
  body('a form whose name is spaces', multipart, (n) => `${part(`name=${' '.repeat(n * 50)}`)}--B--`),
]

describe('four times the body is no more than ten times the work', () => {
  test.each(worst)('$name', ({ read }) => expectProportion(read))
})

test('two files in one field are refused: which was meant cannot be known', () => {
  const file = (name: string) => part(`name="file"; filename="${name}"`, name)
  const sent = readSentBody(multipart, Buffer.from(`${file('a.csv')}${file('b.csv')}--B--`))
  expect(sent).toMatchObject({ ok: false, problems: [{ code: 'request.field-twice' }] })
})

test('JSON of more than 20,000 values is refused before it is read; commas and brackets in its texts are none', () => {
  const list = (count: number) => Buffer.from(`[${Array.from({ length: count }, () => '1').join()}]`)
  expect(readSentBody(json, list(19_999)).ok).toBe(true)
  expect(readSentBody(json, list(20_001))).toMatchObject({
    ok: false,
    problems: [{ code: 'request.too-large' }],
  })
  const text = Buffer.from(JSON.stringify({ text: '\\"[{,'.repeat(10_000) }))
  expect(readSentBody(json, text).ok).toBe(true)
})
