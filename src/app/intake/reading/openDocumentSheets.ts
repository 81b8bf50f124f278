/** What an OpenDocument spreadsheet hides, by its tags. ODF 1.3, part 3, 19.749 (visibility) and 20.412. */
import { lastColumn, type SheetVisibility } from './sheetVisibility.ts'
import { attributeOf, plainAttribute, type XmlTag, xmlTags } from './xmlTags.ts'

type Sheet = SheetVisibility & { readonly rows: Set<number>; readonly columns: Set<number> }

type Reading = {
  readonly sheets: Map<string, Sheet>
  readonly hiddenStyles: Set<string>
  /** For each group of rows that is open, whether it or one around it is folded away. */
  readonly groups: boolean[]
  style: string
  sheet: Sheet | undefined
  /** Rows and columns of the sheet so far. */
  row: number
  column: number
}

const lastRow = 1_048_576

/** Returns the visibility of every sheet by its name. */
export function openDocumentSheets(content: string): ReadonlyMap<string, SheetVisibility> {
  const reading: Reading = {
    sheets: new Map(),
    hiddenStyles: new Set(),
    groups: [],
    style: '',
    sheet: undefined,
    row: 0,
    column: 0,
  }
  for (const tag of xmlTags(content)) {
    if (tag.kind !== 'close') readers.get(tag.name)?.(reading, tag)
    else if (tag.name === 'table-row-group') reading.groups.pop()
  }
  return reading.sheets
}

/** Styles of tables come before the tables. */
const readers: ReadonlyMap<string, (reading: Reading, tag: XmlTag) => void> = new Map([
  ['style', beginStyle],
  ['table-properties', readTableStyle],
  ['table', beginSheet],
  ['table-row-group', beginGroup],
  ['table-row', readRow],
  ['table-column', readColumn],
])

function beginStyle(reading: Reading, tag: XmlTag): void {
  reading.style = attributeOf(tag, 'name') ?? ''
}

function readTableStyle({ hiddenStyles, style }: Reading, tag: XmlTag): void {
  if (attributeOf(tag, 'display') === 'false') hiddenStyles.add(style)
}

function beginSheet(reading: Reading, tag: XmlTag): void {
  const isHidden = reading.hiddenStyles.has(attributeOf(tag, 'style-name') ?? '')
  reading.sheet = { sheet: isHidden ? 'hidden' : 'shown', rows: new Set(), columns: new Set() }
  reading.sheets.set(plainAttribute(attributeOf(tag, 'name') ?? ''), reading.sheet)
  reading.row = 0
  reading.column = 0
}

function beginGroup({ groups }: Reading, tag: XmlTag): void {
  if (tag.kind === 'open') groups.push(groups.at(-1) === true || attributeOf(tag, 'display') === 'false')
}

function readRow(reading: Reading, tag: XmlTag): void {
  const first = reading.row + 1
  reading.row = Math.min(reading.row + repetitions(tag, 'number-rows-repeated'), lastRow)
  if (!isInvisible(tag) && reading.groups.at(-1) !== true) return
  for (let row = first; row <= reading.row; row += 1) reading.sheet?.rows.add(row)
}

function readColumn(reading: Reading, tag: XmlTag): void {
  const first = reading.column
  reading.column = Math.min(first + repetitions(tag, 'number-columns-repeated'), lastColumn)
  if (!isInvisible(tag)) return
  for (let column = first; column < reading.column; column += 1) reading.sheet?.columns.add(column)
}

/** Hidden by hand (`collapse`) or by a filter. */
function isInvisible(tag: XmlTag): boolean {
  return ['collapse', 'filter'].includes(attributeOf(tag, 'visibility') ?? '')
}

function repetitions(tag: XmlTag, attribute: string): number {
  const times = Number(attributeOf(tag, attribute) ?? 1)
  return Number.isInteger(times) && times > 0 ? times : 1
}
