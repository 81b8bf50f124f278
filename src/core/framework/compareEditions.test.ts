import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedEdition } from '../../../test/support/inventedEdition.ts'
import { compareEditions } from './compareEditions.ts'
import type { Edition } from './edition.ts'
import { rules } from './rules/rules.ts'
import { wordDifference } from './wordDifference.ts'

/** The invented edition with its first standard changed by `change`. */
function withFirstStandard(change: (text: string) => string): Edition {
  const edition: Edition = structuredClone(inventedEdition())
  return JSON.parse(change(JSON.stringify(edition)))
}

describe('two editions', () => {
  const before = inventedEdition()

  test('a text that is reworded is changed; its neighbours are the same', () => {
    const after = withFirstStandard((text) => text.replace('Was someone asked?', 'Was anyone asked?'))
    const question = compareEditions(before, after).standards[0]?.keyQuestions[0]
    expect(question?.difference).toBe('same')
    expect(question?.prompts).toEqual([
      { id: 'A.1.1.a', difference: 'changed', before: 'Was someone asked?', after: 'Was anyone asked?' },
      {
        id: 'A.1.1.b',
        difference: 'same',
        before: 'Was the answer written down?',
        after: 'Was the answer written down?',
      },
    ])
  })

  test('guidance is compared by itself, and is nothing where neither edition gives any', () => {
    const after = withFirstStandard((text) => text.replace("child's own words", "child's voice"))
    const [heard, school] = compareEditions(before, after).standards[0]?.keyQuestions ?? []
    expect([heard?.difference, heard?.guidance?.difference]).toEqual(['same', 'changed'])
    expect(school?.guidance).toBeNull()
  })

  test('a standard is changed where only its statement is', () => {
    const after = withFirstStandard((text) => text.replace('Children are heard.', 'Every child is heard.'))
    const standard = compareEditions(before, after).standards[0]
    expect([standard?.difference, standard?.title.difference]).toEqual(['changed', 'same'])
  })

  test('what one edition does not have is only in the other, with its questions, in its own place', () => {
    const domains = before.domains.map((domain, index) => ({
      ...domain,
      standards: domain.standards.slice(index === 0 ? 1 : 0),
    }))
    const after: Edition = { ...before, domains }
    const forward = compareEditions(before, after).standards
    const backward = compareEditions(after, before).standards
    expect(forward.map(({ id, difference }) => `${id} ${difference}`)).toEqual([
      'A.1 only-before',
      'A.2 same',
      'B.1 same',
      'B.2 same',
    ])
    expect(backward.map(({ id, difference }) => `${id} ${difference}`)[0]).toBe('A.1 only-after')
    expect(backward[0]?.keyQuestions.map(({ difference }) => difference)).toEqual([
      'only-after',
      'only-after',
    ])
  })

  test('a rule differs where its words do', () => {
    const after = { ...before, rules: { ...before.rules, resettlement: null } }
    const changed = compareEditions(before, after).rules.filter(({ difference }) => difference === 'changed')
    expect(changed.map(({ rule }) => rule)).toEqual(['resettlement'])
  })
})

describe('rules in words', () => {
  const edition = inventedEdition()

  test('every rule is said, with where it comes from', () => {
    const texts = rules.map((rule) => rule.text(edition))
    expect(texts.length).toBeGreaterThanOrEqual(22)
    expect(texts.filter(({ sentences, items }) => sentences.length + items.length === 0)).toEqual([])
    expect(edition.ruleSources.map(({ rule }) => rule)).toEqual(rules.map(({ name }) => name))
  })
})

describe('the difference of two texts in words', () => {
  test('a mark of punctuation is a word of its own', () => {
    expect(wordDifference('for young people.', 'for children.').at(-1)).toEqual({ kind: 'same', text: '.' })
  })

  test('what is removed and what is added is between what stays', () => {
    expect(wordDifference('for all children and young people today', 'for all children today')).toEqual([
      { kind: 'same', text: 'for all children' },
      { kind: 'removed', text: ' and young people' },
      { kind: 'same', text: ' today' },
    ])
  })
})

describe('always', () => {
  const sentence = fc.array(fc.constantFrom('the', 'child', 'is', 'safe', 'and', 'heard'), {
    minLength: 1,
    maxLength: 12,
  })

  test('without what comes the words are the text before; without what goes, the text after', () => {
    fc.assert(
      fc.property(sentence, sentence, (left, right) => {
        const runs = wordDifference(left.join(' '), right.join(' '))
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect(without('added')).toBe(left.join(' '))
        expect(without('removed')).toBe(right.join(' '))
      }),
    )
  })

  test('an edition compared with itself is the same throughout', () => {
    const { standards, rules } = compareEditions(inventedEdition(), inventedEdition())
    const texts = standards.flatMap(({ difference, keyQuestions }) => [
      difference,
      ...keyQuestions.flatMap((question) => [
        question.difference,
        ...question.prompts.map((one) => one.difference),
      ]),
    ])
    expect(new Set([...texts, ...rules.map(({ difference }) => difference)])).toEqual(new Set(['same']))
  })
})
