import { describe, expect, test } from 'vitest'
import { named } from '../../../../test/support/editionBuilder.ts'
import {
  declaredUnrated,
  professionallyJudged,
  someFigures,
} from '../../../../test/support/figuresBuilder.ts'
import { completeCounts, fullyRated, ratedFrom } from '../../../../test/support/storedRatings.ts'
import { ratedStandardPage } from './ratedStandardPage.view.ts'

describe('the page of a standard', () => {
  test('says what decided, with counts, and how far the next ratings are', () => {
    const page = ratedStandardPage(fullyRated, '1.1')
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
    expect(ratedStandardPage(fullyRated, '1.1')?.steps).toEqual([
      'The yes answers to each key question are divided by the cases to which it applies, and rounded half up to a whole percentage.',
      'The whole percentage decides the band: 0 to 49 is Inadequate, 50 to 64 is Requires improvement, 65 to 79 is Good, 80 to 100 is Outstanding.',
      'The lowest key question decides the standard: 1.1.2 gives Good.',
      'Good gives 2 points to the score.',
    ])
  })

  test('shows what the figures give next to a professional judgement', () => {
    const judgement = professionallyJudged('1.1', 'outstanding', 'A reason.')
    const page = ratedStandardPage(
      ratedFrom(someFigures(completeCounts, { professionalJudgements: [judgement] })),
      '1.1',
    )
    expect(page?.rating.text).toBe('Outstanding')
    expect(page?.calculated?.text).toBe('Good')
    expect(page?.professionalReason).toBe('A reason.')
    expect(page?.keyQuestions[1]?.decided).toBe('Decided the rating from the figures')
  })

  test('warns of a small base once, however many key questions share it', () => {
    expect(ratedStandardPage(fullyRated, '1.1')?.warnings).toHaveLength(1)
  })

  test('of evidence has its questions and no figures', () => {
    const page = ratedStandardPage(fullyRated, '2.2')
    expect(page?.evidenceQuestions.map(({ id }) => id)).toEqual(['2.2.1'])
    expect(page?.bars).toBeNull()
    expect(page?.steps[0]).toContain('judged from evidence')
  })

  test('that is unrated gives its reason and adds nothing', () => {
    const page = ratedStandardPage(
      ratedFrom(someFigures(completeCounts, { unrated: [declaredUnrated('2.2', 'No such work.')] })),
      '2.2',
    )
    expect(page?.unratedReason).toBe('No such work.')
    expect(page?.scoreSentence).toBe('This standard adds nothing to the score yet.')
  })

  test('leads to the standards on either side, across domains', () => {
    expect(ratedStandardPage(fullyRated, '2.1')).toMatchObject({
      previous: { href: '/inspections/testham-2024-03/standards/1.2' },
      next: { href: '/inspections/testham-2024-03/standards/2.2' },
    })
    expect(ratedStandardPage(fullyRated, '1.1')?.previous).toBeNull()
    expect(ratedStandardPage(fullyRated, '3.1')?.next).toBeNull()
  })

  test('that is not in the edition does not exist', () => {
    expect(ratedStandardPage(fullyRated, '9.9')).toBeUndefined()
  })

  test('while fieldwork is under way says that the rating is provisional', () => {
    const page = ratedStandardPage({ ...fullyRated, underWay: { signed: 2, inspected: 11 } }, '1.1')
    expect(page?.soFar).toContain('provisional')
    expect(page?.rating.text).toBe('Good so far')
    expect(ratedStandardPage(fullyRated, '1.1')?.soFar).toBeNull()
  })

  test('says what its rating adds to the score', () => {
    const sentence = (id: string) => ratedStandardPage(fullyRated, id)?.scoreSentence
    expect(sentence('1.1')).toBe('This rating adds 2 of 3 possible points to the score.')
    expect(sentence('3.1')).toBe('This rating is separate and adds nothing to the score.')
  })

  test('says of prompts with different bases that they differ, and of others nothing', () => {
    const prompt = (id: string, no: number) => ({ id: named<never>(id), yes: 4, no, na: 0, unanswered: 0 })
    const basesOf = (no: number) => {
      const prompts = [prompt('1.1.1.a', 6), prompt('1.1.1.b', no)]
      return ratedStandardPage(ratedFrom(someFigures(completeCounts, { prompts })), '1.1')?.basesSentence
    }
    expect(basesOf(5)).toContain('The bases of the prompts differ.')
    expect(basesOf(6)).toBeNull()
  })
})

describe('a key question and its prompts', () => {
  function withPrompts(yes: readonly [number, number], judgement: readonly [number, number] = [9, 10]) {
    const counts = { ...completeCounts, '1.1.1': judgement }
    const prompts = [
      { id: named<never>('1.1.1.a'), yes: yes[0], no: 10 - yes[0], na: 0, unanswered: 0 },
      { id: named<never>('1.1.1.b'), yes: yes[1], no: 9 - yes[1], na: 1, unanswered: 0 },
    ]
    return ratedStandardPage(ratedFrom(someFigures(counts, { prompts })), '1.1')?.keyQuestions[0]
  }

  test('are compared, and the judgement counts', () => {
    expect(withPrompts([9, 9])).toMatchObject({
      promptsSentence:
        'The prompts range from 90% to 100%. The key question is judged separately. It is not the sum of its prompts.',
      judgementDiffersFromPrompts: false,
    })
  })

  test('do not match if the judgement is higher or lower than all of them', () => {
    const question = withPrompts([3, 4])
    expect(question?.judgementDiffersFromPrompts).toBe(true)
    expect(question?.promptsSentence).toContain(
      'At 90%, the key question is higher than all of its prompts. The highest is at 44%.',
    )
    expect(withPrompts([10, 9])?.promptsSentence).toContain(
      'At 90%, the key question is lower than all of its prompts. The lowest is at 100%.',
    )
  })

  test('that all have the same share say so', () => {
    expect(withPrompts([10, 9], [10, 10])?.promptsSentence).toBe(
      'The prompts are all at 100%. The key question is judged separately. It is not the sum of its prompts.',
    )
  })
})
