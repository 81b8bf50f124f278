import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../test/support/demonstrationReports.ts'
import { type ReadPdf, readPdf, withRole } from '../../../../test/support/readPdf.ts'
import { aReport, withJudgement } from '../../../../test/support/reportSources.ts'
import { buildReport } from '../../../core/report/buildReport.ts'
import { printedReport } from '../printedReport.ts'
import { createPdfPrinter } from './pdfPrinter.ts'

const printer = createPdfPrinter()
afterAll(() => printer.close())

/** Text that would be an order, a sum, a heading or a failure if it were read as Typst's markup. */
const hostile =
  '#panic("read as code") *bold* _slant_ $x^2$ @label <mark> `raw` \\ = heading ] } #{ "quoted" // gone /* gone */ ~ – "'

let pdf: ReadPdf

beforeAll(async () => {
  const sources = withJudgement(aReport(), hostile)
  const findings = sources.findings.map((one) => ({ ...one, strengths: [hostile] }))
  const recommendations = [
    { owner: hostile, text: hostile },
    { owner: hostile, text: 'Well done 👍 \uF0B7' },
  ]
  const report = printedReport(buildReport({ ...sources, findings, recommendations }), 'paper')
  pdf = await readPdf(must(await printer.print(report)))
})

describe('the PDF of a report', () => {
  test('says that it is PDF/UA-1, and is tagged', () => {
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.marked).toBe(true)
  })

  test('has a title, an author and a language', () => {
    expect(pdf.title).toBe('Inspection report: Rock Lighthouse')
    expect(pdf.author).toBe('Assay, the inspection workbench')
    expect(pdf.language).toBe('en-GB')
  })

  test('has an outline, and contents that link', () => {
    expect(pdf.outline).toEqual([
      'Ratings',
      'Recommendations',
      'The board',
      'Lamps',
      'Fog signals',
      'Data annexe',
      'How these ratings were made',
    ])
    const contents = withRole(pdf.pages, 'TOC')[0]
    expect(withRole(contents?.children ?? [], 'Link').length).toBeGreaterThan(10)
  })

  test('has headings for parts, standards and findings', () => {
    expect(withRole(pdf.pages, 'H1').map(({ text }) => text)).toContain('Lamps')
    expect(withRole(pdf.pages, 'H2').map(({ text }) => text)).toContain('B1 Lighting')
    expect(withRole(pdf.pages, 'H3').map(({ text }) => text)).toEqual(['Strengths', 'Areas for improvement'])
  })

  test('has a row of headings in every table', () => {
    const tables = withRole(pdf.pages, 'Table')
    expect(tables.length).toBeGreaterThan(6)
    for (const table of tables) {
      const head = withRole(table.children, 'THead')
      expect(withRole(head, 'TH').length, table.text).toBeGreaterThan(1)
      expect(withRole(head, 'TD'), table.text).toEqual([])
      expect(withRole(table.children, 'TD').length, table.text).toBeGreaterThan(0)
    }
  })

  test('has the header of each row of a table in its first cell, with the row as its scope', () => {
    for (const table of withRole(pdf.pages, 'Table')) {
      const rows = withRole(withRole(table.children, 'TBody'), 'TR')
      expect(rows.length, table.text).toBeGreaterThan(0)
      for (const { children, text } of rows) {
        const roles = children.map(({ role }) => role)
        expect([text, roles]).toEqual([text, ['TH', ...roles.slice(1).map(() => 'TD')]])
      }
    }
    const rows = withRole(withRole(pdf.pages, 'TBody'), 'TR')
    expect(pdf.scopes.row).toBe(rows.length)
    expect(pdf.scopes.column).toBeGreaterThan(rows[0]?.children.length ?? 0)
  })

  test('has words for every picture', () => {
    const figures = withRole(pdf.pages, 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual(['Bar chart. B1.1 is at 65%: Dim. B1.2 is at 76%: Bright.'])
  })

  test('says on every page what must be known of it', () => {
    expect(pdf.printed.length).toBeGreaterThan(8)
    for (const page of pdf.printed)
      expect(page).toContain('Provisional: these ratings have not been published.')
  })

  test('numbers its pages', () => {
    const count = pdf.printed.length
    for (const [index, page] of pdf.printed.entries()) expect(page).toContain(`Page ${index + 1} of ${count}`)
  })

  test('prints any text as it is', () => {
    const text = pdf.printed.join(' ').replace(/\s+/g, ' ')
    expect(text).toContain('Well done 👍 □')
    expect(text.split(hostile).length - 1).toBeGreaterThanOrEqual(4)
  })
})

describe('the printer', () => {
  test('makes several reports that are asked for at once, each its own', async () => {
    const names = ['First', 'Second', 'Third', 'Fourth']
    const reports = names.map((serviceName) => {
      const sources = aReport()
      return printedReport(buildReport({ ...sources, facts: { ...sources.facts, serviceName } }), 'paper')
    })
    const printed = await Promise.all(reports.map((report) => printer.print(report)))
    const titles = await Promise.all(printed.map(async (result) => (await readPdf(must(result))).title))
    expect(titles).toEqual(names.map((name) => `Inspection report: ${name}`))
  })

  test('does not block the thread that serves pages', async () => {
    let ticks = 0
    const clock = setInterval(() => ticks++, 1)
    const fresh = createPdfPrinter()
    await fresh.print(printedReport(buildReport(aReport()), 'paper'))
    clearInterval(clock)
    await fresh.close()
    expect(ticks).toBeGreaterThan(3)
  })

  test('refuses a report that cannot be typeset, says why, and makes the next one', async () => {
    const report = printedReport(buildReport(aReport()), 'paper')
    const broken = { ...report, overall: { text: 'Dim', tone: 'no such tone' } }
    const refused = await printer.print(broken as typeof report)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'report.pdf-failed' }] })
    expect(await printer.print(report)).toMatchObject({ ok: true })
  })

  test('refuses a report that takes too long or too much memory', async () => {
    const report = printedReport(buildReport(aReport()), 'paper')
    const slow = createPdfPrinter({ seconds: 0.001 })
    const greedy = createPdfPrinter({ memoryMegabytes: 1 })
    const codes = await Promise.all(
      [slow, greedy].map(async ({ print }) => {
        const printed = await print(report)
        return printed.ok || printed.problems[0].code
      }),
    )
    expect(codes).toEqual(['report.pdf-too-slow', 'report.pdf-too-large'])
    await Promise.all([slow.close(), greedy.close()])
  })

  test('refuses a report when too many wait, in words that say what to do', async () => {
    const busy = createPdfPrinter({ waiting: 1 })
    const report = printedReport(buildReport(aReport()), 'paper')
    const three = await Promise.all([busy.print(report), busy.print(report), busy.print(report)])
    expect(three.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(three[2]).toMatchObject({
      problems: [
        {
          code: 'report.pdf-queue-full',
          text: 'This service is making too many PDFs.',
        },
      ],
    })
    await busy.close()
  })

  test('refuses what is still waiting when it is closed', async () => {
    const closing = createPdfPrinter()
    const waiting = closing.print(printedReport(buildReport(aReport()), 'paper'))
    await closing.close()
    expect(await waiting).toMatchObject({ ok: false, problems: [{ code: 'report.pdf-failed' }] })
  })
})
