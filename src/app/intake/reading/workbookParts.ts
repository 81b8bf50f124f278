/** Unpacks only the parts of a workbook that a list needs, and refuses a workbook with parts that may contain more. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import type { WrongKind } from '../../../platform/fileKind.ts'
import { problem } from '../problems.ts'
import { archiveKind, askForSheet, locked } from './archiveKind.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { plainXml } from './plainXml.ts'
import { checkCells } from './unreadableCells.ts'
import { attributeOf, type XmlTag, xmlTags } from './xmlTags.ts'
import { listEntries, unpack, type ZipEntry } from './zipArchive.ts'

/** Parts with data that the check of the list would not see, although the file is stored with them. */
const more: readonly (readonly [RegExp, string])[] = [
  [/vbaproject\.bin$|^(basic|scripts)\/.+/i, 'macros'],
  [/^xl\/(comments[^/]*|comments\/[^/]+|threadedcomments\/[^/]+)\.xml$/i, 'notes on cells'],
  [/^xl\/embeddings\/|^object[^/]*\//i, 'embedded objects'],
  [/^xl\/externallinks\/[^/]+\.xml$/i, 'links to other workbooks'],
  [/^xl\/pivotcache\//i, 'a pivot table with data of its own'],
  [/^xl\/(querytables\/|connections\.xml$)/i, 'a data connection'],
  [/^xl\/charts\//i, 'charts'],
  [/^xl\/revisions\//i, 'earlier versions of cells'],
]
const moreInContent: readonly (readonly [RegExp, string])[] = [
  [/<office:annotation[\s>]/, 'notes on cells'],
  [/<table:tracked-changes[\s>]/, 'earlier versions of cells'],
  [/<table:data-pilot-table[\s>]/, 'a pivot table'],
]

const needed =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/(?!theme|drawings|printersettings).*\.(?:xml|rels)|mimetype|content\.xml|styles\.xml)$/i

/** Returns the parts of a list, unpacked and free of document types and entities; everything wrong with them otherwise. */
export function workbookParts(archive: Buffer): Result<ReadonlyMap<string, Buffer>> {
  const entries = listEntries(archive)
  if (!entries.ok) return entries
  const kind = archiveKind(entries.value)
  if (kind !== undefined) return refuse(notTaken(kind))
  if (isLocked(archive, entries.value)) return refuse(notTaken(locked))
  const hidden = more.flatMap(([pattern, what]) =>
    entries.value.some(({ name }) => pattern.test(name))
      ? [problem('intake.workbook-has-more', { what })]
      : [],
  )
  const parts = new Map<string, Buffer>()
  const problems: Problem[] = [...hidden]
  let sharedTexts = 0
  for (const entry of entries.value.filter(({ name }) => needed.test(name))) {
    const content = unpack(archive, entry)
    const read = content.ok ? readPart(entry.name, content.value) : content
    if (!read.ok) problems.push(...read.problems)
    else {
      parts.set(entry.name, read.value.content)
      sharedTexts = Math.max(sharedTexts, read.value.sharedTexts)
    }
  }
  if (problems.length === 0 && sharedTexts > countSharedTexts(parts)) {
    problems.push(problem('intake.archive-damaged', { what: 'a cell refers to a text that does not exist' }))
  }
  if (parts.has('content.xml')) {
    parts.set(manifest, Buffer.from('<manifest/>'))
    if (!parts.has('styles.xml')) parts.set('styles.xml', Buffer.from('<office:document-styles/>'))
  }
  return unlessProblems(problems, () => parts)
}

function countSharedTexts(parts: ReadonlyMap<string, Buffer>): number {
  const [, content] = [...parts].find(([name]) => /^xl\/sharedstrings\.xml$/i.test(name)) ?? []
  if (content === undefined) return 0
  let count = 0
  for (const tag of xmlTags(content.toString('utf8')))
    if (tag.name === 'si' && tag.kind === 'open') count += 1
  return count
}

/** Says what an OpenDocument archive is; the reader of workbooks looks only whether it is there. */
const manifest = 'META-INF/manifest.xml'

function isLocked(archive: Buffer, entries: readonly ZipEntry[]): boolean {
  const entry = entries.find(({ name }) => name === manifest)
  const content = entry === undefined ? undefined : unpack(archive, entry)
  return content?.ok === true && content.value.includes('encryption-data')
}

function notTaken({ what: kind, next }: WrongKind): Problem {
  return problem('intake.file-type-not-taken', { kind, next })
}

type ReadPart = { readonly content: Buffer; readonly sharedTexts: number }

/** A part as the reader of workbooks may be given it, or everything wrong with it. */
function readPart(name: string, content: Buffer): Result<ReadPart> {
  if (/^mimetype$/i.test(name)) {
    return unlessProblems(checkOpenDocumentType(content), () => ({ content, sharedTexts: 0 }))
  }
  const written = decoded(content)
  const damaged = (what: string) => refuse(problem('intake.archive-damaged', { what }))
  if (written === undefined) return damaged(`its part ${name} is not UTF-8`)
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(written))
    return refuse(problem('intake.xml-entity', { part: name }))
  const text = plainXml(written)
  if (text === undefined) return damaged(`its part ${name} is incomplete`)
  const outside = outsideSheet(text)
  if (outside !== undefined) return refuse(problem('intake.archive-too-big', { what: outside }))
  const { fault, sharedTexts } = checkCells(text)
  if (fault !== undefined) return damaged(fault)
  const found = moreInContent.flatMap(([pattern, what]) =>
    pattern.test(text) ? [problem('intake.workbook-has-more', { what })] : [],
  )
  return unlessProblems(found, () => ({
    content: text === written ? content : Buffer.from(text),
    sharedTexts,
  }))
}

/**
 * A cell beyond the last column of any spreadsheet, or one filled cell or row repeated beyond what a list may have,
 * would be written out in full by a reader. Empty rows are repeated to the end by every OpenDocument writer.
 */
function outsideSheet(text: string): string | undefined {
  let rowRepeats = false
  for (const tag of xmlTags(text)) {
    if (tag.kind === 'close') continue
    if (tag.name === 'table-row') rowRepeats = repeatsMore(tag, 'number-rows-repeated', limits.rows)
    if (tag.name === 'c' && /^[A-Z]{4}/.test(attributeOf(tag, 'r') ?? '')) {
      return 'it has a cell beyond the last column of a spreadsheet'
    }
    if (tag.name !== 'table-cell' || attributeOf(tag, 'value-type') === undefined) continue
    if (rowRepeats) return 'it repeats one row without end'
    if (repeatsMore(tag, 'number-columns-repeated', limits.columns)) return 'it repeats one cell without end'
  }
  return undefined
}

function repeatsMore(tag: XmlTag, attribute: string, most: number): boolean {
  return Number(attributeOf(tag, attribute) ?? 1) > most
}

function checkOpenDocumentType(content: Buffer): readonly Problem[] {
  const type = content.toString('latin1').trim()
  if (/^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?$/.test(type)) return []
  return [notTaken({ what: 'an OpenDocument file that is not a spreadsheet', next: askForSheet })]
}

function decoded(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return undefined
  }
}
