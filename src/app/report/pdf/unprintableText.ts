import { missingCharacters, missingMark, missingText } from '../../../core/report/coveredText.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'
import { typefaceCoverage } from './typefaces.ts'

/** Returns which characters of a text the PDF prints as a mark, as a warning to its writer; null if it prints them all. */
export function unprintableText(text: string): string | null {
  const missing = missingText(missingCharacters(text, typefaceCoverage()))
  return missing === null ? null : `The PDF of the report shows ${missingMark} instead of: ${missing}.`
}

/** Returns every text of a report, each on a line. */
export function textsOf(report: ReportModel): string {
  const texts: string[] = []
  JSON.stringify(report, (_name, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts.join('\n')
}
