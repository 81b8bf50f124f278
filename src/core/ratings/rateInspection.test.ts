import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../test/support/editionBuilder.ts'
import {
  declaredUnrated,
  figureOf,
  judged,
  professionallyJudged,
  promptOf,
  someFigures,
} from '../../../test/support/figuresBuilder.ts'
import { codesOf, doneValue } from '../../../test/support/results.ts'
import type { Edition } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'
import type { KeyQuestion, Standard } from '../framework/standards.ts'
import { wholePercent } from '../kernel/percent.ts'
import type { Figure, InspectionFigures } from './inspectionFigures.ts'
import { rateInspection } from './rateInspection.ts'

const edition = aSmallEdition()

/** All standards good: 8 of 12 points. */
const allGood = figures({ '1.1.1': [7, 10], '1.1.2': [7, 10], '1.2.1': [7, 10], '2.1.1': [7, 10] })

/** Figures with the evidence standard good. */
function figures(
  yesOf: Readonly<Record<string, readonly [number, number]>>,
  others: Partial<InspectionFigures> = {},
): InspectionFigures {
  return someFigures(yesOf, { judgements: [judged('2.2', 'good')], ...others })
}

function rated(given: InspectionFigures, by: Edition = edition) {
  return doneValue(rateInspection(by, given))
}

function standardOf(given: InspectionFigures, id: string, by: Edition = edition) {
  const found = rated(given, by).standards.find(({ standard }) => standard === id)
  if (found === undefined) throw new Error(`standard ${id} is absent`)
  return found
}

function codes(given: InspectionFigures, by: Edition = edition) {
  return rated(given, by).notes.map(({ code, standard }) => `${code} ${standard ?? 'overall'}`)
}

describe('a standard is in the lowest band of its key questions', () => {
  test.each([
    [[8, 10], [7, 10], 'good', '1.1.2'],
    [[7, 10], [8, 10], 'good', '1.1.1'],
    [[7, 10], [7, 10], 'good', '1.1.1'],
    [[10, 10], [4, 10], 'inadequate', '1.1.2'],
    [[4, 10], [1, 10], 'inadequate', '1.1.1'],
  ] as const)('%j and %j give %s, decided by %s', (first, second, rating, decidedBy) => {
    const standard = standardOf(figures({ '1.1.1': first, '1.1.2': second }), '1.1')
    expect(standard).toMatchObject({ calculated: rating, awarded: rating, decidedBy })
  })

  test('with a key question absent there is no rating yet, and a note', () => {
    const given = figures({ '1.1.1': [7, 10] })
    expect(standardOf(given, '1.1')).toMatchObject({ calculated: null, awarded: null, points: null })
    expect(standardOf(given, '1.1').keyQuestions).toHaveLength(1)
    expect(codes(given)).toContain('key-question-absent 1.1')
  })

  test('a key question that applies to no cases does not count', () => {
    const figure: Figure = { kind: 'counts', yes: 0, no: 0, na: 5, unanswered: 0 }
    const { keyQuestions } = figures({ '1.1.1': [7, 10] })
    const inspected = figures({}, { keyQuestions: [...keyQuestions, figureOf('1.1.2', figure)] })
    expect(standardOf(inspected, '1.1')).toMatchObject({ calculated: 'good', decidedBy: '1.1.1' })
    expect(standardOf(inspected, '1.1').keyQuestions[1]).toMatchObject({
      of: 0,
      percentYes: null,
      band: null,
    })
    expect(codes(inspected)).toContain('key-question-not-applicable 1.1')
  })

  test('its rules are named with the edition and the values they were applied to', () => {
    const standard = standardOf(allGood, '1.2')
    expect(standard.keyQuestions[0]?.rules).toEqual([
      {
        edition: 'small',
        rule: 'percent-half-up',
        denominator: 'applicable-cases',
        yes: 7,
        of: 10,
        percentYes: 70,
      },
      { edition: 'small', rule: 'band', percentYes: 70, from: 65, to: 79, rating: 'good' },
    ])
    expect(standard.rules).toEqual([
      { edition: 'small', rule: 'lowest-key-question', keyQuestion: '1.2.1', rating: 'good' },
      { edition: 'small', rule: 'points', rating: 'good', points: 2 },
    ])
  })
})

