import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../test/support/editionBuilder.ts'
import type { Rating } from '../framework/scale.ts'
import { type Awarded, findingsMissing, ratingsMissing } from './readiness.ts'

const edition = aSmallEdition()
const everyStandard = ['1.1', '1.2', '2.1', '2.2', '3.1']

type Standard = Awarded['standards'][number]

function rated(standards: readonly Partial<Standard>[], overall: string | null, maximum = 12): Awarded {
  const whole = {
    standard: named<Standard['standard']>('1.1'),
    awarded: named<Rating>('good'),
    unratedReason: null,
  }
  return {
    standards: standards.map((each) => ({ ...whole, ...each })),
    overall: overall === null ? null : named(overall),
    maximum,
  }
}

const all = everyStandard.map((standard) => ({ standard: named<Standard['standard']>(standard) }))
const texts = (problems: ReturnType<typeof ratingsMissing>) => problems.map(({ text }) => text)

describe('the ratings', () => {
  test('are complete when every standard is rated or declared unrated, and an overall rating awarded', () => {
    const declared = all.map((each, at) =>
      at === 4 ? { ...each, awarded: null, unratedReason: 'No cases' } : each,
    )
    expect(ratingsMissing(edition, rated(declared, 'good'))).toEqual([])
  })

  test('miss a standard without figures or without a rating, and with it the overall rating', () => {
    const [, ...others] = all
    const open = others.map((each, at) => (at === 0 ? { ...each, awarded: null } : each))
    expect(texts(ratingsMissing(edition, rated(open, null)))).toEqual([
      expect.stringMatching(/^Standard 1\.1 .* is not rated\.$/),
      expect.stringMatching(/^Standard 1\.2 .* is not rated\.$/),
      'There is no overall rating.',
    ])
  })

  test('have no overall rating to award where the edition has no bands for what can be reached', () => {
    expect(ratingsMissing(edition, rated(all, null, 9))).toEqual([])
    expect(texts(ratingsMissing(edition, rated(all, null)))).toEqual(['There is no overall rating.'])
  })
})

test('no overall rating is awarded while a standard is open, also if there are no bands', () => {
  const [, ...others] = all
  expect(ratingsMissing(edition, rated(others, null, 9)).map(({ code }) => code)).toEqual([
    'programme.standard-unrated',
    'programme.overall-missing',
  ])
})

test('a standard without a rating needs no findings', () => {
  const unrated = all.map((each, at) => (at === 0 ? { ...each, awarded: null } : each))
  const written = new Set(['1.2', '2.1', '2.2', '3.1'])
  expect(findingsMissing(edition, rated(unrated, 'good'), written)).toEqual([])
})

test('the findings miss every rated standard without text', () => {
  const [, ...others] = all
  const missing = findingsMissing(edition, rated(others, 'good'), new Set(['1.2', '2.1', '2.2']))
  expect(texts(missing)).toEqual([expect.stringMatching(/^There are no findings for standard 3\.1 /)])
})
