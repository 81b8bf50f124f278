/** Typesets a report with Typst. It blocks while it works, so only the process of the printer and the bench call it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { coveredText } from '../../../core/report/coveredText.ts'
import type { PrintedReport } from '../printedReport.ts'
import { withRowHeaders } from './rowHeaders.ts'
import { fontsFolder, typefaceCoverage, typefaceFamilies } from './typefaces.ts'
import { templatesFolder, typstTemplate } from './typstTemplate.ts'

const template = readFileSync(typstTemplate, 'utf8')

/** Returns a function that typesets a report as PDF. Making it reads the fonts, so it is made once and used again. */
export function createTypesetter(): (report: PrintedReport) => Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: templatesFolder,
    fontArgs: [{ fontPaths: [fontsFolder] }],
  })
  return (report) => typeset(compiler, report)
}

/**
 * The report as a tagged PDF/UA-1. The report reaches the template as a JSON file, so that no text in it can be
 * read as markup. Throws an Error with the message of Typst if it cannot be typeset.
 */
function typeset(compiler: NodeCompiler, report: PrintedReport): Uint8Array {
  compiler.mapShadow(join(templatesFolder, 'report.json'), Buffer.from(printable(report)))
  const compiled = compiler.compile({ mainFileContent: template })
  const document = compiled.result
  if (document === null) throw new Error(diagnostics(compiler, compiled))
  const pdf = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 })
  // Reports have too little in common for the cache of an earlier one to be worth its memory.
  compiler.evictCache(0)
  return withRowHeaders(pdf)
}

/** The report as JSON. Nothing in its text has an effect on the printer, and every character can be printed. */
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
  const hasMessage = typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic
  return hasMessage ? String(diagnostic.message) : String(diagnostic)
}
