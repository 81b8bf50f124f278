import { describe, expect, test } from 'vitest'
import { inventedEdition } from '../../../test/support/inventedEdition.ts'
import { noVisit } from '../../../test/support/visit.ts'
import type { Edition } from '../../core/framework/edition.ts'
import { ruleGroups } from '../../core/framework/rules/rules.ts'
import type { RouteRequest } from '../../platform/http/route.ts'
import { chooseComparison, showComparison } from './compare-page/comparePage.ts'
import { compareView } from './compare-page/comparePage.view.ts'
import { showEdition } from './edition-page/editionPage.ts'
import { editionView } from './edition-page/editionPage.view.ts'
import { editionsView } from './editions-page/editionsPage.view.ts'
import { problem } from './problems.ts'
import { showEditionStandard } from './standard-page/standardPage.ts'
import { editionStandardView } from './standard-page/standardPage.view.ts'

const invented = inventedEdition()
const later: Edition = {
  ...JSON.parse(JSON.stringify(invented)),
  id: 'invented-2035',
  title: 'Later',
  inForceFrom: '2035',
}
const editions = new Map([later, invented].map((edition) => [edition.id, edition]))

describe('the list of editions', () => {
  test('are in the order in which they came into force, and the last two are offered for comparison', () => {
    const { rows, before, after } = editionsView(editions)
    expect(rows.map(({ id, inForce }) => [id, inForce])).toEqual([
      ['invented-2030', 'April 2030'],
      ['invented-2035', '2035'],
    ])
    expect(rows[0]).toMatchObject({
      contents: '4 standards, 5 key questions, 2 prompts',
      href: '/editions/invented-2030',
    })
    expect(before.find(({ selected }) => selected)?.value).toBe('invented-2030')
    expect(after.find(({ selected }) => selected)?.value).toBe('invented-2035')
  })
})

describe('the page of an edition', () => {
  const view = editionView(invented)

  test('says every rule once, in five groups, each with its sources by title', () => {
    expect(view.ruleGroups.map(({ rules }) => rules.length)).toEqual(
      ruleGroups.map(({ rules }) => rules.length),
    )
    expect(view.ruleGroups).toHaveLength(5)
    const overall = view.ruleGroups[1]?.rules.find(({ title }) => title === 'Overall rating')
    expect(overall).toMatchObject({
      sure: 'Worked out from printed figures',
      sources: ['An invention'],
      note: 'By halves.',
    })
  })

  test('says of each standard what it is judged from', () => {
    expect(view.domains[0]?.standards.map(({ id, judgedFrom }) => [id, judgedFrom])).toEqual([
      ['A.1', 'Inspected cases'],
      ['A.2', 'Evidence'],
    ])
  })
})

describe('the page of a standard', () => {
  test('says how a key question is answered and counted', () => {
    const questions = editionStandardView(invented, 'A.1')?.keyQuestions
    expect(questions?.map(({ strand, answering }) => [strand, answering?.answers])).toEqual([
      ['Home', 'Yes or no'],
      ['School', 'Yes, no or not applicable'],
    ])
    expect(questions?.[1]?.answering?.denominator).toBe(
      'The percentage is the number of yes answers divided by the number of cases where the question applies.',
    )
  })

  test('gives the guidance of a key question by paragraphs, where the edition has any', () => {
    const questions = editionStandardView(invented, 'A.1')?.keyQuestions
    expect(questions?.map(({ guidance }) => guidance.length)).toEqual([2, 0])
  })

  test('says the rule of the prompts once, and where one differs from it', () => {
    const standard = invented.domains[0]?.standards[0]
    const question = standard?.keyQuestions[0]
    const [first, second] = question?.prompts ?? []
    if (standard === undefined || question === undefined || first === undefined || second === undefined)
      throw new Error()
    const prompts = [first, { ...first, letter: 'c' }, second]
    const edition: Edition = {
      ...invented,
      domains: [
        {
          ...invented.domains[0],
          standards: [{ ...standard, keyQuestions: [{ ...question, prompts }] }],
        } as never,
      ],
    }
    const shown = editionStandardView(edition, 'A.1')?.keyQuestions[0]
    expect(shown?.promptRule).toBe('Answers: yes, no or not applicable. Divided by: cases where it applies.')
    expect(shown?.prompts.map(({ exception }) => exception)).toEqual([
      null,
      null,
      'Answers: yes, no or not applicable. Divided by: all inspected cases.',
    ])
  })

  test('has no answers where the standard is judged from evidence, and links its neighbours', () => {
    const view = editionStandardView(invented, 'A.2')
    expect(view?.keyQuestions.map(({ answering }) => answering)).toEqual([null])
    expect([view?.previous?.text, view?.next?.href]).toEqual([
      'A.1 Listening',
      '/editions/invented-2030/standards/B.1',
    ])
    expect(editionStandardView(invented, 'A.1')?.previous).toBeNull()
    expect(editionStandardView(invented, 'B.2')?.next).toBeNull()
  })
})

describe('the page of two editions', () => {
  const reworded: Edition = JSON.parse(
    JSON.stringify(later).replace('Is the child heard at school?', 'Is the child listened to at school?'),
  )

  test('counts what is the same and what changed', () => {
    const { totals } = compareView(invented, reworded)
    expect(
      totals.map(({ title, standards, keyQuestions, prompts }) => [title, standards, keyQuestions, prompts]),
    ).toEqual([
      ['Same text', 4, 4, 2],
      ['Changed', 0, 1, 0],
      ['Only in invented-2030', 0, 0, 0],
      ['Only in invented-2035', 0, 0, 0],
    ])
  })

  test('marks in each text the words that went and came', () => {
    const question = compareView(invented, reworded).standards[0]?.keyQuestions[1]
    expect(question?.tag.text).toBe('Changed')
    expect(question?.runs?.before.find(({ kind }) => kind === 'removed')?.text).toBe('heard')
    expect(question?.runs?.after.find(({ kind }) => kind === 'added')).toEqual({
      kind: 'added',
      blank: ' ',
      text: 'listened to',
    })
  })
})

describe('what is not there', () => {
  const shell = { database: undefined, now: () => new Date(0), actor: { name: 'test' } } as never
  const asked = (params: Record<string, string>): RouteRequest => ({
    params,
    query: params,
    body: {},
    files: [],
    json: undefined,
    headers: {},
    visit: noVisit,
  })
  const noEdition = { kind: 'refused', problems: [problem('edition.not-found', { edition: 'none' })] }

  test('an unknown edition is refused on every page', async () => {
    const pages = [
      showEdition(editions)(asked({ edition: 'none' }), shell),
      showEditionStandard(editions)(asked({ edition: 'none', standard: 'A.1' }), shell),
      showComparison(editions)(asked({ before: 'invented-2030', after: 'none' }), shell),
      chooseComparison(editions)(asked({ before: 'none', after: 'invented-2030' }), shell),
    ]
    expect(await Promise.all(pages)).toEqual([noEdition, noEdition, noEdition, noEdition])
  })

  test('an unknown standard is refused', async () => {
    expect(
      await showEditionStandard(editions)(asked({ edition: 'invented-2030', standard: 'Z' }), shell),
    ).toEqual({
      kind: 'refused',
      problems: [problem('edition.standard-not-found', { edition: 'invented-2030', standard: 'Z' })],
    })
  })

  test('the form leads to the address of its comparison', async () => {
    const reply = await chooseComparison(editions)(
      asked({ before: 'invented-2030', after: 'invented-2035' }),
      shell,
    )
    expect(reply).toEqual({ kind: 'redirect', to: '/editions/compare/invented-2030/invented-2035' })
  })
})
