import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { downloadName } from './downloadName.ts'

describe('the name of a download', () => {
  test.each([
    [['northmoor-2026-03', 'report', 'draft'], 'pdf', 'northmoor-2026-03-report-draft.pdf'],
    [['ynys-mon-2022-12', 'timetable', 'Siân O’Neill'], 'ics', 'ynys-mon-2022-12-timetable-sian-oneill.ics'],
    [['york-2022-12', '', 'annexe'], 'csv-metadata.json', 'york-2022-12-annexe.csv-metadata.json'],
    [['../../etc', 'pass"wd\r\nx: y'], 'csv', 'etc-pass-wd-x-y.csv'],
    [['名前'], 'csv', 'file.csv'],
  ])('%j as %s is %s', (parts, kind, name) => {
    expect(downloadName(parts, kind)).toBe(name)
  })

  test('is always plain, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        expect(downloadName(parts, 'ods')).toMatch(/^[a-z0-9-]+\.ods$/)
      }),
    )
  })
})
