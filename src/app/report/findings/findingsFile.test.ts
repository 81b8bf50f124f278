import { describe, expect, test } from 'vitest'
import { lighthouseEdition } from '../../../../test/support/reportSources.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { checkFindings } from '../../../core/report/checkFindings.ts'
import { readFindingsFile } from './findingsFile.ts'

const faults = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map(({ code, place }) => [code, place.path])

const file = (content: object) => readFindingsFile(JSON.stringify(content), 'findings.json')

describe('a findings file', () => {
  test('is read with its texts trimmed and what is left out empty', () => {
    expect(file({ inspection: 'rock', findings: [{ standard: 'B1', strengths: [' Lit. '] }] })).toEqual({
      ok: true,
      value: {
        inspection: 'rock',
        findings: [{ standard: 'B1', strengths: ['Lit.'], areasForImprovement: [] }],
        recommendations: [],
      },
    })
  })

  test('that is not JSON is refused, and says where', () => {
    const refused = readFindingsFile('{"inspection": }', 'findings.json')
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'file.not-json' }] })
  })

  test('is refused with every fault and its place', () => {
    const refused = file({
      findings: [{ standard: 'B1', strengths: ['  '] }],
      recommendations: [{ owner: 'The board' }],
    })
    expect(faults(refused)).toEqual([
      ['json.field-missing', 'inspection'],
      ['json.value-not-allowed', 'findings[0].strengths[0]'],
      ['json.field-missing', 'recommendations[0].text'],
    ])
  })
})

describe('a findings file is refused rather than read in part', () => {
  const whole = { inspection: 'rock', findings: [], recommendations: [{ owner: 'The board', text: 'Act.' }] }

  test('if a field is misspelt, which would delete the recommendations that are stored', () => {
    const { recommendations, ...others } = whole
    expect(faults(file({ ...others, recomendations: recommendations }))).toEqual([
      ['json.field-unknown', 'recomendations'],
    ])
    const misspelt = [{ standard: 'B1', strenghts: ['Lit.'] }]
    expect(faults(file({ ...whole, findings: misspelt }))).toEqual([
      ['json.field-unknown', 'findings[0].strenghts'],
    ])
  })

  test('if the numbers of the recommendations are not their order', () => {
    const numbered = (...numbers: readonly number[]) =>
      file({
        ...whole,
        recommendations: numbers.map((number) => ({ owner: 'The board', text: 'Act.', number })),
      })
    expect(faults(numbered(1, 2))).toEqual([])
    expect(faults(numbered(2, 1))).toEqual([
      ['json.value-not-allowed', 'recommendations[0].number'],
      ['json.value-not-allowed', 'recommendations[1].number'],
    ])
  })

  test('if a field is given twice', () => {
    const text = JSON.stringify(whole)
    const read = readFindingsFile(`{"recommendations": [], ${text.slice(1)}`, 'findings.json')
    expect(faults(read)).toEqual([['json.key-twice', 'recommendations']])
  })

  test('if it is in two encodings; one of Windows and a byte order mark are no fault', () => {
    const text = JSON.stringify({ ...whole, recommendations: [{ owner: 'Cyngor Môn', text: 'Act.' }] })
    const windows = Buffer.from(text, 'latin1')
    for (const bytes of [windows, Buffer.from(`\uFEFF${text}`)]) {
      expect(readFindingsFile(bytes, 'findings.json')).toMatchObject({
        ok: true,
        value: { recommendations: [{ owner: 'Cyngor Môn' }] },
      })
    }
    const mixed = Buffer.concat([windows.subarray(0, -1), Buffer.from(', "summary": "Môn"}')])
    expect(faults(readFindingsFile(mixed, 'findings.json'))).toEqual([['text.encodings-mixed', undefined]])
  })
})

describe('findings against their edition', () => {
  const none = { strengths: [], areasForImprovement: [] }
  const check = (inspection: string, standards: readonly string[]) =>
    checkFindings(lighthouseEdition, 'rock', {
      inspection,
      findings: standards.map((standard) => ({ standard, ...none })),
      recommendations: [],
    })

  test('are refused for another inspection, an unknown standard and a standard twice, all at once', () => {
    expect(faults(check('cape', ['B1', 'Z9', 'B1']))).toEqual([
      ['findings.other-inspection', 'inspection'],
      ['findings.standard-not-found', 'findings[1].standard'],
      ['findings.standard-twice', 'findings[2].standard'],
    ])
  })

  test('pass where each is of a standard of the edition', () => {
    expect(check('rock', ['C1', 'B1'])).toMatchObject({
      ok: true,
      value: { findings: [{ standard: 'C1' }, { standard: 'B1' }] },
    })
  })
})
