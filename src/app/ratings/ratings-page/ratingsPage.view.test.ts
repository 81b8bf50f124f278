import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../../test/support/editionBuilder.ts'
import {
  declaredUnrated,
  figureOf,
  judged,
  professionallyJudged,
  promptOf,
  someFigures,
} from '../../../../test/support/figuresBuilder.ts'
import { doneValue } from '../../../../test/support/results.ts'
import type { InspectionFigures } from '../../../core/ratings/inspectionFigures.ts'
import { rateInspection } from '../../../core/ratings/rateInspection.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { inspectionsPage } from '../inspections-page/inspectionsPage.view.ts'
import type { RatedStoredInspection } from '../rateStoredInspection.ts'
import { standardPage } from '../standard-page/standardPage.view.ts'
import { ratingsPage } from './ratingsPage.view.ts'

const inspection: Inspection = {
  id: named('testham-2024-03'),
  serviceName: 'Testham YJS',
  editionId: 'small',
  fieldworkStarted: '2024-03',
  published: null,
  source: null,
  madeUp: false,
  cases: [
    { domain: 'out-of-court', inspected: 1 },
    { domain: 'court', inspected: 10 },
  ],
}

const complete = { '1.1.1': [9, 10], '1.1.2': [7, 10], '1.2.1': [8, 10], '2.1.1': [1, 1] } as const

function stored(figures: InspectionFigures): RatedStoredInspection {
  const edition = aSmallEdition()
  return { inspection, edition, rated: doneValue(rateInspection(edition, figures)), underWay: null }
}

const all = stored(
  someFigures(complete, { judgements: [judged('2.2', 'good'), judged('3.1', 'inadequate')] }),
)

describe('the ratings page', () => {
  test('shows standards by domain with rating and points, and cases where there are any', () => {
    const page = ratingsPage(all)
    expect(page.scored.map(({ title, cases }) => [title, cases])).toEqual([
      ['Court', '10 cases inspected'],
      ['Out of court', '1 case inspected'],
    ])
    expect(page.scored[0]?.standards.map(({ id, rating, points }) => [id, rating.text, points])).toEqual([
      ['1.1', 'Good', '2'],
      ['1.2', 'Outstanding', '3'],
    ])
  })

  test('shows the standard outside the score apart, adds nothing for it and says how it limits', () => {
    const page = ratingsPage(all)
    expect(page.apart[0]?.standards.map(({ id, points }) => [id, points])).toEqual([['3.1', '–']])
    expect(page.apartFootnotes).toEqual([
      'This rating is given apart. It adds nothing to the score.',
      'Where it is Inadequate, the overall rating can be no higher than Good.',
    ])
    expect(page.score).toBe('10 of 12')
  })

  test('says which band of the score gives the overall rating', () => {
    expect(ratingsPage(all).scoreSentences).toEqual([
      'The score adds the points of 4 rated standards.',
      'A score from 7 to 10 of 12 is Good.',
    ])
  })

  test('rates an unfinished inspection no further than it goes, and names what is absent', () => {
    const page = ratingsPage(stored(someFigures({ '1.2.1': [8, 10] })))
    expect(page.overall).toEqual({ text: 'Not rated yet', tone: 'none' })
    expect(page.score).toBe('3 of 12')
    expect(page.notes.map(({ standard, href }) => [standard, href])).toContainEqual(['2.2', null])
  })

  test('marks a professional judgement and prints its reason', () => {
    const page = ratingsPage(
      stored(
        someFigures(complete, {
          professionalJudgements: [professionallyJudged('1.1', 'outstanding', 'A reason.')],
        }),
      ),
    )
    expect(page.scored[0]?.standards[0]).toMatchObject({
      professional: true,
      rating: { text: 'Outstanding' },
    })
    expect(page.notes.find(({ standard }) => standard === '1.1')).toMatchObject({
      text: expect.stringContaining('A reason.'),
      href: '/inspections/testham-2024-03/standards/1.1',
    })
  })
})

describe('while fieldwork is under way', () => {
  const underWay = { ...all, underWay: { signed: 2, inspected: 11 } }

  test('the page says how many cases are signed and that nothing is final', () => {
    expect(ratingsPage(underWay).soFar).toContain('of 11 inspected cases, 2 are signed.')
    expect(standardPage(underWay, '1.1')?.soFar).toContain('provisional')
    expect(ratingsPage(all).soFar).toBeNull()
    expect(standardPage(all, '1.1')?.soFar).toBeNull()
  })

  test('no rating is shown as one that stands, in words or colour', () => {
    const page = ratingsPage(underWay)
    expect(page.overall).toEqual({ text: 'Good so far', tone: 'none' })
    expect(page.scored[0]?.standards[0]?.rating).toEqual({ text: 'Good so far', tone: 'none' })
    expect(standardPage(underWay, '1.1')?.rating.text).toBe('Good so far')
    expect(page.scored[0]?.cases).toBe('10 cases with answers so far')
  })

  test('in the list it is said too, and does not stand among the rated ones', () => {
    const [row] = inspectionsPage([underWay]).rows
    expect(row).toMatchObject({
      overall: { text: 'Good so far' },
      overallSort: -1,
      underWay: '2 of 11 cases signed',
    })
  })

  test('notes that repeat themselves are one, with all of them inside; a finished inspection has each', () => {
    const counts = { kind: 'counts', yes: 4, no: 4, na: 0, unanswered: 2 } as const
    const keyQuestions = ['1.1.1', '1.1.2', '1.2.1'].map((id) => figureOf(id, counts))
    const prompts = [promptOf('1.1.1.a', 2), promptOf('1.1.1.b', 0)]
    const unfinished = stored(someFigures({}, { keyQuestions, prompts }))
    const { notes, gatheredNotes } = ratingsPage({ ...unfinished, underWay: underWay.underWay })
    const inside = gatheredNotes.flatMap((each) => each.notes)
    const each = ratingsPage(unfinished)
    expect(gatheredNotes.map(({ summary }) => summary)).toEqual([
      '4 of 5 questions are not answered in every case.',
      '2 standards have nothing to be rated from yet.',
    ])
    expect(each.gatheredNotes).toEqual([])
    expect([...notes, ...inside]).toHaveLength(each.notes.length)
    expect(each.notes).toEqual(expect.arrayContaining([...notes, ...inside]))
  })
})

