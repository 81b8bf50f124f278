import { describe, expect, test } from 'vitest'
import { faultsAfter } from '../../../test/support/rulesOfEditions.ts'

describe('refused: sources of rules', () => {
  test('a rule that does not say where it comes from, and one that names a missing source', () => {
    expect(
      faultsAfter(
        ['  - { rule: bands, sure: printed, sources: [invention] }\n', ''],
        [
          '{ rule: points, sure: printed, sources: [invention]',
          '{ rule: points, sure: printed, sources: [hearsay]',
        ],
        [
          '{ rule: answers, sure: printed, sources: [invention]',
          '{ rule: answers, sure: printed, sources: []',
        ],
      ),
    ).toEqual([
      'edition.rule-without-source ruleSources',
      'edition.source-absent ruleSources[0].sources',
      'edition.name-unknown ruleSources[4].sources[0]',
    ])
  })
})
