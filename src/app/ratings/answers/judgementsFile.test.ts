import { describe, expect, test } from 'vitest'
import { codesOf, doneValue } from '../../../../test/support/results.ts'
import { readJudgementsFile } from './judgementsFile.ts'

function read(content: unknown) {
  return readJudgementsFile(JSON.stringify(content), 'judgements.json')
}

describe('a judgements file', () => {
  test('holds judgements and what is declared unrated', () => {
    const given = [
      { standard: '1.1', rating: 'good' },
      { standard: '2.1', rating: 'good', reason: 'Strong practice' },
      { domain: '3', unrated: { reason: 'Too few cases' } },
    ]
    expect(doneValue(read(given))).toMatchObject({
      judgements: [
        { standard: '1.1', rating: 'good', reason: null, place: { path: '[0]' } },
        { standard: '2.1', rating: 'good', reason: 'Strong practice', place: { path: '[1]' } },
      ],
      unrated: [{ standard: null, domain: '3', reason: 'Too few cases', place: { path: '[2].unrated' } }],
    })
  })

  test('may be an empty list', () => {
    expect(doneValue(read([]))).toEqual({ judgements: [], unrated: [] })
  })

  test.each([
    ['one judgement instead of a list', { standard: '1.1', rating: 'good' }, ['json.wrong-type']],
    ['a judgement without a rating', [{ standard: '1.1' }], ['json.field-missing']],
    ['a field that is not known', [{ standard: '1.1', rating: 'good', why: 'x' }], ['json.field-unknown']],
    [
      'faults in several entries',
      [{ standard: 1, rating: 'good' }, 'x'],
      ['json.wrong-type', 'json.wrong-type'],
    ],
  ])('%s is refused', (_, content, codes) => {
    expect(codesOf(read(content))).toEqual(codes)
  })
})