describe('the base of a share', () => {
  const counts = { kind: 'counts', yes: 4, no: 5, na: 5, unanswered: 2 } as const

  function keyQuestion(by: Edition) {
    return standardOf(figures({}, { keyQuestions: [figureOf('1.2.1', counts)] }), '1.2', by).keyQuestions[0]
  }

  test('applicable cases leave not applicable out: 4 of 9 is 44', () => {
    expect(keyQuestion(edition)).toMatchObject({ yes: 4, no: 5, na: 5, unanswered: 2, of: 9, percentYes: 44 })
  })

  test('all inspected cases keep it in: 4 of 14 is 29', () => {
    const by = aSmallEdition({ denominator: 'all-inspected-cases' })
    expect(keyQuestion(by)).toMatchObject({ of: 14, percentYes: 29 })
  })

  test('cases without an answer are in neither, and a note says how many', () => {
    const given = figures({}, { keyQuestions: [figureOf('1.2.1', counts)] })
    expect(rated(given).notes).toContainEqual({
      code: 'answers-missing',
      standard: '1.2',
      text: 'Key question 1.2.1 has no answer for 2 inspected cases. Cases without an answer are not in its base.',
    })
  })

  test('prompts without an answer are named by their letters, under their key question', () => {
    const answered = { kind: 'counts', yes: 4, no: 0, na: 0, unanswered: 0 } as const
    const keyQuestions = [figureOf('1.1.1', answered), figureOf('1.1.2', answered)]
    const prompts = [promptOf('1.1.1.a', 1), promptOf('1.1.1.b', 0)]
    expect(rated(figures({}, { keyQuestions, prompts })).notes).toContainEqual({
      code: 'answers-missing',
      standard: '1.1',
      text: 'Some prompts of 1.1.1 have no answer for some cases, which are not in their bases: a for 1 inspected case.',
    })
  })

  test('a key question that no case has answered yet has no figure', () => {
    const unanswered = { kind: 'counts', yes: 0, no: 0, na: 0, unanswered: 4 } as const
    const answered = { kind: 'counts', yes: 4, no: 0, na: 0, unanswered: 0 } as const
    const keyQuestions = [figureOf('1.1.1', answered), figureOf('1.1.2', unanswered)]
    expect(standardOf(figures({}, { keyQuestions }), '1.1')).toMatchObject({
      calculated: null,
      awarded: null,
    })
    expect(codes(figures({}, { keyQuestions }))).toContain('key-question-absent 1.1')
  })

  test('a percentage without counts has no distance', () => {
    const percentYes = wholePercent(64)
    if (percentYes === undefined) throw new Error('64 is a whole per cent')
    const keyQuestions = [figureOf('1.2.1', { kind: 'percent', percentYes })]
    const standard = standardOf(figures({}, { keyQuestions }), '1.2')
    expect(standard.calculated).toBe('requires-improvement')
    expect(standard.keyQuestions[0]).toMatchObject({
      yes: null,
      of: null,
      yesToNextBand: null,
      yesToBandBelow: null,
    })
  })
})

describe('score and overall rating', () => {
  test('points are summed over the scored standards', () => {
    expect(rated(allGood)).toMatchObject({ score: 8, maximum: 12, overall: 'good', limitedBy: null })
  })

  test('an absent scored standard leaves the score so far, no overall rating, and a note', () => {
    const given = figures({ '1.1.1': [7, 10], '1.1.2': [7, 10], '2.1.1': [7, 10] })
    expect(rated(given)).toMatchObject({ score: 6, maximum: 12, overall: null })
    expect(codes(given)).toContain('standard-absent 1.2')
  })

  test('a standard declared unrated takes no part, and the maximum shrinks', () => {
    const unrated = [declaredUnrated('1.2', 'Too few cases')]
    const given = { ...allGood, unrated }
    expect(rated(given)).toMatchObject({ score: 6, maximum: 9, overall: null })
    expect(standardOf(given, '1.2')).toMatchObject({ calculated: 'good', awarded: null, points: null })
    expect(codes(given)).toContain('standard-unrated 1.2')
    expect(codes(given)).toContain('overall-bands-not-published overall')
  })

  test('where the edition has bands for the smaller maximum, they give the overall rating', () => {
    const bands = [
      { rating: judged('1.2', 'good').rating, from: 0, to: 6 },
      { rating: judged('1.2', 'outstanding').rating, from: 7, to: 9 },
    ]
    const by = aSmallEdition({ rules: { overall: [{ maximum: 9, bands }] } })
    const unrated = [declaredUnrated('1.2', 'Too few cases')]
    expect(rated({ ...allGood, unrated }, by)).toMatchObject({ score: 6, maximum: 9, overall: 'good' })
  })

  test('the standard that is rated separately adds nothing; without it there is only a note', () => {
    const judgements = [...allGood.judgements, judged('3.1', 'outstanding')]
    expect(rated({ ...allGood, judgements })).toMatchObject({
      score: 8,
      maximum: 12,
      resettlement: 'outstanding',
    })
    expect(rated(allGood)).toMatchObject({ resettlement: null, overall: 'good' })
    expect(codes(allGood)).toEqual(['resettlement-not-rated 3.1'])
  })
})

