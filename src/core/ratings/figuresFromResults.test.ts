import { describe, expect, test } from 'vitest'
import { aSmallEdition } from '../../../test/support/editionBuilder.ts'
import { doneValue } from '../../../test/support/results.ts'
import type { RatingRules } from '../framework/edition.ts'
import { figuresFromResults } from './figuresFromResults.ts'
import type { KeyQuestionInput, ResultsInput, StandardInput, UnratedInput } from './resultsInput.ts'

const edition = aSmallEdition()

function results(standards: readonly StandardInput[], others: Partial<ResultsInput> = {}): ResultsInput {
  return {
    service: 'A service',
    edition: 'small',
    standards,
    unrated: [],
    score: null,
    overall: null,
    place: {},
    ...others,
  }
}

function standard(id: string, others: Partial<StandardInput> = {}): StandardInput {
  return {
    standard: id,
    rating: null,
    keyQuestions: [],
    professionalJudgement: null,
    unrated: null,
    place: { path: `standard ${id}` },
    ...others,
  }
}

function keyQuestion(named: string, others: Partial<KeyQuestionInput>): KeyQuestionInput {
  return { keyQuestion: named, percentYes: null, yes: null, of: null, place: { path: named }, ...others }
}

function unrated(others: Partial<UnratedInput>): UnratedInput {
  return { standard: null, domain: null, reason: 'Too few cases', place: { path: 'unrated[0]' }, ...others }
}

function problemsOf(input: ResultsInput, by = edition) {
  const result = figuresFromResults(by, input)
  return result.ok ? [] : result.problems.map(({ code, place }) => `${code} at ${place.path}`)
}

/** Standard 1.2 has one key question, 1.2.1, of the strand desistance. */
function withFigure(figure: Partial<KeyQuestionInput>) {
  return results([standard('1.2', { keyQuestions: [keyQuestion('desistance', figure)] })])
}

describe('a key question', () => {
  test.each([
    ['by its strand', 'desistance'],
    ['by its full id', '1.2.1'],
  ])('is named %s', (_, named) => {
    const given = results([standard('1.2', { keyQuestions: [keyQuestion(named, { percentYes: 64 })] })])
    expect(doneValue(figuresFromResults(edition, given)).keyQuestions).toEqual([
      { id: '1.2.1', figure: { kind: 'percent', percentYes: 64 } },
    ])
  })

  test('is given as yes of a base; a percentage next to it is what was printed', () => {
    const figures = doneValue(figuresFromResults(edition, withFigure({ yes: 7, of: 10, percentYes: 71 })))
    expect(figures.keyQuestions).toEqual([{ id: '1.2.1', figure: { kind: 'yes-of', yes: 7, of: 10 } }])
    expect(figures.published?.percentages).toEqual([{ id: '1.2.1', percentYes: 71 }])
  })

  test.each([
    ['a percentage above 100', { percentYes: 101 }, 'ratings.percent-not-whole at desistance.percentYes'],
    ['a percentage below 0', { percentYes: -1 }, 'ratings.percent-not-whole at desistance.percentYes'],
    [
      'a percentage that is not whole',
      { percentYes: 64.7 },
      'ratings.percent-not-whole at desistance.percentYes',
    ],
    ['yes above its base', { yes: 7, of: 6 }, 'ratings.yes-above-of at desistance.yes'],
    ['a base of no cases', { yes: 0, of: 0 }, 'ratings.base-zero at desistance.of'],
    ['a count below zero', { yes: -1, of: 6 }, 'ratings.count-not-whole at desistance.yes'],
    ['a base that is not whole', { yes: 1, of: 6.5 }, 'ratings.count-not-whole at desistance.of'],
    ['yes without a base', { yes: 1 }, 'ratings.figure-missing at desistance'],
    ['a base without yes', { of: 6, percentYes: 17 }, 'ratings.figure-missing at desistance'],
    ['nothing', {}, 'ratings.figure-missing at desistance'],
  ])('is refused with %s', (_, figure, refused) => {
    expect(problemsOf(withFigure(figure))).toEqual([refused])
  })

  test('is refused where its standard has none of that name, or it is given twice', () => {
    const keyQuestions = [
      keyQuestion('reviewing', { percentYes: 1 }),
      keyQuestion('desistance', { percentYes: 1 }),
      keyQuestion('1.2.1', { percentYes: 1 }),
    ]
    expect(problemsOf(results([standard('1.2', { keyQuestions })]))).toEqual([
      'ratings.key-question-not-found at reviewing.keyQuestion',
      'ratings.key-question-twice at 1.2.1.keyQuestion',
    ])
  })
})

