/**
 * The PDF of a report of 40 pages or more: Typst in its worker thread compared with Chromium printing the web page of
 * the same report, in one run, both tagged. Every round has its own words throughout, so that nothing of an
 * earlier round can be used again. Run it with `node bench/pdf.ts`; CHROMIUM can name the browser.
 */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { loadEditions } from '../src/app/framework/editions.ts'
import { reportFile } from '../src/app/report/files/reportFile.ts'
import { createPdfPrinter, type PdfPrinter } from '../src/app/report/pdf/pdfPrinter.ts'
import { printedReport } from '../src/app/report/printedReport.ts'
import type { Block, ReportModel, Section } from '../src/core/report/reportModel.ts'
import { madeUpReport, must } from '../test/support/demonstrationReports.ts'

const rounds = 7
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

type Timed = { readonly ms: number; readonly pdf: Uint8Array }

/** Prints the comparison: milliseconds of each, cold and warm, and what Typst takes of Chromium's time. */
export async function main(): Promise<void> {
  const editions = must(await loadEditions(join(import.meta.dirname, '../editions')))
  const report = longReport(await madeUpReport(editions))

  const printer = createPdfPrinter()
  const typstCold = await timed(() => typstPdf(printer, inRound(report, 0)))
  let browser: Browser | undefined
  const chromiumCold = await timed(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    return chromiumPdf(browser, inRound(report, 0))
  })
  if (browser === undefined) throw new Error('Chromium did not start')

  const typstWarm: number[] = []
  const chromiumWarm: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const own = inRound(report, round)
    typstWarm.push((await timed(() => typstPdf(printer, own))).ms)
    chromiumWarm.push((await timed(() => chromiumPdf(browser, own))).ms)
  }
  await browser.close()
  await printer.close()

  console.log(`PDF of one report, ${rounds} warm rounds, medians`)
  console.log(`  pages   Typst ${pages(typstCold.pdf)}, Chromium ${pages(chromiumCold.pdf)}`)
  console.log(`  size    Typst ${kilobytes(typstCold.pdf)} kB, Chromium ${kilobytes(chromiumCold.pdf)} kB`)
  compare('cold', typstCold.ms, chromiumCold.ms)
  compare('warm', median(typstWarm), median(chromiumWarm))
}

async function timed(make: () => Promise<Uint8Array>): Promise<Timed> {
  const start = performance.now()
  const pdf = await make()
  return { ms: performance.now() - start, pdf }
}

/** From the model to the PDF, drawing of its pictures and the way to the thread and back included. */
async function typstPdf(printer: PdfPrinter, report: ReportModel): Promise<Uint8Array> {
  return must(await printer.print(printedReport(report, 'paper')))
}

/** From the model to the PDF, drawing of its pictures and rendering of the page included. */
async function chromiumPdf(browser: Browser | undefined, report: ReportModel): Promise<Uint8Array> {
  if (browser === undefined) throw new Error('Chromium did not start')
  const file = join(tmpdir(), `assay-bench-${process.pid}.html`)
  writeFileSync(file, reportFile(report))
  const page = await browser.newPage()
  await page.goto(`file://${file}`)
  const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true })
  await page.close()
  return pdf
}

/** The invented report with each of its parts twice, so that it is as long as the longest that are published. */
function longReport(report: ReportModel): ReportModel {
  return { ...report, sections: [...report.sections, ...report.sections.map(secondPart)] }
}

function secondPart(section: Section): Section {
  return {
    ...section,
    id: `second-${section.id}`,
    blocks: section.blocks.map((block) =>
      block.kind === 'bars' ? { ...block, bars: { ...block.bars, id: `second-${block.bars.id}` } } : block,
    ),
    sections: section.sections.map(secondPart),
  }
}

/** The report with every text marked by its round. */
function inRound(report: ReportModel, round: number): ReportModel {
  const section = (one: Section): Section => ({
    ...one,
    title: `${one.title} ${round}`,
    blocks: one.blocks.map((block) => blockInRound(block, round)),
    sections: one.sections.map(section),
  })
  return { ...report, sections: report.sections.map(section) }
}

function blockInRound(block: Block, round: number): Block {
  const mark = (text: string) => `${text} ${round}`
  if (block.kind === 'list' || block.kind === 'steps') return { ...block, items: block.items.map(mark) }
  if (block.kind === 'bars') {
    const bars = block.bars.bars.map((bar) => ({ ...bar, label: mark(bar.label) }))
    return { ...block, bars: { ...block.bars, bars } }
  }
  if (block.kind === 'table') {
    const rows = block.table.rows.map((row) => row.map((cell) => ({ ...cell, text: mark(cell.text) })))
    return { ...block, table: { ...block.table, caption: mark(block.table.caption), rows } }
  }
  return 'text' in block ? { ...block, text: mark(block.text) } : block
}

function compare(name: string, typst: number, chromiumMs: number): void {
  const ratio = (typst / chromiumMs).toFixed(2)
  console.log(
    `  ${name}    Typst ${Math.round(typst)} ms, Chromium ${Math.round(chromiumMs)} ms: Typst takes ${ratio} of Chromium's time`,
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function pages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  )
}

function kilobytes(pdf: Uint8Array): number {
  return Math.round(pdf.length / 1000)
}

if (import.meta.main) await main()
