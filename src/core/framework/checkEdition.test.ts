import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inventedEditionFile } from '../../../test/support/inventedEdition.ts'
import { readEdition } from '../../app/framework/editionFile.ts'

const written = readFileSync(inventedEditionFile, 'utf8')

/** The faults, as code and path, that the invented edition has once `before` is replaced by `after`. */
function faultsAfter(...changes: readonly (readonly [before: string, after: string])[]): readonly string[] {
  const spoiled = changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`the invented edition does not hold ${before}`)
    return text.replace(before, after)
  }, written)
  const result = readEdition(new TextEncoder().encode(spoiled), 'invented-2030.yaml')
  return result.ok ? [] : result.problems.map(({ code, place }) => `${code} ${place.path}`)
}

test('the invented edition is legal as it is written', () => {
  expect(faultsAfter()).toEqual([])
})

describe('second persons', () => {
  const rule = '{ step: sign, otherThan: [check] }'

  test('a step that is given twice, or an act', () => {
    expect(faultsAfter([rule, `${rule}\n  - ${rule}`])).toEqual(['edition.name-twice secondPersons[1].step'])
    expect(faultsAfter([rule, '{ step: sign, otherThan: [check, check] }'])).toEqual([
      'edition.name-twice secondPersons[0].otherThan[1]',
    ])
  })

  test('a step that bars nobody, or for what comes after it', () => {
    expect(faultsAfter([rule, '{ step: sign, otherThan: [] }'])).toEqual([
      'edition.list-empty secondPersons[0].otherThan',
    ])
    expect(faultsAfter([rule, '{ step: check, otherThan: [check] }'])).toEqual([
      'edition.name-unknown secondPersons[0].otherThan[0]',
    ])
  })

  test('a step or an act that the product does not know, and a key too many', () => {
    expect(faultsAfter([rule, '{ step: reopen, otherThan: [check] }'])).toHaveLength(1)
    expect(faultsAfter([rule, '{ step: sign, otherThan: [read] }'])).toHaveLength(1)
    expect(faultsAfter([rule, '{ step: sign, otherThan: [check], by: lead }'])).toHaveLength(1)
  })
})

describe('names and ids', () => {
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

  test('a key question that does not stand under its standard', () => {
    expect(faultsAfter(['{ id: A.2.1,', '{ id: A.3.1,'])).toEqual([
      'edition.not-under-standard domains[0].standards[1].keyQuestions[0].id',
    ])
  })

  test('a letter that two prompts have', () => {
    expect(faultsAfter(['letter: b', 'letter: a'])).toContain(
      'edition.name-twice domains[0].standards[0].keyQuestions[0].prompts[1].letter',
    )
  })

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

  test('an id that cannot stand in an address', () => {
    expect(faultsAfter(['- id: A.2\n', '- id: "A 2/"\n'])).toContain(
      'edition.id-form domains[0].standards[1].id',
    )
  })
})

describe('bands and points', () => {
  test('a gap between two bands', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 41, to: 59'])).toEqual([
      'edition.range-gap rules.bands[2].from',
    ])
  })

  test('two bands that overlap', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 39, to: 59'])).toEqual([
      'edition.range-overlap rules.bands[2].from',
    ])
  })

  test('bands that begin above 0 or end below 100', () => {
    expect(faultsAfter(['from: 0, to: 19', 'from: 1, to: 19'], ['to: 100', 'to: 99'])).toEqual([
      'edition.range-gap rules.bands[0].from',
      'edition.range-gap rules.bands[4].to',
    ])
  })

  test('a band that runs backwards', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 59, to: 40'])).toContain(
      'edition.range-backwards rules.bands[2].to',
    )
  })

  test('a boundary that is not a whole per cent', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 40, to: 59.5'])).toEqual([
      'edition.number-unfit rules.bands[2].to',
    ])
  })

  test('a rating that no band gives and one that the scale lacks', () => {
    expect(faultsAfter(['{ rating: fair, from: 40', '{ rating: middling, from: 40'])).toEqual([
      'edition.name-unknown rules.bands[2].rating',
      'edition.rating-without-range rules.bands',
    ])
  })

  test('bands that are not in the order of the scale', () => {
    expect(
      faultsAfter(
        ['{ rating: weak, from: 20', '{ rating: other, from: 20'],
        ['{ rating: fair, from: 40', '{ rating: weak, from: 40'],
        ['{ rating: other, from: 20', '{ rating: fair, from: 20'],
      ),
    ).toEqual(['edition.rating-out-of-order rules.bands[2].rating'])
  })

  test('points that do not rise with the scale', () => {
    expect(faultsAfter(['title: Fair, points: 2', 'title: Fair, points: 1'])).toEqual([
      'edition.points-not-rising scale[2].points',
    ])
  })

  test('overall bands that do not reach the maximum', () => {
    expect(faultsAfter(['from: 13, to: 15', 'from: 13, to: 14'])).toEqual([
      'edition.range-gap rules.overall[0].bands[4].to',
    ])
  })

  test('overall bands for a maximum that no inspection has', () => {
    expect(faultsAfter(['maximum: 10', 'maximum: 11'])).toEqual([
      'edition.maximum-unreachable rules.overall[1].maximum',
    ])
  })

  test('no overall bands for the maximum that all scored standards give', () => {
    expect(faultsAfter(['title: Excellent, points: 5', 'title: Excellent, points: 10'])).toContain(
      'edition.maximum-absent rules.overall',
    )
  })
})

