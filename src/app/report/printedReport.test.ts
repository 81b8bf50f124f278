import { expect, test } from 'vitest'
import { aReport } from '../../../test/support/reportSources.ts'
import { isPrintable } from '../../core/kernel/printableText.ts'
import { buildReport } from '../../core/report/buildReport.ts'
import { printedReport } from './printedReport.ts'

test('nothing in the text of a report acts on the page that shows it', () => {
  const sources = aReport()
  const recommendations = [{ owner: 'The board\u202E', text: 'Pay\u0007 for a lens.' }]
  const report = printedReport(buildReport({ ...sources, recommendations }), 'screen')
  const page = JSON.stringify(report)
  expect(page).toContain('The board<U+202E>')
  expect(page).toContain('Pay<U+0007> for a lens.')
  expect(isPrintable(page)).toBe(true)
})