describe('a limiting judgement', () => {
  const outstanding = figures(
    { '1.1.1': [10, 10], '1.1.2': [10, 10], '1.2.1': [10, 10], '2.1.1': [10, 10] },
    {
      judgements: [judged('2.2', 'outstanding'), judged('3.1', 'inadequate')],
    },
  )

  test('bars an overall rating above its limit', () => {
    expect(rated(outstanding)).toMatchObject({
      score: 12,
      overall: 'good',
      overallCalculated: 'outstanding',
      limitedBy: '3.1',
    })
    expect(codes(outstanding)).toContain('overall-limited 3.1')
  })

  test('does nothing to a rating at or below its limit', () => {
    const judgements = [...allGood.judgements, judged('3.1', 'inadequate')]
    expect(rated({ ...allGood, judgements })).toMatchObject({ overall: 'good', limitedBy: null })
  })
})

describe('professional judgement', () => {
  function movedTo(rating: string, by: Partial<Edition['rules']['professionalJudgement']> = {}) {
    const professionalJudgement = { ...edition.rules.professionalJudgement, ...by }
    const professionalJudgements = [professionallyJudged('1.2', rating, 'Strong practice')]
    const given = {
      ...figures({ '1.1.1': [7, 10], '1.1.2': [7, 10], '1.2.1': [64, 100], '2.1.1': [7, 10] }),
      professionalJudgements,
    }
    return rateInspection(aSmallEdition({ rules: { professionalJudgement } }), given)
  }

  test('gives an awarded rating that differs from the calculated one, with its reason', () => {
    const standard = doneValue(movedTo('good')).standards.find(({ standard }) => standard === '1.2')
    expect(standard).toMatchObject({
      calculated: 'requires-improvement',
      awarded: 'good',
      points: 2,
      professionalJudgement: { rating: 'good', reason: 'Strong practice' },
    })
    expect(doneValue(movedTo('good')).notes.map(({ text }) => text)).toContain(
      'Standard 1.2 is rated Good by professional judgement. Its figures give Requires improvement. Reason: Strong practice.',
    )
  })

  test.each([
    [
      'up where only down is allowed',
      'good',
      { directions: ['down'] },
      ['ratings.professional-judgement-direction'],
    ],
    [
      'down where only up is allowed',
      'inadequate',
      { directions: ['up'] },
      ['ratings.professional-judgement-direction'],
    ],
    ['two steps where one is allowed', 'outstanding', { steps: 1 }, ['ratings.professional-judgement-steps']],
    ['one step where one is allowed', 'good', { steps: 1 }, []],
    ['one point from the next band, within one', 'good', { withinPoints: 1 }, []],
    [
      'fifteen points from the band below, within fourteen',
      'inadequate',
      { withinPoints: 14 },
      ['ratings.professional-judgement-distance'],
    ],
    ['fifteen points from the band below, within fifteen', 'inadequate', { withinPoints: 15 }, []],
    [
      'agreeing with the figures, whatever is allowed',
      'requires-improvement',
      { directions: [], steps: 0 },
      [],
    ],
  ] as const)('%s', (_, rating, by, refused) => {
    expect(codesOf(movedTo(rating, by))).toEqual(refused)
  })

  test('is refused without complete figures', () => {
    const professionalJudgements = [professionallyJudged('1.1', 'good', 'Strong practice')]
    const refused = ['ratings.professional-judgement-without-figures']
    expect(codesOf(rateInspection(edition, figures({}, { professionalJudgements })))).toEqual(refused)
    expect(
      codesOf(rateInspection(edition, figures({ '1.1.1': [7, 10] }, { professionalJudgements }))),
    ).toEqual(refused)
  })
})