describe('the page of a standard', () => {
  test('says what decided, with counts, and how far the next ratings are', () => {
    const page = standardPage(all, '1.1')
    expect(page?.keyQuestions.map(({ id, decided, yesOfBase }) => [id, decided, yesOfBase])).toEqual([
      ['1.1.1', null, '9 of 10'],
      ['1.1.2', 'Decided the rating', '7 of 10'],
    ])
    expect(page?.keyQuestions[1]?.distance).toEqual([
      '1 more yes answer would reach Outstanding.',
      '1 fewer yes answer would fall to Requires improvement.',
    ])
  })

  test('says the rules in the order in which they were applied', () => {
    expect(standardPage(all, '1.1')?.steps).toEqual([
      'The yes answers to each key question are divided by the cases to which it applies, and rounded to a whole per cent, halves up.',
      'The whole per cent decides the band: 0 to 49 is Inadequate, 50 to 64 is Requires improvement, 65 to 79 is Good, 80 to 100 is Outstanding.',
      'The lowest key question decides the standard: 1.1.2 gives Good.',
      'Good gives 2 points to the score.',
    ])
  })

  test('keeps what the figures give beside a professional judgement', () => {
    const judgement = professionallyJudged('1.1', 'outstanding', 'A reason.')
    const page = standardPage(stored(someFigures(complete, { professionalJudgements: [judgement] })), '1.1')
    expect(page?.rating.text).toBe('Outstanding')
    expect(page?.calculated?.text).toBe('Good')
    expect(page?.professionalReason).toBe('A reason.')
    expect(page?.keyQuestions[1]?.decided).toBe('Decided what the figures give')
  })

  test('warns of a small base once, however many key questions share it', () => {
    expect(standardPage(all, '1.1')?.warnings).toHaveLength(1)
  })

  test('of evidence has its questions and no figures', () => {
    const page = standardPage(all, '2.2')
    expect(page?.evidenceQuestions.map(({ id }) => id)).toEqual(['2.2.1'])
    expect(page?.bars).toBeNull()
    expect(page?.steps[0]).toContain('judged from evidence')
  })

  test('that is unrated gives its reason and adds nothing', () => {
    const page = standardPage(
      stored(someFigures(complete, { unrated: [declaredUnrated('2.2', 'No such work.')] })),
      '2.2',
    )
    expect(page?.unratedReason).toBe('No such work.')
    expect(page?.scoreSentence).toBe('This standard adds nothing to the score yet.')
  })

  test('leads to the standards on either side, across domains', () => {
    expect(standardPage(all, '2.1')).toMatchObject({
      previous: { href: '/inspections/testham-2024-03/standards/1.2' },
      next: { href: '/inspections/testham-2024-03/standards/2.2' },
    })
    expect(standardPage(all, '1.1')?.previous).toBeNull()
    expect(standardPage(all, '3.1')?.next).toBeNull()
  })

  test('that the edition lacks is not there', () => {
    expect(standardPage(all, '9.9')).toBeUndefined()
  })
})

describe('a key question and its prompts', () => {
  function withPrompts(yes: readonly [number, number]) {
    const prompts = [
      { id: named<never>('1.1.1.a'), yes: yes[0], no: 10 - yes[0], na: 0, unanswered: 0 },
      { id: named<never>('1.1.1.b'), yes: yes[1], no: 9 - yes[1], na: 1, unanswered: 0 },
    ]
    return standardPage(stored(someFigures(complete, { prompts })), '1.1')?.keyQuestions[0]
  }

  test('are compared, and the judgement stands', () => {
    expect(withPrompts([9, 9])).toMatchObject({
      promptsSentence:
        'The prompts run from 90% to 100%. The key question is a judgement of its own, not their sum.',
      pullsApart: false,
    })
  })

  test('pull apart where the judgement lies outside all of them', () => {
    const question = withPrompts([3, 4])
    expect(question?.pullsApart).toBe(true)
    expect(question?.promptsSentence).toContain(
      'at 90% it is higher than every one of its prompts, which run from 30% to 44%',
    )
  })
})

describe('the list of inspections', () => {
  test('sorts ratings by the scale and scores by their share of the maximum', () => {
    const { rows } = inspectionsPage([all, stored(someFigures({}))])
    expect(rows.map(({ overallSort, scoreSort }) => [overallSort, scoreSort])).toEqual([
      [2, 833],
      [-1, 0],
    ])
  })
})
