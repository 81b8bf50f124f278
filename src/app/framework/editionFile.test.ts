import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { inventedEditionFile, inventedEditionValue } from '../../../test/support/inventedEdition.ts'
import { readPath, writePath } from '../../core/kernel/pathInFile.ts'
import { readEdition } from './editionFile.ts'

const written = readFileSync(inventedEditionFile, 'utf8')

function read(text: string | Uint8Array, file = 'invented-2030.yaml') {
  return readEdition(typeof text === 'string' ? new TextEncoder().encode(text) : text, file)
}

/** Each fault as `line code path`. */
function faults(text: string | Uint8Array, file?: string): readonly string[] {
  const result = read(text, file)
  return result.ok ? [] : result.problems.map(({ code, place }) => `${place.line} ${code} ${place.path}`)
}

/** The line, counted from 1, on which `text` holds `part`. */
function lineOf(part: string, text = written): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

describe('the shape of the file', () => {
  test('a key that is not known is named with its own line', () => {
    const text = written.replace('  resettlement: B.2', '  resettlment: B.2')
    expect(faults(text)).toEqual([
      `${lineOf('rounding: half-up')} edition.key-missing rules.resettlement`,
      `${lineOf('resettlment', text)} edition.key-unknown rules.resettlment`,
    ])
  })

  test('an id that YAML reads as a number', () => {
    const text = written.replace('- id: A.2\n', '- id: 2.10\n')
    expect(faults(text)).toEqual([`${lineOf('2.10', text)} edition.wrong-type domains[0].standards[1].id`])
    const result = read(text)
    expect(result.ok ? '' : result.problems[0].text).toBe('The value here must be text, not the number 2.1.')
  })

  test('a method that code does not know, with those it does', () => {
    const result = read(written.replace('rounding: half-up', 'rounding: half-down'))
    expect(result.ok ? '' : result.problems[0].text).toContain(' “half-down” ')
    expect(result.ok ? '' : result.problems[0].action).toBe('Use one of: half-up.')
  })

  test('an empty text', () => {
    expect(faults(written.replace('title: Premises', 'title: " "'))).toEqual([
      `${lineOf('title: Premises')} edition.text-empty domains[0].standards[1].title`,
    ])
  })

  test('every fault of the shape at once', () => {
    const text = written.replace('points: 0', 'points: none').replace('title: Home', 'titel: Home')
    expect(faults(text)).toHaveLength(3)
  })

  test('every fault carries the file, the line, what is wrong and the action', () => {
    const result = read(written.replace('from: 40, to: 59', 'from: 41, to: 59'))
    expect(result.ok ? [] : result.problems).toEqual([
      {
        code: 'edition.range-gap',
        status: 422,
        text: 'No range covers 40.',
        action: 'Move the ends of the ranges so that each begins where the one before it ended.',
        place: {
          file: 'invented-2030.yaml',
          line: lineOf('rating: fair, from: 40'),
          path: 'rules.bands[2].from',
        },
      },
    ])
  })

  test('a file that is not named after its edition', () => {
    expect(faults(written, 'editions/other.yaml')).toEqual([`${lineOf('id: invented')} edition.file-name id`])
  })
})

