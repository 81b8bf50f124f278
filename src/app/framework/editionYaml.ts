/** Reads YAML that may be hostile: no aliases, no tags, no key twice, and every fault with its line. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { type PathPart, readPath } from '../../core/kernel/pathInFile.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../core/kernel/result.ts'
import { problem } from './problems.ts'

export type YamlFile = {
  readonly value: unknown
  /** The line, counted from 1, of what is at `path`, or of the nearest thing around it. */
  readonly lineOf: (path: string) => number | undefined
  /** The line of the key `key` in the group at `path`. */
  readonly lineOfKey: (path: string, key: string) => number | undefined
}

/** Returns what a YAML file contains, with the lines of its parts. Refuses aliases, tags, repeated keys and broken syntax. */
export function readYaml(text: string): Result<YamlFile> {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    // Compares each key with every other one: `doubledKeys` takes time in proportion.
    uniqueKeys: false,
  })
  const faults = syntaxProblems(document, lines)
  const problems = faults.length > 0 ? faults : contentProblems(document, lines)
  return unlessProblems(problems, () => ({
    value: document.toJS({ maxAliasCount: 0 }),
    lineOf: (path) => lineAt(document, lines, readPath(path)),
    lineOfKey: (path, key) => lineOfKey(document, lines, readPath(path), key),
  }))
}

function syntaxProblems({ errors, warnings }: Document, lines: LineCounter): readonly Problem[] {
  // Once nested too deep, the rest of the faults only repeat that one.
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  if (exhausted !== undefined) {
    const fault = 'it has too many levels'
    return [problem('edition.not-yaml', { fault }, { line: lines.linePos(exhausted.pos[0]).line })]
  }
  return [...errors, ...warnings].map((fault) => syntaxProblem(fault, lines))
}

function syntaxProblem({ code, pos }: YAMLError, lines: LineCounter): Problem {
  const place = { line: lines.linePos(pos[0]).line }
  if (code === 'TAG_RESOLVE_FAILED') return problem('edition.tag', {}, place)
  return problem('edition.not-yaml', { fault: faultText[code] ?? 'this line cannot be read' }, place)
}

/** What we say for each kind of fault that the library finds. */
const faultText: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_DQ_ESCAPE: 'a backslash in quotation marks is not part of a known sequence',
  BAD_INDENT: 'the indent differs from that of its group',
  BAD_SCALAR_START: 'a value begins with a character that needs quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'a key and its value cannot be read, perhaps because of a second colon in the line',
  BLOCK_IN_FLOW: 'lines inside brackets are grouped by their indent',
  KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
  MISSING_CHAR: 'a colon, a comma, a quotation mark or a bracket is missing',
  MULTILINE_IMPLICIT_KEY: 'a key is longer than one line, or a colon is missing',
  MULTIPLE_DOCS: 'a line of three hyphens begins a second document',
  NON_STRING_KEY: 'a key is not text',
  TAB_AS_INDENT: 'a tab is used for an indent',
  UNEXPECTED_TOKEN: 'something is in the wrong place',
}

function contentProblems(document: Document, lines: LineCounter): readonly Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Alias: (_, { source, range }) => {
      problems.push(problem('edition.alias', { name: source }, { line: lines.linePos(range?.[0] ?? 0).line }))
    },
    Map: (_, group) => {
      problems.push(...tagProblems(group, lines), ...doubledKeys(group, lines))
    },
    Node: (_, node) => {
      problems.push(...tagProblems(node, lines))
    },
  })
  return problems
}

/** Each key of a group that is there before, as text: `1` and `"1"` would be one. */
function doubledKeys({ items }: YAMLMap, lines: LineCounter): readonly Problem[] {
  const seen = new Set<string>()
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    const text = String(key.value)
    const isTwice = seen.has(text)
    seen.add(text)
    return isTwice
      ? [problem('edition.key-twice', {}, { line: lines.linePos(key.range?.[0] ?? 0).line })]
      : []
  })
}

/** Only a tag that is written in the file; the library also gives a tag to what it understood by itself. */
function tagProblems(node: Node, lines: LineCounter): readonly Problem[] {
  if (isAlias(node) || node.tag?.startsWith('tag:') !== true) return []
  return [problem('edition.tag', {}, { line: lines.linePos(node.range?.[0] ?? 0).line })]
}

/** The pairs of a group by the text of their keys; made once for each group, so that a wide one costs no more. */
const pairsOf = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

function pairAt(group: YAMLMap, key: PathPart): Pair | undefined {
  const known = pairsOf.get(group)
  const pairs =
    known ??
    new Map(group.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])))
  if (known === undefined) pairsOf.set(group, pairs)
  return pairs.get(String(key))
}

function memberAt(node: unknown, part: PathPart): unknown {
  if (isMap(node)) return pairAt(node, part)?.value
  return isSeq(node) && typeof part === 'number' ? node.items[part] : undefined
}

function lineAt(document: Document, lines: LineCounter, path: readonly PathPart[]): number | undefined {
  let node: unknown = document.contents
  let line = isNode(node) && node.range ? 1 : undefined
  for (const part of path) {
    node = memberAt(node, part)
    if (isNode(node) && node.range) line = lines.linePos(node.range[0]).line
  }
  return line
}

function lineOfKey(
  document: Document,
  lines: LineCounter,
  path: readonly PathPart[],
  key: string,
): number | undefined {
  const group = path.reduce<unknown>(memberAt, document.contents)
  const found = isMap(group) ? pairAt(group, key)?.key : undefined
  return isScalar(found) && found.range ? lines.linePos(found.range[0]).line : undefined
}
