import { describe, expect, test } from 'vitest'
import { faultsAfter } from '../../../test/support/rulesOfEditions.ts'

test('the invented edition is accepted as it is written', () => {
  expect(faultsAfter()).toEqual([])
})

describe('refused: names and ids', () => {
  test('a standard that is given twice', () => {
    expect(faultsAfter(['- id: A.2\n', '- id: A.1\n'])).toContain(
      'edition.name-twice domains[0].standards[1].id',
    )
  })

  test('a key question that is given twice', () => {
    expect(faultsAfter(['{ id: A.1.2,', '{ id: A.1.1,'])).toContain(
      'edition.name-twice domains[0].standards[0].keyQuestions[1].id',
    )
  })

  test('a key question that is not under its standard', () => {
    expect(faultsAfter(['{ id: A.2.1,', '{ id: A.3.1,'])).toEqual([
      'edition.not-under-standard domains[0].standards[1].keyQuestions[0].id',
    ])
  })

  test('a letter that two prompts have', () => {
    expect(faultsAfter(['letter: b', 'letter: a'])).toContain(
      'edition.name-twice domains[0].standards[0].keyQuestions[0].prompts[1].letter',
    )
  })

  test.each(['B', 'ab', '1'])(
    'the letter %s of a prompt, of which the id of the prompt is made',
    (letter) => {
      expect(faultsAfter(['letter: b', `letter: '${letter}'`])).toContain(
        'edition.letter-form domains[0].standards[0].keyQuestions[0].prompts[1].letter',
      )
    },
  )

  test('two key questions of a standard in one strand', () => {
    expect(faultsAfter(['strand: school', 'strand: home'])).toEqual([
      'edition.name-twice domains[0].standards[0].keyQuestions[1].strand',
    ])
  })

  test('a strand that the edition does not give', () => {
    expect(faultsAfter(['strand: school', 'strand: work'])).toEqual([
      'edition.name-unknown domains[0].standards[0].keyQuestions[1].strand',
    ])
  })

  test('one kind of cases in two domains', () => {
    expect(faultsAfter(['    cases: aftercare', '    cases: prevention'])).toContain(
      'edition.name-twice domains[1].cases',
    )
  })

  test('guidance that is empty, too long, or meant as markup', () => {
    const place = 'domains[0].standards[0].keyQuestions[0].guidance'
    const guidance = "Look for the child's own words."
    const long = 'word '.repeat(1000)
    expect(faultsAfter([guidance, long])).toEqual([`edition.guidance-too-long ${place}`])
    expect(faultsAfter([guidance, 'Look for <b>words</b>.'])).toEqual([`edition.guidance-not-plain ${place}`])
    expect(faultsAfter([guidance, 'Fewer than 3 words: 2 < 3.'])).toEqual([])
  })

  test('an id that cannot be part of an address', () => {
    expect(faultsAfter(['- id: A.2\n', '- id: "A 2/"\n'])).toContain(
      'edition.id-form domains[0].standards[1].id',
    )
  })
  test('a standard judged from cases in a domain that inspects none', () => {
    expect(faultsAfter(['    cases: prevention\n    standards', '    standards'])).toContain(
      'edition.cases-absent domains[0].standards[0].judgedFrom',
    )
  })
})
