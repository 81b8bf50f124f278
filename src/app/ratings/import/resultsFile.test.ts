import { describe, expect, test } from 'vitest'
import { codesOf, doneValue } from '../../../../test/support/results.ts'
import { readResults, readResultsFile } from './resultsFile.ts'

const standard = { standard: '2.2', rating: 'good' }
const inspection = { service: 'A service', edition: 'small', standards: [standard] }

function placesOf(content: unknown) {
  const result = readResultsFile(JSON.stringify(content), 'results.json')
  return result.ok ? [] : result.problems.map(({ code, place }) => [code, place.path, place.field])
}

describe('a results file', () => {
  test('holds one inspection or a list of them', () => {
    expect(doneValue(readResults(JSON.stringify(inspection), 'r.json'))).toMatchObject({
      isList: false,
      inspections: [{ service: 'A service', place: { file: 'r.json' } }],
    })
    expect(doneValue(readResults(JSON.stringify([inspection, inspection]), 'r.json'))).toMatchObject({
      isList: true,
      inspections: [{ place: { path: '[0]' } }, { place: { path: '[1]' } }],
    })
  })

  test('may hold more of an inspection than is rated', () => {
    const published = {
      ...inspection,
      report: 'a.txt',
      cases: { court: 6 },
      scoreNote: 'not printed',
      score: null,
    }
    expect(doneValue(readResultsFile(JSON.stringify(published), 'r.json'))).toHaveLength(1)
  })

  test('is read with a byte order mark', () => {
    expect(doneValue(readResultsFile(`\uFEFF${JSON.stringify(inspection)}`, 'r.json'))).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', '', 'file.empty'],
    ['an empty list', '[]', 'file.empty'],
    ['broken JSON', '{"service": ', 'file.not-json'],
    ['a word', '"results"', 'json.wrong-type'],
  ])('%s', (_, text, code) => {
    expect(codesOf(readResultsFile(text, 'results.json'))).toEqual([code])
  })

  test('every fault of form, with its path', () => {
    const keyQuestions = [
      { keyQuestion: 'desistance', percentyes: 50 },
      { keyQuestion: 1, percentYes: '50' },
    ]
    expect(placesOf([{ edition: 'small', standards: [{ standard: '1.2', keyQuestions }] }, 7])).toEqual([
      ['json.field-missing', '[0].service', 'service'],
      ['json.field-unknown', '[0].standards[0].keyQuestions[0].percentyes', 'percentyes'],
      ['json.wrong-type', '[0].standards[0].keyQuestions[1].keyQuestion', 'keyQuestion'],
      ['json.wrong-type', '[0].standards[0].keyQuestions[1].percentYes', 'percentYes'],
      ['json.wrong-type', '[1]', undefined],
    ])
  })

  test('a misspelt professional judgement', () => {
    const misspelt = { ...standard, professionalJudgment: { rating: 'good', reason: 'Strong practice' } }
    expect(placesOf({ ...inspection, standards: [misspelt] })).toEqual([
      ['json.field-unknown', 'standards[0].professionalJudgment', 'professionalJudgment'],
    ])
  })

  test('a misspelt field of the inspection, since a declaration as unrated would be lost', () => {
    expect(placesOf({ ...inspection, unratd: [{ standard: '1.1', reason: 'None' }] })).toEqual([
      ['json.field-unknown', 'unratd', 'unratd'],
    ])
  })

  test('a figure that is given twice: which of the two is meant is not for the program to choose', () => {
    const text = JSON.stringify({ ...inspection, standards: [standard] })
    const twice = `{"service": "Testham", ${text.slice(1)}`
    const read = readResultsFile(twice, 'results.json')
    expect(read).toMatchObject({
      ok: false,
      problems: [{ code: 'json.key-twice', place: { line: 1, path: 'service' } }],
    })
  })

  test('a file in two encodings, with its line; one of Windows is read, and no letter is lost', () => {
    const windows = Buffer.from(JSON.stringify({ ...inspection, service: 'Ynys Môn' }), 'latin1')
    expect(doneValue(readResultsFile(windows, 'results.json'))[0]?.service).toBe('Ynys Môn')
    const mixed = Buffer.concat([Buffer.from('{"note": "Môn",\n'), windows.subarray(1)])
    expect(readResultsFile(mixed, 'results.json')).toMatchObject({
      ok: false,
      problems: [{ code: 'text.encodings-mixed', place: { file: 'results.json', line: 2 } }],
    })
  })
})
