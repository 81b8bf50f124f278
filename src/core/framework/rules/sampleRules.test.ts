import { describe, expect, test } from 'vitest'
import { faultsAfter, ruleText } from '../../../../test/support/rulesOfEditions.ts'

describe('in plain English', () => {
  test.each([
    [
      'sampleWindows',
      {
        title: 'When a case must have begun to be eligible',
        sentences: ['Counted back from the Monday on which fieldwork starts.'],
        items: ['Prevention: 12 to 1 months before', 'Aftercare: 100 to 10 days before'],
      },
    ],
    [
      'sampleShares',
      {
        title: 'Shares of the sample',
        sentences: [],
        items: ['Prevention: 70 per cent', 'Aftercare: 30 per cent'],
      },
    ],
    [
      'sampleSize',
      {
        title: 'Size of the sample',
        sentences: [
          'The sample is large enough for a confidence of 95 per cent with a margin of error of 10 points, for a share of 50 per cent among the eligible cases.',
          'Its size is rounded to the nearest whole number.',
          'It has at least 5 cases, if there are that many.',
          'It has at most 40 cases.',
        ],
        items: [],
      },
    ],
    [
      'sampleBalance',
      { title: 'What the sample matches the eligible cases in', sentences: [], items: ['Gender'] },
    ],
    [
      'sampleSubgroups',
      {
        title: 'When a group within the sample is too small to report on',
        sentences: ['It has fewer than 8 sampled cases, or a margin of error of more than 15 points.'],
        items: [],
      },
    ],
    [
      'sampleReplacement',
      { title: 'Why a sampled case may be replaced', sentences: [], items: ['The child has moved away'] },
    ],
  ] as const)('%s', (name, text) => {
    expect(ruleText(name)).toEqual(text)
  })
})

describe('refused: the sample', () => {
  test('a window for cases that no domain inspects', () => {
    expect(faultsAfter(['- { cases: aftercare, unit', '- { cases: court, unit'])).toEqual([
      'edition.name-unknown sample.windows[1].cases',
    ])
  })

  test('a window without a day, and shares that do not add up', () => {
    expect(
      faultsAfter(['earliest: 12, latest: 1', 'earliest: 1, latest: 12'], ['percent: 30', 'percent: 40']),
    ).toEqual(['edition.window-empty sample.windows[0].latest', 'edition.shares-sum sample.shares'])
  })

  test('a deviate of another confidence', () => {
    expect(faultsAfter(['confidencePercent: 95', 'confidencePercent: 80'])).toEqual([
      'edition.deviate-differs sample.size.z',
    ])
  })

  test('a group of no cases, and no reason for which a case may be replaced', () => {
    expect(
      faultsAfter(
        ['fewestCases: 8', 'fewestCases: 0'],
        [
          'replacementReasons:\n    - { code: moved-away, title: The child has moved away }',
          'replacementReasons: []',
        ],
      ),
    ).toEqual([
      'edition.number-unfit sample.subgroups.fewestCases',
      'edition.list-empty sample.replacementReasons',
    ])
  })

  test('a reason that is given twice', () => {
    const reason = '    - { code: moved-away, title: The child has moved away }\n'
    expect(faultsAfter([reason, reason + reason])).toEqual([
      'edition.name-twice sample.replacementReasons[1].code',
    ])
  })
})