describe('a published percentage', () => {
  const differences = (percentages: NonNullable<InspectionFigures['published']>['percentages']) =>
    rated({ ...allGood, published: { ratings: [], percentages, score: null, overall: null } }).notes.filter(
      ({ code }) => code === 'published-differs',
    )
  const published = (id: string, percent: number) => ({
    id: named<KeyQuestion['id']>(id),
    percentYes: wholePercent(percent) ?? expect.fail(),
  })
  const [question] = rated(allGood).standards.flatMap(({ keyQuestions }) => keyQuestions)

  test('that the counts confirm is not noted, and one of a question without a figure is not either', () => {
    expect(question && differences([published(question.id, question.percentYes ?? -1)])).toEqual([])
    expect(differences([published('9.9.9', 50)])).toEqual([])
  })

  test('that differs is noted with its standard and both figures', () => {
    const [note, ...others] = question ? differences([published(question.id, 1)]) : []
    expect(others).toEqual([])
    expect(note?.standard).toBe('1.1')
    expect(note?.text).toContain(`${question?.id} is 1%`)
    expect(note?.text).toContain(`${question?.percentYes}%`)
  })

  test('of a question that applied to no case differs from none', () => {
    const counts = { kind: 'counts', yes: 0, no: 0, na: 3, unanswered: 0 } as const
    const keyQuestions = (allGood.keyQuestions ?? []).map((each, at) =>
      at === 0 ? { ...each, figure: counts } : each,
    )
    const whole = { ratings: [], percentages: [published('1.1.1', 50)], score: null, overall: null }
    const notes = rated({ ...allGood, keyQuestions, published: whole }).notes
    expect(notes.filter(({ code }) => code === 'published-differs')).toHaveLength(1)
    expect(notes.find(({ code }) => code === 'published-differs')?.text).not.toContain('null')
  })
})

test('a published rating of a standard that is not rated, and of an inspection without an overall rating, differs', () => {
  const ratings = [{ standard: named<Standard['id']>('1.2'), rating: named<Rating>('good') }]
  const published = { ratings, percentages: [], score: null, overall: named<Rating>('good') }
  const notes = rated({ ...allGood, keyQuestions: [], judgements: [], published }).notes
  const differing = notes.filter(({ code }) => code === 'published-differs')
  expect(differing.map(({ standard }) => standard)).toEqual(['1.2', null])
  for (const { text } of differing) expect(text).not.toMatch(/null|undefined/)
})

describe('what was published is compared and never used', () => {
  const published = {
    ratings: [judged('1.2', 'outstanding')],
    percentages: [],
    score: 9,
    overall: judged('1.2', 'outstanding').rating,
  }

  test('each difference is a note', () => {
    expect(rated({ ...allGood, published })).toMatchObject({ score: 8, overall: 'good' })
    expect(rated({ ...allGood, published }).notes.filter(({ code }) => code === 'published-differs')).toEqual(
      [
        {
          code: 'published-differs',
          standard: '1.2',
          text: 'The published rating of standard 1.2 is Outstanding, but the rules give Good.',
        },
        {
          code: 'published-differs',
          standard: null,
          text: 'The published score is 9, but the rules give 8.',
        },
        {
          code: 'published-differs',
          standard: null,
          text: 'The published overall rating is Outstanding, but the rules give Good.',
        },
      ],
    )
  })
})

describe('always', () => {
  const ids = ['1.1.1', '1.1.2', '1.2.1', '2.1.1'] as const
  const count = fc.record({
    yes: fc.nat(20),
    no: fc.integer({ min: 1, max: 20 }),
    na: fc.nat(5),
    unanswered: fc.nat(5),
  })
  const inspection = fc.tuple(count, count, count, count)

  function counted(counts: readonly { yes: number; no: number; na: number; unanswered: number }[]) {
    const keyQuestions = ids.flatMap((id, at) => {
      const each = counts[at]
      return each === undefined ? [] : [figureOf(id, { kind: 'counts', ...each })]
    })
    return figures({}, { keyQuestions })
  }

  test('a yes made a no never lifts a rating', () => {
    fc.assert(
      fc.property(inspection, fc.nat(3), (counts, at) => {
        const worse = counts.map((each, place) =>
          place === at && each.yes > 0 ? { ...each, yes: each.yes - 1, no: each.no + 1 } : each,
        )
        expect(rated(counted(worse)).score).toBeLessThanOrEqual(rated(counted(counts)).score)
      }),
    )
  })

  test('the score is never above the maximum, nor below zero', () => {
    fc.assert(
      fc.property(inspection, (counts) => {
        const { score, maximum } = rated(counted(counts))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(maximum)
      }),
    )
  })

  test('counts and the same yes of the same base give the same ratings', () => {
    fc.assert(
      fc.property(inspection, (counts) => {
        const [first, second, third, fourth] = counts
        const yesOf = figures({
          '1.1.1': [first.yes, first.yes + first.no],
          '1.1.2': [second.yes, second.yes + second.no],
          '1.2.1': [third.yes, third.yes + third.no],
          '2.1.1': [fourth.yes, fourth.yes + fourth.no],
        })
        const awarded = (given: InspectionFigures) =>
          rated(given).standards.map((each) => [each.awarded, each.decidedBy])
        expect(awarded(counted(counts))).toEqual(awarded(yesOf))
      }),
    )
  })
})
