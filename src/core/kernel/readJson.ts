/**
 * JSON from outside (RFC 8259), strict where the language's own parser is not: a name that is there twice, a number
 * that would change and a text that no database can store are refused, each with its line, column and path.
 */
import { type PathPart, pathBelow, writePath } from './pathInFile.ts'
import type { Place, Problem } from './problem.ts'
import { problem } from './problems.ts'
import { type Result, unlessProblems } from './result.ts'
import { isStorable } from './storableText.ts'
import { mostFieldLength } from './textLimits.ts'

/** No format of the product comes near any of them. */
const deepest = 64
const mostFaults = 100
const longestNumber = 400

type Fault =
  | { readonly code: 'file.not-json'; readonly fault: string }
  | { readonly code: 'json.key-twice' | 'json.key-reserved'; readonly field: string }
  | { readonly code: 'json.number-inexact'; readonly value: string }
  | { readonly code: 'json.too-deep' | 'json.text-unstorable' }
  | { readonly code: 'text.too-long'; readonly count: number }

type PlacedFault = Fault & { readonly at: number; readonly path: string }

/** It exists only while one text is read. */
type Cursor = {
  readonly text: string
  at: number
  readonly path: PathPart[]
  readonly faults: PlacedFault[]
}

/**
 * Returns the value in `text`, as `JSON.parse` does. Refuses what is not JSON, a name that is there twice, a number
 * with more digits than can be stored, half a character, a NUL, a text longer than any field, and nesting of more than
 * 64 levels. Never nests calls deeper.
 */
export function readJson(text: string, place: Place = {}): Result<unknown> {
  const cursor = { text, at: 0, path: [], faults: [] }
  const value = readValue(cursor)
  if (value !== undefined && nextCharacter(cursor) !== '') stop(cursor, 'something follows after its end')
  return unlessProblems(placedProblems(cursor, place), () => value)
}

/** The value at the cursor, or undefined if the text cannot be read further. */
function readValue(cursor: Cursor): unknown {
  const first = nextCharacter(cursor)
  if (first === '"') return readText(cursor)
  if (first === '{' || first === '[') {
    if (cursor.path.length >= deepest) return stopWith(cursor, { code: 'json.too-deep' })
    return first === '{' ? readObject(cursor) : readList(cursor)
  }
  return /[-\d]/.test(first) ? readNumber(cursor) : readWord(cursor, first)
}

function readObject(cursor: Cursor): unknown {
  const members: [string, unknown][] = []
  const names = new Set<string>()
  cursor.at += 1
  if (skip(cursor, '}')) return {}
  do {
    if (nextCharacter(cursor) !== '"') return stop(cursor, 'a name in quotation marks is missing')
    const name = readName(cursor, names)
    if (name === undefined) return undefined
    if (!skip(cursor, ':')) return stop(cursor, 'a colon is missing after a name')
    cursor.path.push(name)
    const value = readValue(cursor)
    cursor.path.pop()
    if (value === undefined) return undefined
    members.push([name, value])
  } while (skip(cursor, ','))
  return skip(cursor, '}') ? Object.fromEntries(members) : stop(cursor, 'a comma or } is missing')
}

function readName(cursor: Cursor, names: Set<string>): string | undefined {
  const { at } = cursor
  const name = readText(cursor)
  if (name === undefined) return undefined
  if (name === '__proto__') addFault(cursor, { code: 'json.key-reserved', field: name }, at, [name])
  if (names.has(name)) addFault(cursor, { code: 'json.key-twice', field: name }, at, [name])
  names.add(name)
  return cursor.faults.length < mostFaults ? name : undefined
}

function readList(cursor: Cursor): unknown {
  const values: unknown[] = []
  cursor.at += 1
  if (skip(cursor, ']')) return values
  do {
    cursor.path.push(values.length)
    const value = readValue(cursor)
    cursor.path.pop()
    if (value === undefined) return undefined
    values.push(value)
  } while (skip(cursor, ','))
  return skip(cursor, ']') ? values : stop(cursor, 'a comma or ] is missing')
}

