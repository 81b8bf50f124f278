/** Typesets a report with Typst. It blocks while it works, so only the worker thread and the bench call it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { coveredText } from '../../../core/report/coveredText.ts'
import type { PrintedReport } from '../printedReport.ts'
import { withRowHeaders } from './rowHeaders.ts'
import { fontsFolder, typefaceCoverage, typefaceFamilies } from './typefaces.ts'
import { templatesFolder, typstTemplate } from './typstTemplate.ts'

const template = readFileSync(typstTemplate, 'utf8')

/** A compiler with the project's fonts and template; making one reads the fonts, so it is kept. */
export function createTypesetter(): (report: PrintedReport) => Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: templatesFolder,
    fontArgs: [{ fontPaths: [fontsFolder] }],
  })
  return (report) => typeset(compiler, report)
}

/**
 * The report as a tagged PDF/UA-1. The report reaches the template as a JSON file, so that no text in it can be
 * read as markup. Throws an Error with Typst's own words where it cannot be typeset.
 */
function typeset(compiler: NodeCompiler, report: PrintedReport): Uint8Array {
  compiler.mapShadow(join(templatesFolder, 'report.json'), Buffer.from(printable(report)))
  const compiled = compiler.compile({ mainFileContent: template })
  const document = compiled.result
  if (document === null) throw new Error(diagnostics(compiler, compiled))
  const pdf = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 })
  // Two reports share too little for the cache of an earlier one to be worth its memory.
  compiler.evictCache(0)
  return withRowHeaders(pdf)
}

/** The report as JSON. Nothing in its text acts on the printer, and every character is one that can be printed. */
function printable(report: PrintedReport): string {
  const coverage = typefaceCoverage()
  return JSON.stringify({ ...report, typefaces: typefaceFamilies }, (_name, value: unknown) =>
    typeof value === 'string' ? coveredText(value, coverage) : value,
  )
}

function diagnostics(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeDiagnostics()
  if (error === null) return 'Typst gave no reason.'
  return compiler.fetchDiagnostics(error).map(messageOf).join('; ')
}

function messageOf(diagnostic: unknown): string {
  const told = typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic
  return told ? String(diagnostic.message) : String(diagnostic)
}
