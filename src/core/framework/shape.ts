/**
 * The shapes of which an edition file is made. One description of a part gives its type (`ValueOf`), its reading with
 * every fault (`read`), and its entry in the reference page (`kind`, `keys` and what each key says).
 */
import { type PathPart, writePath } from '../kernel/pathInFile.ts'
import type { Problem } from '../kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../kernel/result.ts'
import { valueText } from '../kernel/valueText.ts'
import { problem } from './problems.ts'

/** What a value of the file must be. */
export type Shape<Value> = {
  /** The kind of value in words, such as “a list of text”. */
  readonly kind: string
  /** Returns the value, or every fault in it with its path below `at`. */
  readonly read: (written: unknown, at: readonly PathPart[]) => Result<Value>
  /** What it means to leave the key out; a key without it must be there. */
  readonly whenAbsent?: { readonly value: Value }
  /** The keys of the group, or of each group of the list. */
  readonly keys?: Keys
}

/** A key of a group: its shape, and one or more sentences for the reference page. */
export type Key<Value> = { readonly shape: Shape<Value>; readonly says: string }

export type Keys = Readonly<Record<string, Key<unknown>>>

/** The group that has `Of` as its keys. */
export type GroupOf<Of extends Keys> = {
  readonly [Name in keyof Of]: Of[Name] extends Key<infer Value> ? Value : never
}

/** What is read by a shape. */
export type ValueOf<Of> = Of extends Shape<infer Value> ? Value : never

/** Returns a key of a group: what it must be, and what the reference page says about it. */
export function key<Value>(shape: Shape<Value>, says: string): Key<Value> {
  return { shape, says }
}

/** Any text that is not blank. */
export const text: Shape<string> = {
  kind: 'text',
  read: (written, at) => {
    if (typeof written !== 'string') return refuse(wrongType('text', written, at))
    return written.trim() === '' ? refuse(problem('edition.text-empty', {}, placeAt(at))) : done(written)
  },
}

/** Returns the shape of an id. Whether it may be used here is for the check of its rule, not for its shape. */
export function id<Id extends string = string>(): Shape<Id> {
  return {
    kind: 'an id',
    read: (written, at) => (isId<Id>(written) ? done(written) : refuse(wrongType('text', written, at))),
  }
}

function isId<Id extends string>(written: unknown): written is Id {
  return typeof written === 'string'
}

/** True or false. */
export const yesOrNo: Shape<boolean> = {
  kind: 'true or false',
  read: (written, at) =>
    typeof written === 'boolean' ? done(written) : refuse(wrongType('true or false', written, at)),
}

/** Returns the shape of a whole number, with both ends allowed. */
export function wholeNumber(from: number, to: number): Shape<number> {
  const isAllowed = (value: number) => Number.isInteger(value) && value >= from && value <= to
  return numberShape(`a whole number from ${from} to ${to}`, isAllowed)
}

/** Returns the shape of a number that may have decimals, with both ends allowed. */
export function decimal(from: number, to: number): Shape<number> {
  return numberShape(`a number from ${from} to ${to}`, (value) => value >= from && value <= to)
}

/** A number whose limits depend on other parts of the edition, and are checked with them. */
export const anyNumber: Shape<number> = numberShape('a number', () => true)

function numberShape(kind: string, isAllowed: (value: number) => boolean): Shape<number> {
  return {
    kind,
    read: (written, at) => {
      if (typeof written !== 'number' || !Number.isFinite(written))
        return refuse(wrongType('a number', written, at))
      if (isAllowed(written)) return done(written)
      return refuse(problem('edition.number-unfit', { value: written, wanted: kind }, placeAt(at)))
    },
  }
}

