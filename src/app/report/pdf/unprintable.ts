import { missingCharacters, missingMark, missingWords } from '../../../core/report/coveredText.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'
import { typefaceCoverage } from './typefaces.ts'

/** Warns the writer of a text which of its characters the PDF prints as a mark; null where it prints them all. */
export function unprintableWords(text: string): string | null {
  const words = missingWords(missingCharacters(text, typefaceCoverage()))
  return words === null ? null : `The PDF of the report shows ${missingMark} instead of: ${words}.`
}

/** Every text of a report, each on a line. */
export function textsOf(report: ReportModel): string {
  const texts: string[] = []
  JSON.stringify(report, (_name, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts.join('\n')
}
