/**
 * Cells that the reader of workbooks would leave out, or read as another value, without warning: an address used
 * twice, a number that is not one, a text that does not exist. ECMA-376 part 1, 18.3.1.4; ODF 1.3 part 3, 19.385.
 */
import { attributeOf, type XmlTag, xmlTags } from './xmlTags.ts'

export type CheckedCells = {
  /** What is wrong with the first such cell, in words; undefined if every cell can be read. */
  readonly fault: string | undefined
  /** How many shared texts there must be for all that cells name. */
  readonly sharedTexts: number
}

/** The cells of a sheet of an XLSX or of the content of an ODS. Other parts have none. */
export function checkCells(text: string): CheckedCells {
  const tags = xmlTags(text)
  const root = tags.next().value?.name
  if (root === 'worksheet') return checkExcelCells(text, tags)
  return { fault: root === 'document-content' ? openDocumentFault(text, tags) : undefined, sharedTexts: 0 }
}

type Cell = { readonly name: string; readonly type: string }

function checkExcelCells(text: string, tags: Iterable<XmlTag>): CheckedCells {
  const seen = new Set<string>()
  let cell: Cell | undefined
  let sharedTexts = 0
  for (const tag of tags) {
    if (tag.name === 'c' && tag.kind !== 'close') {
      const address = attributeOf(tag, 'r')
      const fault = address === undefined ? undefined : addressFault(address, seen)
      if (fault !== undefined) return { fault, sharedTexts }
      cell = {
        name: address === undefined ? 'a cell' : `its cell ${address}`,
        type: attributeOf(tag, 't') ?? 'n',
      }
    }
    if (cell === undefined || tag.kind !== 'open') continue
    if (tag.name === 'is' && cell.type !== 'inlineStr') {
      return { fault: `${cell.name} contains a text that is not marked as one`, sharedTexts }
    }
    if (tag.name !== 'v') continue
    const value = text.slice(tag.end, text.indexOf('<', tag.end)).trim()
    const fault = valueFault(cell, value)
    if (fault !== undefined) return { fault, sharedTexts }
    if (cell.type === 's') sharedTexts = Math.max(sharedTexts, Number(value) + 1)
  }
  return { fault: undefined, sharedTexts }
}

const lastRow = 1_048_576

function addressFault(address: string, seen: Set<string>): string | undefined {
  const [, column, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? []
  if (row === undefined || Number(row) > lastRow) return 'the address of a cell cannot be read'
  const plain = `${column}${row}`
  if (seen.has(plain)) return `its cell ${plain} is there twice`
  seen.add(plain)
  return undefined
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
/** The day and time that the cell shows: one in another time zone could be another day. */
const dayAndTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?$/

function valueFault({ name, type }: Cell, value: string): string | undefined {
  if (value === '') return undefined
  if (type === 'n' && !number.test(value)) return `${name} is a number but contains something else`
  if (type === 's' && !/^\d{1,9}$/.test(value)) return `${name} refers to a text that does not exist`
  if (type === 'd' && !dayAndTime.test(value) && !/^\d{2}:\d{2}/.test(value)) {
    return `${name} is a date but contains something else, or the time of another zone`
  }
  return undefined
}

function openDocumentFault(text: string, tags: Iterable<XmlTag>): string | undefined {
  for (const tag of tags) {
    if (tag.name !== 'table-cell' || tag.kind === 'close') continue
    const date = attributeOf(tag, 'date-value')
    if (date !== undefined && !dayAndTime.test(date)) {
      return 'a cell is a date but contains something else, or the time of another zone'
    }
    const value = attributeOf(tag, 'value')
    if (value !== undefined && !number.test(value)) return 'a cell is a number but contains something else'
    const isShown = tag.kind === 'open' && !text.startsWith('</', tag.end)
    if (!isShown && (attributeOf(tag, 'string-value') ?? '') !== '')
      return 'a cell has a text that it does not show'
  }
  return undefined
}