describe('a standard', () => {
  const figure = { keyQuestions: [keyQuestion('desistance', { percentYes: 70 })] }

  test.each([
    [
      'that is not in the edition',
      [standard('9.9', figure)],
      'ratings.standard-not-found at standard 9.9.standard',
    ],
    [
      'given twice',
      [standard('1.2', figure), standard('1.2', figure)],
      'ratings.standard-twice at standard 1.2.standard',
    ],
    [
      'of cases, only by a rating',
      [standard('1.2', { rating: 'good' })],
      'ratings.judgement-on-case-standard at standard 1.2',
    ],
    ['of cases, with nothing', [standard('1.2')], 'ratings.rating-missing at standard 1.2'],
    ['from evidence, with nothing', [standard('2.2')], 'ratings.rating-missing at standard 2.2'],
    [
      'from evidence, with figures',
      [standard('2.2', { ...figure, rating: 'good' })],
      'ratings.figures-on-evidence-standard at standard 2.2.keyQuestions',
    ],
    [
      'with a rating off the scale',
      [standard('2.2', { rating: 'excellent' })],
      'ratings.rating-not-found at standard 2.2.rating',
    ],
    [
      'with a professional judgement without a reason',
      [standard('1.2', { ...figure, professionalJudgement: { rating: 'good', reason: '  ' } })],
      'ratings.professional-judgement-without-reason at standard 1.2.professionalJudgement.reason',
    ],
    [
      'from evidence, with a professional judgement',
      [
        standard('2.2', {
          rating: 'good',
          professionalJudgement: { rating: 'good', reason: 'Strong practice' },
        }),
      ],
      'ratings.professional-judgement-on-evidence-standard at standard 2.2.professionalJudgement',
    ],
    [
      'judged and declared unrated',
      [standard('2.2', { rating: 'good', unrated: { reason: 'Too little evidence' } })],
      'ratings.judged-and-unrated at standard 2.2.unrated',
    ],
    [
      'declared unrated without a reason',
      [standard('1.2', { unrated: { reason: null } })],
      'ratings.unrated-without-reason at standard 1.2.unrated.reason',
    ],
  ])('%s is refused', (_, standards, refused) => {
    expect(problemsOf(results(standards))).toEqual([refused])
  })

  test('of cases has a rating next to its figures, which is what was published', () => {
    const figures = doneValue(
      figuresFromResults(edition, results([standard('1.2', { ...figure, rating: 'outstanding' })])),
    )
    expect(figures.judgements).toEqual([])
    expect(figures.published?.ratings).toEqual([{ standard: '1.2', rating: 'outstanding' }])
  })
})

describe('what is declared unrated', () => {
  test.each(['2', 'out-of-court'])('a domain, as %s, means each of its standards', (domain) => {
    const given = results([], { unrated: [unrated({ domain })] })
    expect(doneValue(figuresFromResults(edition, given)).unrated).toEqual([
      { standard: '2.1', reason: 'Too few cases' },
      { standard: '2.2', reason: 'Too few cases' },
    ])
  })

  test.each([
    ['neither standard nor domain', unrated({}), 'ratings.unrated-subject at unrated[0]'],
    ['both', unrated({ standard: '1.2', domain: '1' }), 'ratings.unrated-subject at unrated[0]'],
    [
      'a domain that is not in the edition',
      unrated({ domain: '9' }),
      'ratings.domain-not-found at unrated[0].domain',
    ],
    [
      'no reason',
      unrated({ standard: '1.2', reason: ' ' }),
      'ratings.unrated-without-reason at unrated[0].reason',
    ],
  ])('%s is refused', (_, declaration, refused) => {
    expect(problemsOf(results([], { unrated: [declaration] }))).toEqual([refused])
  })

  test('twice the same standard is refused', () => {
    const given = results([], { unrated: [unrated({ standard: '2.1' }), unrated({ domain: '2' })] })
    expect(problemsOf(given)).toEqual(['ratings.unrated-twice at unrated[0]'])
  })

  test('a standard that the edition does not let be unrated is refused', () => {
    const mayBeUnrated: RatingRules['mayBeUnrated'] = edition.domains
      .flatMap(({ standards }) => standards)
      .filter(({ id }) => id === '3.1')
      .map(({ id }) => ({ standards: [id], when: 'There are no such cases.' }))
    const by = aSmallEdition({ rules: { mayBeUnrated } })
    expect(problemsOf(results([], { unrated: [unrated({ standard: '3.1' })] }), by)).toEqual([])
    expect(problemsOf(results([], { unrated: [unrated({ standard: '1.2' })] }), by)).toEqual([
      'ratings.unrated-not-allowed at unrated[0]',
    ])
  })
})

test('every problem is found at once', () => {
  const given = results(
    [
      standard('9.9'),
      standard('1.2', { keyQuestions: [keyQuestion('desistance', { percentYes: 120 })] }),
      standard('2.2', { rating: 'fine' }),
    ],
    { overall: 'fine', place: { path: '[0]' } },
  )
  expect(problemsOf(given)).toEqual([
    'ratings.standard-not-found at standard 9.9.standard',
    'ratings.percent-not-whole at desistance.percentYes',
    'ratings.rating-not-found at standard 2.2.rating',
    'ratings.rating-not-found at [0].overall',
  ])
})