describe('hostile files are refused', () => {
  test('a key as a number and as text, of which one would be lost', () => {
    expect(faults('a:\n  1: x\n  "1": y\n')).toEqual(['3 edition.key-twice undefined'])
  })

  test('a key twice', () => {
    const text = written.replace('title: Invented', 'title: Twice\ntitle: Invented')
    expect(faults(text)).toEqual([`${lineOf('title: Invented', text)} edition.key-twice undefined`])
  })

  test('aliases, of which a bomb is made', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]'].join('\n')
    expect(faults(bomb)).toEqual(['2', '2', '3', '3'].map((line) => `${line} edition.alias undefined`))
  })

  test('tags', () => {
    expect(faults('id: !!js/function "x"')).toEqual(['1 edition.tag undefined'])
    expect(faults('id: !!binary eHg=')).toEqual(['1 edition.tag undefined'])
    expect(faults('id: !!set { a, b }')).toEqual(['1 edition.tag undefined'])
    expect(faults('id: !own x')).toEqual(['1 edition.tag undefined'])
  })

  test('nesting without end', () => {
    expect(faults('['.repeat(100_000))).toEqual(['1 edition.not-yaml undefined'])
  })

  test('nothing, blanks, and only a comment', () => {
    expect(faults('')).toEqual(['undefined file.empty undefined'])
    expect(faults(' \n\t\n')).toEqual(['undefined file.empty undefined'])
    expect(faults('# nothing')).toEqual(['undefined edition.wrong-type the whole file'])
  })

  test('bytes that are no text, and text that is no group of keys', () => {
    expect(faults(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toEqual(['1 text.not-utf-16 undefined'])
    expect(faults(new Uint8Array([0, 1, 2, 3])).length).toBe(1)
    expect(faults('just words')).toEqual(['1 edition.wrong-type the whole file'])
    expect(faults('- a\n- list')).toEqual(['1 edition.wrong-type the whole file'])
  })

  test('more than half a megabyte', () => {
    expect(faults(`# ${'x'.repeat(600_000)}`)).toEqual(['undefined edition.file-too-large undefined'])
  })

  test('two documents in one file', () => {
    expect(faults('id: a\n---\nid: b').length).toBe(1)
  })

  test('keys that are no words, and the one that JavaScript gives a meaning', () => {
    expect(faults('? [a, b]\n: c').every((fault) => fault.includes('edition.'))).toBe(true)
    expect(faults(written.replace('wording:\n', '__proto__: { id: x }\nwording:\n'))).toEqual([
      `${lineOf('wording:\n')} edition.key-unknown __proto__`,
    ])
  })
})

describe('always', () => {
  const value = inventedEditionValue()

  test('a path and what is printed of it are inverses', () => {
    const part = fc.oneof(fc.nat(99), fc.stringMatching(/^[a-zA-Z_-]{1,9}$/))
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,9}$/), fc.array(part), (first, others) => {
        expect(readPath(writePath([first, ...others]))).toEqual([first, ...others])
      }),
    )
  })

  test('a spoiled edition loads or is refused with a place, and nothing throws', () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...ways), (seed, by, way) => {
        const result = read(
          stringify(spoil(structuredClone(value), seed, by, way), { aliasDuplicateObjects: false }),
        )
        if (result.ok) return
        for (const { place, text, action } of result.problems) {
          expect(place.path ?? place.line).toBeDefined()
          expect(`${text} ${action}`).not.toMatch(/\{\w+\}/)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(typeof read(text).ok).toBe('boolean')
      }),
    )
  })
})

const ways = ['replace', 'remove', 'double'] as const

type Spot = { readonly holder: object; readonly key: string }

function spots(value: unknown): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...spots(inner)])
}

/** Replaces, removes or doubles what is at one place of `value`, chosen by `seed`. */
function spoil(value: unknown, seed: number, by: unknown, way: (typeof ways)[number]): unknown {
  const all = spots(value)
  const spot = all[seed % all.length]
  if (spot === undefined) return value
  const { holder, key } = spot
  if (Array.isArray(holder) && way !== 'replace') {
    holder.splice(Number(key), way === 'remove' ? 1 : 0, ...(way === 'remove' ? [] : [holder[Number(key)]]))
  } else if (way === 'remove') Reflect.deleteProperty(holder, key)
  else Reflect.set(holder, key, by)
  return value
}

test('two documents in one file are refused in our own words', () => {
  const refused = readEdition(Buffer.from('id: a\n---\nid: b\n'), 'a.yaml')
  const texts = refused.ok ? [] : refused.problems.map(({ text }) => text)
  expect(texts).toEqual([
    'The file is not well-formed YAML: a line of three hyphens begins a second document.',
  ])
})
