/** Whatever a text holds, there is a PDF of it, and what it cannot print is what its writer was warned of. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport } from '../../../../test/support/reportSources.ts'
import { buildReport } from '../../../core/report/buildReport.ts'
import { coveredText, missingCharacters, missingMark, missingText } from '../../../core/report/coveredText.ts'
import { printedReport } from '../printedReport.ts'
import { typefaceCoverage } from './typefaces.ts'
import { createTypesetter } from './typesetReport.ts'

const typeset = createTypesetter()
const coverage = typefaceCoverage()

/** Returns a PDF of a report with these findings. Throws if it cannot be made. */
function pdfOf(strengths: readonly string[]): Uint8Array {
  const sources = aReport()
  const findings = sources.findings.map((one) => ({ ...one, strengths }))
  const { sections, ...report } = printedReport(buildReport({ ...sources, findings }), 'paper')
  return typeset({ ...report, sections: sections.filter(({ id }) => id.startsWith('domain')) })
}

test('the typefaces of the PDF cover what children and families in England and Wales write in', () => {
  const words = [
    'Plant yn ŵyl â’r tŷ',
    'Zażółć gęślą jaźń',
    'Ștefan',
    'Доброго дня',
    'বাংলা',
    'ਪੰਜਾਬੀ',
    'ગુજરાતી',
    'हिन्दी',
    'தமிழ்',
    'اردو العربية',
    '中文繁體',
    'ひらがな カタカナ',
    '👍 👩‍👧 ❤️',
    '• – — “ ” … £ € ½',
  ]
  for (const word of words) expect([word, missingCharacters(word, coverage)]).toEqual([word, []])
  expect(pdfOf(words).length).toBeGreaterThan(0)
})

test('what would act on the printer is a mark too, and is named without itself', () => {
  const text = 'Good\u202E work\u0007'
  expect(coveredText(text, coverage)).toBe(`Good${missingMark} work${missingMark}`)
  expect(missingText(missingCharacters(text, coverage))).toBe('U+202E, U+0007')
})

test('what they do not cover is a mark in the PDF, and named to the writer', () => {
  const text = 'Good \uF0B7 work \u{13080} \uF0B7'
  expect(coveredText(text, coverage)).toBe(`Good ${missingMark} work ${missingMark} ${missingMark}`)
  expect(missingText(missingCharacters(text, coverage))).toBe('\uF0B7 (U+F0B7), \u{13080} (U+13080)')
  expect(pdfOf([text]).length).toBeGreaterThan(0)
})

/** Characters that go together with their neighbours, act on the printer, or are unseen. */
const troublesome = fc.constantFrom(
  ...'\r\n\t \u0301\u200D\uFE0F□\u200B👍ক\u09BFا\u064Bத\u0BCD中\u3099\u2028🇬\uF0B7\u3164',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: troublesome, maxLength: 100 }),
  fc.array(fc.integer({ min: 0, max: 0xff_ff })).map((units) => String.fromCharCode(...units)),
)

describe('always', () => {
  test('nothing is missing from what is printed, the mark included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(missingCharacters(coveredText(text, coverage), coverage)).toEqual([])
      }),
    )
  })

  test('the warning and the mark agree', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const seen = text.replace(/[\u200B\u2060\uFEFF]/g, '').replaceAll('\r\n', '\n')
        const isPrinted = coveredText(text, coverage) === seen
        expect(missingCharacters(text, coverage).length === 0).toBe(isPrinted)
      }),
    )
  })

  test('any text makes a PDF', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), (strengths) => pdfOf(strengths).length > 0),
      { numRuns: 15 },
    )
  })
})