describe('rules that name something', () => {
  test('a scored standard that does not exist', () => {
    expect(faultsAfter(['[A.1, A.2, B.1]', '[A.1, A.2, B.1, C.1]'])).toContain(
      'edition.name-unknown rules.scoredStandards[3]',
    )
  })

  test('a standard that is neither scored nor rated apart', () => {
    expect(faultsAfter(['resettlement: B.2', 'resettlement: null'])).toEqual([
      'edition.standard-without-part rules.scoredStandards',
    ])
  })

  test('a standard that is both scored and rated apart', () => {
    expect(faultsAfter(['resettlement: B.2', 'resettlement: B.1'])).toContain(
      'edition.standard-in-both rules.resettlement',
    )
  })

  test('a limiting judgement on a missing standard and to a missing rating', () => {
    expect(
      faultsAfter([
        '{ standard: A.2, rated: poor, overallAtMost: fair }',
        '{ standard: Z, rated: bad, overallAtMost: ok }',
      ]),
    ).toEqual([
      'edition.name-unknown rules.limitingJudgements[0].standard',
      'edition.name-unknown rules.limitingJudgements[0].rated',
      'edition.name-unknown rules.limitingJudgements[0].overallAtMost',
    ])
  })

  test('a missing standard that may be left unrated', () => {
    expect(faultsAfter(['standards: [B.1, B.2]', 'standards: [B.1, B.9]'])).toEqual([
      'edition.name-unknown rules.mayBeUnrated[0].standards[1]',
    ])
  })

  test('an exception for a question that is missing, and one that no case answers', () => {
    expect(
      faultsAfter(['question: A.1.2,', 'question: A.1.9,'], ['question: A.1.1.b', 'question: B.2.1']),
    ).toEqual([
      'edition.question-unknown questions.exceptions[0].question',
      'edition.exception-on-evidence questions.exceptions[1].question',
    ])
  })

  test('answers that cannot be counted', () => {
    expect(faultsAfter(['keyQuestions: { answers: ["yes", "no"]', 'keyQuestions: { answers: []'])).toEqual([
      'edition.answers-incomplete questions.keyQuestions.answers',
    ])
  })

  test('a standard judged from cases in a domain that inspects none', () => {
    expect(faultsAfter(['    cases: prevention\n    standards', '    standards'])).toContain(
      'edition.cases-absent domains[0].standards[0].judgedFrom',
    )
  })

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

describe('facts of a case', () => {
  const meals = 'fieldwork.factGroups[0].facts[1]'

  test('a fact that is given twice, even in another group', () => {
    expect(faultsAfter(['- { id: where,', '- { id: meals,'])).toEqual([
      'edition.name-twice fieldwork.factGroups[1].facts[0].id',
    ])
  })

  test('two facts of a form that is kept by a method of its own', () => {
    expect(faultsAfter(['id: where, form: words', 'id: where, form: age'])).toEqual([
      'edition.name-twice fieldwork.factGroups[1].facts[0].form',
    ])
  })

  test('a value that the edition does not give, a choice without values, and values without a choice', () => {
    expect(faultsAfter(['values: [often,', 'values: [weekly,'])).toEqual([
      `edition.name-unknown ${meals}.values[0]`,
    ])
    expect(faultsAfter(['values: [often, never]', 'values: []'])).toContain(
      `edition.list-empty ${meals}.values`,
    )
    expect(faultsAfter(['form: choice', 'form: words'])).toEqual([
      `edition.values-without-choice ${meals}.values`,
    ])
  })

  test('words that are needed beside a value it does not have, and without saying what they are', () => {
    expect(faultsAfter(['needsDetailFor: never', 'needsDetailFor: rarely'])).toEqual([
      `edition.name-unknown ${meals}.needsDetailFor`,
    ])
    expect(faultsAfter(['          detailTitle: Why?\n', ''])).toEqual([
      `edition.detail-untitled ${meals}.needsDetailFor`,
    ])
  })

  test('a question made pointless by a fact, or by a value, that there is none of', () => {
    const rule = '{ fact: meals, is: never,'
    const place = 'questions.notApplicableWhen[0]'
    expect(faultsAfter([rule, '{ fact: sleep, is: never,'])).toEqual([`edition.name-unknown ${place}.fact`])
    expect(faultsAfter([rule, '{ fact: meals, is: rarely,'])).toEqual([`edition.name-unknown ${place}.is`])
  })

  test('a warning that could never be given', () => {
    expect(faultsAfter(['pullApartAbovePercent: 30', 'pullApartAbovePercent: 100'])).toEqual([
      'edition.number-unfit fieldwork.pullApartAbovePercent',
    ])
  })
})

describe('sample', () => {
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
