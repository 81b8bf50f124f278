/** The same rules on an invented edition of another shape: nothing of the real editions is in the code. */
import { describe, expect, test } from 'vitest'
import { readJudgementsFile } from '../../src/app/ratings/answers/judgementsFile.ts'
import { readResultsFile } from '../../src/app/ratings/import/resultsFile.ts'
import { figuresFromAnswers } from '../../src/core/ratings/figuresFromAnswers.ts'
import { figuresFromResults } from '../../src/core/ratings/figuresFromResults.ts'
import { rateInspection } from '../../src/core/ratings/rateInspection.ts'
import { inventedEdition } from '../support/inventedEdition.ts'
import { codesOf, doneValue } from '../support/results.ts'

const edition = inventedEdition()

const listening = {
  standard: 'A.1',
  keyQuestions: [
    { keyQuestion: 'home', yes: 17, of: 20 },
    { keyQuestion: 'school', yes: 12, of: 20 },
  ],
}
const premises = { standard: 'A.2', rating: 'excellent' }
const inTouch = { standard: 'B.1', keyQuestions: [{ keyQuestion: 'B.1.1', percentYes: 85 }] }

function rate(standards: readonly object[], others: object = {}) {
  const text = JSON.stringify({ service: 'Nowhere', edition: edition.id, standards, ...others })
  const [input] = doneValue(readResultsFile(text, 'results.json'))
  if (input === undefined) throw new Error('the file holds one inspection')
  const figures = figuresFromResults(edition, input)
  return figures.ok ? rateInspection(edition, figures.value) : figures
}

describe('a scale of five ratings with uneven points', () => {
  test('bands, points, score and overall rating are the edition’s own', () => {
    const rated = doneValue(rate([listening, premises, inTouch]))
    expect(rated.standards.map(({ standard, awarded, points }) => [standard, awarded, points])).toEqual([
      ['A.1', 'strong', 3],
      ['A.2', 'excellent', 5],
      ['B.1', 'excellent', 5],
    ])
    expect(rated).toMatchObject({ score: 13, maximum: 15, overall: 'excellent', resettlement: null })
  })

  test('the distance to a band is counted with the edition’s bands', () => {
    const [standard] = doneValue(rate([listening])).standards
    expect(standard?.keyQuestions).toMatchObject([
      { id: 'A.1.1', percentYes: 85, band: 'excellent', yesToNextBand: null, yesToBandBelow: 1 },
      { id: 'A.1.2', percentYes: 60, band: 'strong', yesToNextBand: 5, yesToBandBelow: 1 },
    ])
  })

  test('a smaller maximum has bands of its own', () => {
    const unrated = [{ domain: 'aftercare', reason: 'No child has left' }]
    expect(doneValue(rate([listening, premises], { unrated }))).toMatchObject({
      score: 8,
      maximum: 10,
      overall: 'strong',
    })
  })

  test('its limiting judgement is another', () => {
    const poorPremises = { standard: 'A.2', rating: 'poor' }
    const excellent = {
      ...listening,
      keyQuestions: [
        { keyQuestion: 'home', percentYes: 90 },
        { keyQuestion: 'school', percentYes: 90 },
      ],
    }
    expect(doneValue(rate([excellent, poorPremises, inTouch]))).toMatchObject({
      score: 10,
      overallCalculated: 'strong',
      overall: 'fair',
      limitedBy: 'A.2',
    })
  })
})

describe('professional judgement within its limits', () => {
  const judged = (yes: number, rating: string) => ({
    ...listening,
    keyQuestions: [
      { keyQuestion: 'home', yes: 100, of: 100 },
      { keyQuestion: 'school', yes, of: 100 },
    ],
    professionalJudgement: { rating, reason: 'Seen in every meeting' },
  })

  test.each([
    ['five points below the next band, one step up', judged(55, 'strong'), []],
    ['six points below the next band', judged(54, 'strong'), ['ratings.professional-judgement-distance']],
    ['two steps up', judged(55, 'excellent'), ['ratings.professional-judgement-steps']],
    ['down', judged(61, 'fair'), ['ratings.professional-judgement-direction']],
  ])('%s', (_, standard, refused) => {
    expect(codesOf(rate([standard]))).toEqual(refused)
  })
})

test('answers are allowed and divided question by question, as the file says', () => {
  const answer = (caseId: string, question: string, said: string, domain = 'prevention') => {
    return { caseId, domain, question, answer: said, row: null }
  }
  const rows = [
    answer('1', 'A.1.1', 'yes'),
    answer('2', 'A.1.1', 'no'),
    answer('1', 'A.1.2', 'yes'),
    answer('2', 'A.1.2', 'na'),
    answer('1', 'A.1.1.a', 'yes'),
    answer('2', 'A.1.1.a', 'na'),
    answer('1', 'A.1.1.b', 'yes'),
    answer('2', 'A.1.1.b', 'na'),
  ]
  const judgements = doneValue(readJudgementsFile('[{"standard":"A.2","rating":"fair"}]', 'judgements.json'))
  const rated = doneValue(rateInspection(edition, doneValue(figuresFromAnswers(edition, rows, judgements))))
  const [listened] = rated.standards
  expect(listened?.keyQuestions.map(({ id, of, percentYes }) => [id, of, percentYes])).toEqual([
    ['A.1.1', 2, 50],
    ['A.1.2', 1, 100],
  ])
  expect(listened?.prompts.map(({ id, of, percentYes }) => [id, of, percentYes])).toEqual([
    ['A.1.1.a', 1, 100],
    ['A.1.1.b', 2, 50],
  ])
  expect(codesOf(figuresFromAnswers(edition, [answer('1', 'A.1.1', 'na')], judgements))).toEqual([
    'answers.answer-not-allowed',
  ])
})
