/** One figure has one value: in the web page, in the PDF and in the annexe, for every inspection of the demonstration. */
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationReports, must } from '../../../test/support/demonstrationReports.ts'
import { readPdf, type Tagged, withRole } from '../../../test/support/readPdf.ts'
import { annexeColumns } from '../../core/report/annexeColumns.ts'
import type { ReportModel, Section, Table } from '../../core/report/reportModel.ts'
import { annexeCsv } from './annexe/annexeCsv.ts'
import { annexeMetadata } from './annexe/annexeMetadata.ts'
import { annexeOds } from './annexe/annexeOds.ts'
import { reportFile } from './files/reportFile.ts'
import { createPdfPrinter } from './pdf/pdfPrinter.ts'
import { printedReport } from './printedReport.ts'

const printer = createPdfPrinter()
afterAll(() => printer.close())

type Printed = {
  report: ReportModel
  html: ReturnType<typeof parseHTML>['document']
  pages: readonly Tagged[]
}

const printed: Printed[] = []

beforeAll(async () => {
  for (const report of await demonstrationReports()) {
    const html = parseHTML(reportFile(report)).document
    const { pages } = await readPdf(must(await printer.print(printedReport(report, 'paper'))))
    printed.push({ report, html, pages })
  }
})

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
const numbers = (text: string) => text.match(/\d+(\.\d+)*/g) ?? []
const sorted = (list: readonly string[]) => list.toSorted()

function tablesOf(sections: readonly Section[]): readonly Table[] {
  return sections.flatMap(({ blocks, sections: inner }) => [
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    ...tablesOf(inner),
  ])
}

const cellsOf = ({ columns, rows }: Table) => [
  columns.map(({ title }) => title),
  ...rows.map((row) => row.map(({ text }) => squeezed(text))),
]

/** The rows of the PDF's tables; a table that goes on over a page has its headings again, which are left out. */
function pdfRows(pages: readonly Tagged[]): readonly string[] {
  const bodies = withRole(pages, 'TBody')
  return (
    bodies
      .flatMap((body) => withRole(body.children, 'TR'))
      .map(({ text }) => text.replace(/\s/g, ''))
      // A table over two pages lists all its rows on both; those of the other page are empty.
      .filter((row) => row !== '')
  )
}

/** What the report says, from its first part on: not the contents, which have page numbers in the PDF. */
function pdfBody(pages: readonly Tagged[]): string {
  const contents = pages.findIndex((page) => withRole([page], 'TOC').length > 0)
  const first = pages.findIndex((page, index) => index > contents && withRole([page], 'H1').length > 0)
  return pages
    .slice(first)
    .map(({ text }) => text)
    .join(' ')
}

