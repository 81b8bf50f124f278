import { describe, expect, test } from 'vitest'
import { aSmallEdition } from '../../../test/support/editionBuilder.ts'
import { codesOf, doneValue } from '../../../test/support/results.ts'
import { figuresFromAnswers } from './figuresFromAnswers.ts'
import type { JudgementInput } from './resultsInput.ts'

const edition = aSmallEdition()
const rows = [{ caseId: 'A', domain: 'court', question: '1.2.1', answer: 'yes', row: 2 }]

function figures(...judgements: readonly JudgementInput[]) {
  return figuresFromAnswers(edition, rows, { judgements, unrated: [] }, 'answers.csv')
}

function judgement(standard: string, rating: string, reason: string | null = null): JudgementInput {
  return { standard, rating, reason, place: { file: 'judgements.json' } }
}

describe('judgements next to answers', () => {
  test('on a standard from evidence it is the rating', () => {
    expect(doneValue(figures(judgement('2.2', 'good'))).judgements).toEqual([
      { standard: '2.2', rating: 'good', reason: null },
    ])
  })

  test('on a standard of cases it is a professional judgement', () => {
    expect(doneValue(figures(judgement('1.2', 'good', 'Strong practice'))).professionalJudgements).toEqual([
      { standard: '1.2', rating: 'good', reason: 'Strong practice' },
    ])
  })

  test.each([
    [
      'a professional judgement without a reason',
      [judgement('1.2', 'good')],
      'ratings.professional-judgement-without-reason',
    ],
    [
      'a standard judged twice',
      [judgement('2.2', 'good'), judgement('2.2', 'good')],
      'ratings.standard-twice',
    ],
    ['a standard that is not in the edition', [judgement('9.9', 'good')], 'ratings.standard-not-found'],
    ['a rating off the scale', [judgement('2.2', 'excellent')], 'ratings.rating-not-found'],
  ])('%s is refused', (_, judgements, code) => {
    expect(codesOf(figures(...judgements))).toEqual([code])
  })

  test('problems of answers and judgements come together, each with its file', () => {
    const wrong = rows.map((row) => ({ ...row, answer: 'perhaps' }))
    const judgements = [judgement('9.9', 'good')]
    const result = figuresFromAnswers(edition, wrong, { judgements, unrated: [] }, 'answers.csv')
    expect(result.ok ? [] : result.problems.map(({ place }) => place.file)).toEqual([
      'answers.csv',
      'judgements.json',
    ])
  })
})
