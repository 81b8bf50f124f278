import { describe, expect, test } from 'vitest'
import { faultsAfter } from '../../../test/support/rulesOfEditions.ts'

describe('refused: what an edition says of itself', () => {
  test.each(['2030-13', '2030-00', '30', 'April 2030', '2030-04-01'])('the date %s', (date) => {
    expect(faultsAfter(['inForceFrom: "2030-04"', `inForceFrom: "${date}"`])).toEqual([
      'edition.date-form inForceFrom',
    ])
  })

  test.each(['http://example.org', 'javascript:alert(1)', 'https://', 'https://example.org/a b'])(
    'the address %s, to which pages would link',
    (address) => {
      expect(faultsAfter(['url: https://example.org/invented', `url: '${address}'`])).toEqual([
        'edition.address-form wording.url',
      ])
    },
  )

  test('a scale of one rating', () => {
    const others = ['weak, title: Weak, points: 1', 'fair, title: Fair, points: 2']
    const higher = ['strong, title: Strong, points: 3', 'excellent, title: Excellent, points: 5']
    const removed = [...others, ...higher].map((rest) => [`  - { rating: ${rest} }\n`, ''] as const)
    expect(faultsAfter(...removed)).toContain('edition.scale-too-short scale')
  })

  test('a word that is none of those fixed for its place', () => {
    expect(faultsAfter(['judgedFrom: evidence', 'judgedFrom: hearsay'])).toEqual([
      'edition.value-unknown domains[0].standards[1].judgedFrom',
    ])
  })
})
