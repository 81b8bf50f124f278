/** Which sheets, rows and columns a workbook hides, by the tags of its parts. */
import { openDocumentSheets } from './openDocumentSheets.ts'
import { lastColumn, type SheetVisibility } from './sheetVisibility.ts'
import { attributeOf, plainAttribute, type XmlTag, xmlTags } from './xmlTags.ts'

type Parts = ReadonlyMap<string, Buffer>

/** Returns the visibility of every sheet by its name. */
export function sheetVisibilities(parts: Parts): ReadonlyMap<string, SheetVisibility> {
  const content = partNamed(parts, 'content.xml')
  return content === undefined ? excelSheets(parts) : openDocumentSheets(content)
}

function partNamed(parts: Parts, name: string): string | undefined {
  const found = [...parts].find(([part]) => part.toLowerCase() === name.toLowerCase())
  return found?.[1].toString('utf8')
}

function excelSheets(parts: Parts): ReadonlyMap<string, SheetVisibility> {
  const targets = sheetParts(parts)
  const sheets = new Map<string, SheetVisibility>()
  for (const tag of xmlTags(partNamed(parts, 'xl/workbook.xml') ?? '')) {
    if (tag.name !== 'sheet' || tag.kind === 'close') continue
    const part = partNamed(parts, targets.get(attributeOf(tag, 'id') ?? '') ?? '') ?? ''
    sheets.set(plainAttribute(attributeOf(tag, 'name') ?? ''), { sheet: stateOf(tag), ...hiddenIn(part) })
  }
  return sheets
}

/** The names of parts by the ids with which the workbook names them. */
function sheetParts(parts: Parts): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const tag of xmlTags(partNamed(parts, 'xl/_rels/workbook.xml.rels') ?? '')) {
    const target = plainAttribute(attributeOf(tag, 'Target') ?? '')
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    if (tag.name === 'Relationship') targets.set(attributeOf(tag, 'Id') ?? '', path)
  }
  return targets
}

function stateOf(tag: XmlTag): SheetVisibility['sheet'] {
  const state = attributeOf(tag, 'state')
  if (state === 'veryHidden') return 'very-hidden'
  return state === 'hidden' ? 'hidden' : 'shown'
}

function hiddenIn(sheet: string): Pick<SheetVisibility, 'rows' | 'columns'> {
  const rows = new Set<number>()
  const columns = new Set<number>()
  let row = 0
  for (const tag of xmlTags(sheet)) {
    if (tag.kind === 'close') continue
    if (tag.name === 'row') {
      row = Number(attributeOf(tag, 'r') ?? row + 1)
      if (isHidden(tag, 'ht')) rows.add(row)
    } else if (tag.name === 'col' && isHidden(tag, 'width')) addColumns(columns, tag)
  }
  return { rows, columns }
}

/** Hidden, or made as narrow as nothing. */
function isHidden(tag: XmlTag, size: string): boolean {
  const hidden = attributeOf(tag, 'hidden')
  return hidden === '1' || hidden === 'true' || Number(attributeOf(tag, size) ?? 1) === 0
}

function addColumns(columns: Set<number>, tag: XmlTag): void {
  const first = Number(attributeOf(tag, 'min') ?? 0)
  const last = Math.min(Number(attributeOf(tag, 'max') ?? first), lastColumn)
  for (let column = first; column <= last; column += 1) columns.add(column - 1)
}