describe('every report of the demonstration', () => {
  test('there are six, one of them made up', () => {
    expect(printed.map(({ report }) => report.inspection)).toHaveLength(6)
    expect(printed.filter(({ report }) => report.warning?.startsWith('Made up'))).toHaveLength(1)
  })

  test('prints in HTML each cell of each table as the model has it', () => {
    for (const { report, html } of printed) {
      const tables = [...html.querySelectorAll('table')].map((table) =>
        [...table.querySelectorAll('tr')].map((row) =>
          [...row.querySelectorAll('th, td')].map((cell) => squeezed(cell.textContent ?? '')),
        ),
      )
      expect(tables, report.inspection).toEqual(tablesOf(report.sections).map(cellsOf))
    }
  })

  test('prints in the PDF each row of each table as the model has it', () => {
    for (const { report, pages } of printed) {
      const facts = report.facts.map(({ label, value }) => `${label}${value}`)
      const rows = tablesOf(report.sections).flatMap(({ rows }) =>
        rows.map((row) => row.map(({ text }) => text).join('')),
      )
      const expected = [...facts, ...rows].map((row) => row.replace(/\s/g, ''))
      expect(pdfRows(pages), report.inspection).toEqual(expected)
    }
  })

  test('has the same numbers, as often, in HTML and PDF, pictures and sentences among them', () => {
    for (const { report, html, pages } of printed) {
      for (const list of html.querySelectorAll('ol[start]')) {
        const start = Number(list.getAttribute('start'))
        for (const [index, item] of [...list.querySelectorAll('li')].entries())
          item.prepend(`${start + index}. `)
      }
      // The text of a picture is in an attribute of the PDF, so it is also left out of the page.
      // The same picture is there once more for narrow screens.
      for (const words of html.querySelectorAll('svg title, svg desc, .report-bars--narrow')) words.remove()
      const page = [...html.querySelectorAll('article > section')].map(textOf).join(' ')
      const body = pdfBody(pages)
      expect(sorted(numbers(body)), report.inspection).toEqual(sorted(numbers(page)))
      expect(numbers(body).length).toBeGreaterThan(100)
    }
  })

  test('has in its data annexe the figures of the printed annexe', () => {
    for (const { report } of printed) {
      const annexe = report.sections.find(({ id }) => id === 'annexe')
      const tables = tablesOf(annexe === undefined ? [] : [annexe])
      const shown = tables.flatMap(({ columns, rows }) =>
        rows.map((row) => {
          const cell = (title: string) => row[columns.findIndex((column) => column.title === title)]?.text
          return {
            item: cell('Question')?.split(' ')[0],
            base: cell('Base') ?? '',
            yes: cell('Yes') ?? '',
            percent: cell('Per cent yes'),
          }
        }),
      )
      const filed = csvRows(report)
        .filter((row) => row.kind !== 'standard')
        .map((row) => ({
          item: row.item,
          base: row.base,
          yes: row.yes,
          percent: row.percent_yes === '' ? 'Applied to no case' : `${row.percent_yes}%`,
        }))
      expect(shown.length, report.inspection).toBeGreaterThan(15)
      expect(filed, report.inspection).toEqual(shown)
    }
  })
})

function textOf(element: {
  childNodes: Iterable<{ textContent: string | null; childNodes: unknown }>
}): string {
  const parts: string[] = []
  const walk = (node: { nodeType?: number; textContent: string | null; childNodes: unknown }): void => {
    if (node.nodeType === 3) parts.push(node.textContent ?? '')
    else for (const child of node.childNodes as Iterable<typeof node>) walk(child)
  }
  for (const child of element.childNodes) walk(child)
  return parts.join(' ')
}

type CsvRow = { kind: string; item: string; base: string; yes: string; percent_yes: string }

function csvRows(report: ReportModel): readonly CsvRow[] {
  return parse(annexeCsv(report), { columns: true, relaxColumnCount: false }) as CsvRow[]
}

function cellOf(row: CsvRow, name: string): unknown {
  return new Map<string, unknown>(Object.entries(row)).get(name)
}

describe('the data annexe', () => {
  test('as a spreadsheet, read again, holds what the CSV file holds, and numbers as numbers', () => {
    for (const { report } of printed) {
      const workbook = read(annexeOds(report), { type: 'array' })
      const sheet = Object.entries(workbook.Sheets).find(([name]) => name === 'Figures')?.[1]
      if (sheet === undefined) throw new Error('the spreadsheet has no figures')
      const rows = utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null })
      const expected = report.annexe.map((row) => annexeColumns.map(({ value }) => value(row, report)))
      expect(rows[0]).toEqual(annexeColumns.map(({ title }) => title))
      expect(rows.slice(1), report.inspection).toEqual(expected)
    }
  })

  test('is described by metadata whose columns are those of the file, in its order', () => {
    for (const { report } of printed) {
      const header = annexeCsv(report).split('\r\n')[0]?.split(',')
      const metadata = annexeMetadata(report) as {
        '@context': unknown[]
        url: string
        tableSchema: { columns: { name: string; titles: string; required: boolean }[]; primaryKey: string }
      }
      expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw')
      expect(metadata.url).toBe('annexe.csv')
      expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(header)
      expect(metadata.tableSchema.columns.map(({ titles }) => titles)).toEqual(header)
      expect(header).toContain(metadata.tableSchema.primaryKey)
      const keys = csvRows(report).map((row) => cellOf(row, metadata.tableSchema.primaryKey))
      expect(new Set(keys).size).toBe(keys.length)
      for (const { name, required } of metadata.tableSchema.columns)
        if (required) for (const row of csvRows(report)) expect(cellOf(row, name), name).not.toBe('')
    }
  })
})
