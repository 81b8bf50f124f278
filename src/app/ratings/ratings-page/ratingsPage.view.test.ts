import { describe, expect, test } from 'vitest'
import {
  figureOf,
  professionallyJudged,
  promptOf,
  someFigures,
} from '../../../../test/support/figuresBuilder.ts'
import { completeCounts, fullyRated, ratedFrom } from '../../../../test/support/storedRatings.ts'
import { ratingsPage } from './ratingsPage.view.ts'

describe('the ratings page', () => {
  test('shows standards by domain with rating and points, and cases if there are any', () => {
    const page = ratingsPage(fullyRated)
    expect(page.scored.map(({ title, cases }) => [title, cases])).toEqual([
      ['Court', '10 cases inspected'],
      ['Out of court', '1 case inspected'],
    ])
    expect(page.scored[0]?.standards.map(({ id, rating, points }) => [id, rating.text, points])).toEqual([
      ['1.1', 'Good', '2'],
      ['1.2', 'Outstanding', '3'],
    ])
  })

  test('shows the standard outside the score separately, adds nothing for it and says how it limits', () => {
    const page = ratingsPage(fullyRated)
    expect(page.separate[0]?.standards.map(({ id, points }) => [id, points])).toEqual([['3.1', '–']])
    expect(page.separateFootnotes).toEqual([
      'This rating is separate. It adds nothing to the score.',
      'If it is Inadequate, the overall rating cannot be higher than Good.',
    ])
    expect(page.score).toBe('10 of 12')
  })

  test('says which band of the score gives the overall rating', () => {
    expect(ratingsPage(fullyRated).scoreSentences).toEqual([
      'The score adds the points of 4 rated standards.',
      'A score from 7 to 10 of 12 is Good.',
    ])
  })

  test('rates an unfinished inspection no further than it goes, and names what is absent', () => {
    const page = ratingsPage(ratedFrom(someFigures({ '1.2.1': [8, 10] })))
    expect(page.overall).toEqual({ text: 'Not rated yet', tone: 'none' })
    expect(page.score).toBe('3 of 12')
    expect(page.notes.map(({ standard, href }) => [standard, href])).toContainEqual(['2.2', null])
  })

  test('marks a professional judgement and prints its reason', () => {
    const page = ratingsPage(
      ratedFrom(
        someFigures(completeCounts, {
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
  const underWay = { ...fullyRated, underWay: { signed: 2, inspected: 11 } }

  test('the page says how many cases are signed and that nothing is final', () => {
    expect(ratingsPage(underWay).soFar).toContain('of 11 inspected cases, 2 are signed.')
    expect(ratingsPage(fullyRated).soFar).toBeNull()
  })

  test('no rating is shown as final, in words or colour', () => {
    const page = ratingsPage(underWay)
    expect(page.overall).toEqual({ text: 'Good so far', tone: 'none' })
    expect(page.scored[0]?.standards[0]?.rating).toEqual({ text: 'Good so far', tone: 'none' })
    expect(page.scored[0]?.cases).toBe('10 cases with answers so far')
  })

  test('notes that repeat themselves are one, with all of them inside; a finished inspection has each', () => {
    const counts = { kind: 'counts', yes: 4, no: 4, na: 0, unanswered: 2 } as const
    const keyQuestions = ['1.1.1', '1.1.2', '1.2.1'].map((id) => figureOf(id, counts))
    const prompts = [promptOf('1.1.1.a', 2), promptOf('1.1.1.b', 0)]
    const unfinished = ratedFrom(someFigures({}, { keyQuestions, prompts }))
    const { notes, gatheredNotes } = ratingsPage({ ...unfinished, underWay: underWay.underWay })
    const inside = gatheredNotes.flatMap((each) => each.notes)
    const each = ratingsPage(unfinished)
    expect(gatheredNotes.map(({ summary }) => summary)).toEqual([
      'Cases have no answer yet to 4 of 5 questions.',
      '2 standards have no figures or judgement yet.',
    ])
    expect(each.gatheredNotes).toEqual([])
    expect([...notes, ...inside]).toHaveLength(each.notes.length)
    expect(each.notes).toEqual(expect.arrayContaining([...notes, ...inside]))
  })
})
