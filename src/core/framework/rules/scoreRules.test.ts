import { describe, expect, test } from 'vitest'
import { faultsAfter, ruleText } from '../../../../test/support/rulesOfEditions.ts'

describe('in plain English', () => {
  test.each([
    [
      'scoredStandards',
      {
        title: 'Score',
        sentences: ['The score is the sum of the points of 3 standards: A.1, A.2 and B.1.'],
        items: [],
      },
    ],
    [
      'resettlement',
      {
        title: 'Rated separately',
        sentences: ['Standard B.2 is rated separately and does not add to the score.'],
        items: [],
      },
    ],
    [
      'overall',
      {
        title: 'Overall rating',
        sentences: [
          'The overall rating follows from the score if the maximum is 15 or 10. For any other maximum there is no overall rating.',
        ],
        items: [
          '0 to 1 of 15: Poor',
          '2 to 4 of 15: Weak',
          '5 to 8 of 15: Fair',
          '9 to 12 of 15: Strong',
          '13 to 15 of 15: Excellent',
          '0 to 0 of 10: Poor',
          '1 to 2 of 10: Weak',
          '3 to 5 of 10: Fair',
          '6 to 8 of 10: Strong',
          '9 to 10 of 10: Excellent',
        ],
      },
    ],
    [
      'limitingJudgements',
      {
        title: 'Limiting judgements',
        sentences: ['If standard A.2 is rated Poor, the overall rating is at most Fair.'],
        items: [],
      },
    ],
    [
      'mayBeUnrated',
      {
        title: 'What may be left unrated',
        sentences: [
          'These standards may be left unrated, with a reason. They are then not part of the score and the maximum.',
        ],
        items: ['B.1 and B.2: No child has left.'],
      },
    ],
    [
      'professionalJudgement',
      {
        title: 'Professional judgement',
        sentences: [
          'Judgement may move the rating of a standard up from its figures, with a reason that is printed.',
          'It may be moved by 1 rating at most.',
          'The percentage must be within 5 points of the next band.',
        ],
        items: [],
      },
    ],
  ] as const)('%s', (name, text) => {
    expect(ruleText(name)).toEqual(text)
  })
})

describe('refused: score and overall rating', () => {
  test('overall bands that do not reach the maximum', () => {
    expect(faultsAfter(['from: 13, to: 15', 'from: 13, to: 14'])).toEqual([
      'edition.range-gap rules.overall[0].bands[4].to',
    ])
  })

  test('overall bands for a maximum that no inspection has', () => {
    expect(faultsAfter(['maximum: 10', 'maximum: 11'])).toEqual([
      'edition.maximum-unreachable rules.overall[1].maximum',
    ])
  })

  test('no overall bands for the maximum that all scored standards give', () => {
    expect(faultsAfter(['title: Excellent, points: 5', 'title: Excellent, points: 10'])).toContain(
      'edition.maximum-absent rules.overall',
    )
  })
  test('a scored standard that does not exist', () => {
    expect(faultsAfter(['[A.1, A.2, B.1]', '[A.1, A.2, B.1, C.1]'])).toContain(
      'edition.name-unknown rules.scoredStandards[3]',
    )
  })

  test('a standard that is neither scored nor rated separately', () => {
    expect(faultsAfter(['resettlement: B.2', 'resettlement: null'])).toEqual([
      'edition.standard-without-part rules.scoredStandards',
    ])
  })

  test('a standard that is both scored and rated separately', () => {
    expect(faultsAfter(['resettlement: B.2', 'resettlement: B.1'])).toContain(
      'edition.standard-in-both rules.resettlement',
    )
  })

  test('a limiting judgement on a missing standard and to a missing rating', () => {
    expect(
      faultsAfter([
        '{ standard: A.2, rated: poor, overallAtMost: fair }',
        '{ standard: Z, rated: bad, overallAtMost: ok }',
      ]),
    ).toEqual([
      'edition.name-unknown rules.limitingJudgements[0].standard',
      'edition.name-unknown rules.limitingJudgements[0].rated',
      'edition.name-unknown rules.limitingJudgements[0].overallAtMost',
    ])
  })

  test('a missing standard that may be left unrated', () => {
    expect(faultsAfter(['standards: [B.1, B.2]', 'standards: [B.1, B.9]'])).toEqual([
      'edition.name-unknown rules.mayBeUnrated[0].standards[1]',
    ])
  })
})
