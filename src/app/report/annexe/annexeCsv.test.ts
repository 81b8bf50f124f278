import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport } from '../../../../test/support/reportSources.ts'
import { safeCell } from '../../../core/kernel/csvText.ts'
import { buildReport } from '../../../core/report/buildReport.ts'
import { annexeCsv } from './annexeCsv.ts'

const reportFor = (serviceName: string) => {
  const sources = aReport()
  return buildReport({ ...sources, facts: { ...sources.facts, serviceName } })
}

test('a line ends with CR and LF, and the last line too', () => {
  const lines = annexeCsv(reportFor('Rock')).split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(lines).toHaveLength(8)
  expect(lines.join('')).not.toMatch(/[\r\n]/)
})

test.each(['=1+1', '+a1', '-a1', '@SUM(A1)', '\t=1'])('%j is not left as a formula', (text) => {
  expect(annexeCsv(reportFor(text))).toContain(`'${text}`)
})

test('ordinary text and numbers are left as they are', () => {
  expect(annexeCsv(reportFor('Rock'))).toContain(',11,6,0,0,17,All inspected cases,65,Dim,,\r\n')
})

describe('always', () => {
  test('a reader gets back every cell, whatever text it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (service) => {
        const rows = parse(annexeCsv(reportFor(service)), { columns: true, bom: false }) as {
          service: string
        }[]
        return rows.length === 6 && rows.every((row) => row.service === safeCell(service))
      }),
    )
  })
})
