/** The printed percentages: what they divide by, and how they are rounded. */
import { describe, expect, test } from 'vitest'
import { percentHalfUp } from '../../src/core/kernel/percent.ts'
import { type AnswerRow, countAnswers } from '../../src/core/ratings/countAnswers.ts'
import { figuresFromAnswers } from '../../src/core/ratings/figuresFromAnswers.ts'
import { rateInspection } from '../../src/core/ratings/rateInspection.ts'
import { codesOf, doneValue } from '../support/results.ts'
import annexe from './bedfordshire-annexe.json' with { type: 'json' }
import { editionOf, publishedInspection, publishedInspections } from './publishedInspections.ts'

type Printed = (typeof annexe)[number]

const edition2018 = editionOf('yos-2018')
const edition2021 = editionOf('yos-2021')

/** One answer of each inspected case: first the yes answers, then no, then not applicable. */
function answersTo({ question, yes, no, na }: Omit<Printed, 'percentYes'>): AnswerRow[] {
  const domain = question.startsWith('2.') ? 'court' : 'out-of-court'
  const given = [...Array(yes).fill('yes'), ...Array(no).fill('no'), ...Array(na).fill('na')].map(String)
  return given.map((answer, at) => ({ caseId: `${domain}-${at}`, domain, question, answer, row: null }))
}

const noJudgements = { judgements: [], unrated: [] }

function figureOf(edition: typeof edition2018, counts: Omit<Printed, 'percentYes'>) {
  const figures = doneValue(figuresFromAnswers(edition, answersTo(counts), noJudgements))
  const { standards } = doneValue(rateInspection(edition, figures))
  const every = standards.flatMap(({ keyQuestions, prompts }) => [...keyQuestions, ...prompts])
  return every.find(({ id }) => id === counts.question)
}

describe('Bedfordshire, 2021: 6 court and 17 out-of-court cases', () => {
  test.each(annexe)('$question: $yes yes, $no no, $na not applicable is printed $percentYes', (printed) => {
    expect(figureOf(edition2021, printed)?.percentYes).toBe(printed.percentYes)
  })

  test('the case answers give the published ratings and the score of 14', () => {
    const published = publishedInspection('Bedfordshire Youth Offending Service')
    const judgements = published.standards.flatMap(({ standard, rating, keyQuestions, place }) =>
      rating === null || keyQuestions.length > 0 ? [] : [{ standard, rating, reason: null, place }],
    )
    const rows = annexe.flatMap(answersTo)
    const figures = doneValue(figuresFromAnswers(edition2021, rows, { judgements, unrated: [] }))
    const rated = doneValue(rateInspection(edition2021, figures))
    expect(rated).toMatchObject({
      score: 14,
      maximum: 36,
      overall: 'requires-improvement',
      resettlement: 'good',
    })
    expect(rated.standards.map(({ awarded }) => awarded)).toEqual(
      published.standards.map(({ rating }) => rating),
    )
    expect(rated.notes).toEqual([])
  })

  test('rounding comes before the bands: 11 of 17 is 64.7, printed 65 and good; 10 of 17 wants one more', () => {
    expect(figureOf(edition2021, { question: '3.3.3', yes: 11, no: 6, na: 0 })).toMatchObject({
      of: 17,
      percentYes: 65,
      band: 'good',
      yesToBandBelow: 1,
    })
    expect(figureOf(edition2021, { question: '3.3.3', yes: 10, no: 7, na: 0 })).toMatchObject({
      percentYes: 59,
      band: 'requires-improvement',
      yesToNextBand: 1,
    })
  })

  test('a prompt keeps cases to which it does not apply in its base: 7 of 15 relevant is 7 of 17, printed 41', () => {
    expect(figureOf(edition2021, { question: '3.2.2.a', yes: 7, no: 8, na: 2 })).toMatchObject({
      of: 17,
      percentYes: 41,
    })
  })

  test('enforcement leaves them out: 2 of 2 relevant of 6 cases is printed 100', () => {
    expect(figureOf(edition2021, { question: '2.3.1.h', yes: 2, no: 0, na: 4 })).toMatchObject({
      of: 2,
      percentYes: 100,
    })
  })

  test('no key question of the 2021 edition is answered not applicable', () => {
    const rows = answersTo({ question: '2.1.1', yes: 5, no: 0, na: 1 })
    expect(codesOf(countAnswers(edition2021, rows))).toEqual(['answers.answer-not-allowed'])
  })
})

describe('Walsall, June 2019: 24 court and 14 out-of-court cases', () => {
  test('a key question leaves cases to which it does not apply out: 4 of 9 relevant of 14 is printed 44', () => {
    expect(figureOf(edition2018, { question: '3.2.3', yes: 4, no: 5, na: 5 })).toMatchObject({
      yes: 4,
      no: 5,
      na: 5,
      of: 9,
      percentYes: 44,
      band: 'inadequate',
    })
  })
})

describe('what the denominators were worked out from', () => {
  const bases = new Map([
    ['Walsall Youth Justice Service', [24, 14]],
    ['Dudley Youth Offending Service', [24, 14]],
    ['Bedfordshire Youth Offending Service', [6, 17]],
    ['York Youth Justice Service', [6, 9]],
    ['Birmingham Youth Offending Service', [39, 38]],
  ])

  /** Printed percentages that no count of all inspected cases gives. */
  function impossibleFigures(edition: string) {
    return publishedInspections
      .filter((inspection) => inspection.edition === edition)
      .flatMap(({ service, standards }) => {
        const [court = 0, outOfCourt = 0] = bases.get(service) ?? []
        return standards.flatMap(({ standard, keyQuestions }) => {
          const cases = standard.startsWith('2.') ? court : outOfCourt
          const possible = Array.from({ length: cases + 1 }, (_, yes) => Number(percentHalfUp(yes, cases)))
          return keyQuestions.filter(
            ({ percentYes }) => percentYes !== null && !possible.includes(percentYes),
          )
        })
      })
  }

  test('every figure of the 2021 edition is a count of all inspected cases', () => {
    expect(impossibleFigures('yos-2021')).toEqual([])
  })

  test('15 figures of the 2018 edition are not', () => {
    expect(impossibleFigures('yos-2018')).toHaveLength(15)
  })
})
