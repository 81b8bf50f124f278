/** The five reports: their figures give their ratings. The ratings below were copied from the reports by hand. */
import { describe, expect, test } from 'vitest'
import { ratedAsPublished } from './publishedInspections.ts'

const I = 'inadequate'
const R = 'requires-improvement'
const G = 'good'
const O = 'outstanding'

type Printed = {
  readonly title: string
  readonly service: string
  /** Standards 1.1 to 1.4, 2.1 to 2.4, 3.1 to 3.4. */
  readonly ratings: readonly string[]
  readonly score: number
  readonly overall: string
  readonly resettlement: string | null
}

const reports: readonly Printed[] = [
  {
    title: 'Walsall, June 2019',
    service: 'Walsall Youth Justice Service',
    ratings: [R, R, G, R, R, R, G, R, I, I, I, R],
    score: 11,
    overall: R,
    resettlement: null,
  },
  {
    title: 'Dudley, June 2019',
    service: 'Dudley Youth Offending Service',
    ratings: [R, G, R, G, R, G, R, I, I, R, G, G],
    score: 15,
    overall: R,
    resettlement: null,
  },
  {
    title: 'Bedfordshire, 2021',
    service: 'Bedfordshire Youth Offending Service',
    ratings: [R, G, G, G, I, R, R, R, I, R, G, R],
    score: 14,
    overall: R,
    resettlement: G,
  },
  {
    title: 'York, December 2022',
    service: 'York Youth Justice Service',
    ratings: [O, O, O, G, G, O, O, O, G, G, O, O],
    score: 32,
    overall: O,
    resettlement: O,
  },
  {
    title: 'Birmingham, March 2023',
    service: 'Birmingham Youth Offending Service',
    ratings: [R, R, R, R, R, R, I, I, R, G, R, R],
    score: 11,
    overall: R,
    resettlement: R,
  },
]

describe.each(reports)('$title', ({ service, ratings, score, overall, resettlement }) => {
  const rated = ratedAsPublished(service)

  test('every standard is rated as published', () => {
    const scored = rated.standards.filter(({ points }) => points !== null)
    expect(scored.map(({ awarded }) => awarded)).toEqual(ratings)
  })

  test('score, overall rating and resettlement are as published', () => {
    expect(rated).toMatchObject({ score, maximum: 36, overall, resettlement, limitedBy: null })
  })

  test('nothing published differs from the rules', () => {
    expect(rated.notes.filter(({ code }) => code === 'published-differs')).toEqual([])
  })

  test('every rating of a case standard is the lowest band of its key questions, but for a professional judgement', () => {
    for (const { judgedFrom, calculated, awarded, professionalJudgement } of rated.standards) {
      if (judgedFrom === 'cases') expect(awarded).toBe(professionalJudgement?.rating ?? calculated)
    }
  })
})

test('Dudley 3.4 is good by professional judgement on figures that require improvement, with the printed footnote', () => {
  const rated = ratedAsPublished('Dudley Youth Offending Service')
  expect(rated.standards.find(({ standard }) => standard === '3.4')).toMatchObject({
    calculated: 'requires-improvement',
    awarded: 'good',
    decidedBy: '3.4.1',
    professionalJudgement: {
      rating: 'good',
      reason: 'Professional judgement applied (annex 2, footnote; no further reason printed)',
    },
  })
  expect(rated.notes.map(({ code, standard }) => [code, standard])).toEqual([
    ['professional-judgement', '3.4'],
  ])
})