/** Returns the shape of one of some fixed words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Shape<Word> {
  return {
    kind: `${words.length > 1 ? 'one of ' : ''}${words.map((word) => `\`${word}\``).join(', ')}`,
    read: (written, at) => {
      const word = words.find((candidate) => candidate === written)
      if (word !== undefined) return done(word)
      // The sentence has the quotation marks of a text.
      const value = valueText(written).replace(/^“|”$/g, '')
      const details = { value, known: words.join(', ') }
      return refuse(problem('edition.value-unknown', details, placeAt(at)))
    },
  }
}

/** Returns the shape of a list, with the fewest entries it may have. */
export function list<Value>(of: Shape<Value>, fewest: 0 | 1 = 0): Shape<readonly Value[]> {
  const kind = fewest === 0 ? 'a list' : 'a list with at least one entry'
  return {
    kind: of.keys === undefined ? `${kind}, each ${of.kind}` : kind,
    ...(of.keys === undefined ? {} : { keys: of.keys }),
    read: (written, at) => {
      if (!Array.isArray(written)) return refuse(wrongType('a list', written, at))
      if (written.length < fewest) return refuse(problem('edition.list-empty', {}, placeAt(at)))
      const entries = written.map((entry: unknown, index) => of.read(entry, [...at, index]))
      return unlessProblems(entries.flatMap(problemsOf), () => entries.flatMap(valuesOf))
    },
  }
}

/** Returns the shape of a list whose key may be left out if it is empty. */
export function listIfAny<Value>(of: Shape<Value>): Shape<readonly Value[]> {
  return { ...list(of), whenAbsent: { value: [] } }
}

/** Returns a shape that may also be null, under a key that must be there. */
export function orNull<Value>(of: Shape<Value>): Shape<Value | null> {
  return {
    ...of,
    kind: `${of.kind}, or null`,
    read: (written, at) => (written === null ? done(null) : of.read(written, at)),
  }
}

/** Returns a shape whose key may be left out, or be null, which means the same. */
export function ifAny<Value>(of: Shape<Value>): Shape<Value | null> {
  return { ...orNull(of), kind: of.kind, whenAbsent: { value: null } }
}

/** Returns the shape of a group that has these keys and no other. */
export function group<const Of extends Keys>(keys: Of): Shape<GroupOf<Of>> & { readonly keys: Of } {
  return {
    kind: 'a group of keys',
    keys,
    read: (written, at) => {
      if (!isGroup(written)) return refuse(wrongType('a group of keys', written, at))
      const parts = Object.entries(keys).map(
        ([name, { shape }]) => [name, readKey(written, name, shape, at)] as const,
      )
      const problems = [...parts.flatMap(([, part]) => problemsOf(part)), ...unknownKeys(written, keys, at)]
      const values = parts.flatMap(([name, part]) => (part.ok ? [[name, part.value] as const] : []))
      return unlessProblems(problems, () => complete(Object.fromEntries(values), keys))
    },
  }
}

function isGroup(written: unknown): written is Readonly<Record<string, unknown>> {
  return typeof written === 'object' && written !== null && !Array.isArray(written)
}

function readKey(
  written: Readonly<Record<string, unknown>>,
  name: string,
  shape: Shape<unknown>,
  at: readonly PathPart[],
): Result<unknown> {
  if (Object.hasOwn(written, name)) return shape.read(written[name], [...at, name])
  if (shape.whenAbsent !== undefined) return done(shape.whenAbsent.value)
  return refuse(problem('edition.key-missing', { key: name }, placeAt([...at, name])))
}

function unknownKeys(written: object, keys: Keys, at: readonly PathPart[]): readonly Problem[] {
  return Object.keys(written)
    .filter((name) => !Object.hasOwn(keys, name))
    .map((name) => problem('edition.key-unknown', { key: name }, placeAt([...at, name])))
}

/** The group as its type. Each key was read by its own shape, so that a missing one is a bug. */
function complete<Of extends Keys>(value: unknown, keys: Of): GroupOf<Of> {
  if (!isComplete(value, keys)) throw new Error('a key of the edition was read and is missing')
  return value
}

function isComplete<Of extends Keys>(value: unknown, keys: Of): value is GroupOf<Of> {
  return isGroup(value) && Object.keys(keys).every((name) => Object.hasOwn(value, name))
}

function wrongType(wanted: string, written: unknown, at: readonly PathPart[]): Problem {
  return problem('edition.wrong-type', { wanted, found: valueText(written) }, placeAt(at))
}

function placeAt(at: readonly PathPart[]): { readonly path: string } {
  return { path: at.length === 0 ? 'the whole file' : writePath(at) }
}

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems
}

function valuesOf<Value>(result: Result<Value>): readonly Value[] {
  return result.ok ? [result.value] : []
}