function readText(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor
  const end = endOfText(text, start + 1)
  if (end === undefined) return stop(cursor, 'a quotation mark is opened and never closed')
  const value = decodedText(text.slice(start, end))
  if (value === undefined) return stop(cursor, 'a text holds a line break, a tab or an unknown \\ sequence')
  cursor.at = end
  if (value.length > mostFieldLength) {
    addFault(cursor, { code: 'text.too-long', count: value.length }, start)
  } else if (isStorable(value)) return value
  else addFault(cursor, { code: 'json.text-unstorable' }, start)
  return cursor.faults.length < mostFaults ? value : undefined
}

/** The place after the closing quotation mark. */
function endOfText(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1
    if (text[at] === '\\') at += 1
  }
  return undefined
}

function decodedText(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return undefined
  }
}

function readNumber(cursor: Cursor): number | undefined {
  const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.])/y
  literal.lastIndex = cursor.at
  const [written] = literal.exec(cursor.text) ?? []
  if (written === undefined) return stop(cursor, 'a number is written in a way that JSON does not know')
  if (!keepsItsFigures(written))
    addFault(cursor, { code: 'json.number-inexact', value: written.slice(0, 40) })
  cursor.at += written.length
  return cursor.faults.length < mostFaults ? Number(written) : undefined
}

/** False if the number would change: it has too many digits, or is so small that it would become 0. */
function keepsItsFigures(written: string): boolean {
  if (written.length > longestNumber) return false
  const value = Number(written)
  if (value === 0) return !/[1-9]/.test(written.replace(/e.*/i, ''))
  return figuresOf(written) === figuresOf(String(value))
}

/** The significant digits and their power of ten: one way of writing each number. */
function figuresOf(written: string): string {
  const [mantissa = '', power = '0'] = written.toLowerCase().replace(/^-/, '').split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const figures = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = figures.replace(/0+$/, '')
  return `${significant}e${Number(power) - fraction.length + figures.length - significant.length}`
}

function readWord(cursor: Cursor, first: string): boolean | null | undefined {
  const words = { true: true, false: false, null: null } as const
  for (const [word, value] of Object.entries(words)) {
    if (!cursor.text.startsWith(word, cursor.at)) continue
    cursor.at += word.length
    return value
  }
  return stop(cursor, first === '' ? 'it ends too early' : 'a value is missing or not in quotation marks')
}

/** The first character after any space, empty at the end. */
function nextCharacter(cursor: Cursor): string {
  const space = /[ \t\r\n]*/y
  space.lastIndex = cursor.at
  space.test(cursor.text)
  cursor.at = space.lastIndex
  return cursor.text.charAt(cursor.at)
}

function skip(cursor: Cursor, character: string): boolean {
  if (nextCharacter(cursor) !== character) return false
  cursor.at += 1
  return true
}

function stop(cursor: Cursor, fault: string): undefined {
  return stopWith(cursor, { code: 'file.not-json', fault })
}

function stopWith(cursor: Cursor, fault: Fault): undefined {
  addFault(cursor, fault)
}

function addFault(
  { faults, path, at: present }: Cursor,
  fault: Fault,
  at = present,
  below: readonly PathPart[] = [],
): void {
  faults.push({ ...fault, at, path: writePath([...path, ...below]) })
}

function placedProblems({ text, faults }: Cursor, place: Place): readonly Problem[] {
  const lines = linesAndColumns(text)
  return faults
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, path, ...fault }) => {
      const where = {
        ...place,
        ...lines(at),
        ...(path === '' ? {} : { path: pathBelow(place.path ?? '', path) }),
      }
      return problemOf(fault, where)
    })
}

function problemOf(fault: Fault, place: Place): Problem {
  switch (fault.code) {
    case 'file.not-json':
      return problem(fault.code, { fault: fault.fault }, place)
    case 'json.key-twice':
    case 'json.key-reserved':
      return problem(fault.code, { field: fault.field }, { ...place, field: fault.field })
    case 'json.number-inexact':
      return problem(fault.code, { value: fault.value }, place)
    case 'text.too-long':
      return problem(fault.code, { count: fault.count, limit: mostFieldLength }, place)
    default:
      return problem(fault.code, {}, place)
  }
}

/** Line and column of places, which must be asked for in their order, counted from 1 as an editor does. */
function linesAndColumns(text: string): (at: number) => { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  const ends = text.matchAll(/\r\n|\r|\n/g)
  let end = ends.next()
  return (at) => {
    for (; !end.done && end.value.index < at; end = ends.next()) {
      line += 1
      start = end.value.index + end.value[0].length
    }
    return { line, column: at - start + 1 }
  }
}
