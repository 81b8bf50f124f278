import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSmallEdition } from '../../../test/support/editionBuilder.ts'
import { codesOf, doneValue } from '../../../test/support/results.ts'
import { type AnswerRow, countAnswers } from './countAnswers.ts'
import { problem } from './problems.ts'

const edition = aSmallEdition()

function row(
  caseId: string,
  question: string,
  answer: string,
  domain = 'court',
  at: number | null = null,
): AnswerRow {
  return { caseId, domain, question, answer, row: at }
}

describe('answers are counted for each question', () => {
  test('yes, no and not applicable; a case without an answer is none of the three', () => {
    const rows = [
      row('A', '1.1.1', 'yes'),
      row('B', '1.1.1', 'no'),
      row('C', '1.1.1', 'na'),
      row('A', '1.1.1.a', 'yes'),
      row('D', '1.2.1', 'yes'),
    ]
    const counted = doneValue(countAnswers(edition, rows))
    expect(counted.keyQuestions).toEqual([
      { id: '1.1.1', figure: { kind: 'counts', yes: 1, no: 1, na: 1, unanswered: 1 } },
      { id: '1.2.1', figure: { kind: 'counts', yes: 1, no: 0, na: 0, unanswered: 3 } },
    ])
    expect(counted.prompts).toEqual([{ id: '1.1.1.a', yes: 1, no: 0, na: 0, unanswered: 3 }])
    expect([...counted.casesByDomain]).toEqual([['court', 4]])
  })

  test('cases of another domain are not among the unanswered', () => {
    const rows = [row('A', '1.2.1', 'yes'), row('B', '2.1.1', 'no', 'out-of-court')]
    const { keyQuestions } = doneValue(countAnswers(edition, rows))
    expect(keyQuestions.map(({ figure }) => figure)).toEqual([
      { kind: 'counts', yes: 1, no: 0, na: 0, unanswered: 0 },
      { kind: 'counts', yes: 0, no: 1, na: 0, unanswered: 0 },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['a question that is not in the edition', [row('A', '9.9.9', 'yes')], 'answers.question-not-found'],
    ['an answer that is none', [row('A', '1.1.1', 'maybe')], 'answers.answer-not-allowed'],
    ['an answer in capitals', [row('A', '1.1.1', 'YES')], 'answers.answer-not-allowed'],
    ['a domain without cases', [row('A', '1.1.1', 'yes', 'resettlement')], 'answers.domain-not-found'],
    ['a question of another domain', [row('A', '2.1.1', 'yes')], 'answers.question-of-another-domain'],
    [
      'a question of a standard judged from evidence',
      [row('A', '2.2.1', 'yes', 'out-of-court')],
      'answers.question-judged-from-evidence',
    ],
    [
      'a case in two domains',
      [row('A', '1.1.1', 'yes'), row('A', '2.1.1', 'yes', 'out-of-court')],
      'answers.case-in-two-domains',
    ],
    [
      'two different answers to one question by one case',
      [row('A', '1.1.1', 'yes'), row('A', '1.1.1', 'no')],
      'answers.answered-twice',
    ],
    ['the same answer twice', [row('A', '1.1.1', 'yes'), row('A', '1.1.1', 'yes')], 'answers.answered-twice'],
  ])('%s', (_, rows, code) => {
    expect(codesOf(countAnswers(edition, rows))).toEqual([code])
  })

  test('not applicable, where the edition does not allow it to a key question', () => {
    const strict = aSmallEdition({ answers: ['yes', 'no'] })
    expect(codesOf(countAnswers(strict, [row('A', '1.1.1', 'na')]))).toEqual(['answers.answer-not-allowed'])
    expect(codesOf(countAnswers(strict, [row('A', '1.1.1.a', 'na')]))).toEqual([])
  })

  test('every problem at once, each with its row and field', () => {
    const rows = [
      row('A', '1.1.1', 'perhaps', 'court', 2),
      row('A', '7.7.7', 'yes', 'court', 3),
      row('A', '1.1.2', 'yes', 'out-of-court', 4),
      row('A', '1.2.1', 'yes', 'out-of-court', 5),
    ]
    const result = countAnswers(edition, rows, 'answers.csv')
    expect(result.ok ? [] : result.problems.map(({ code, place }) => [code, place.row, place.field])).toEqual(
      [
        ['answers.answer-not-allowed', 2, 'answer'],
        ['answers.question-not-found', 3, 'question'],
        ['answers.case-in-two-domains', 4, 'domain'],
        ['answers.question-of-another-domain', 4, 'question'],
        ['answers.question-of-another-domain', 5, 'question'],
      ],
    )
    expect(result.ok ? [] : result.problems.map(({ place }) => place.file)).toEqual(
      Array(5).fill('answers.csv'),
    )
  })

  test('each problem says what was found and what is known', () => {
    const problemOf = (given: readonly AnswerRow[], of = edition) => {
      const result = countAnswers(of, given)
      return result.ok ? undefined : result.problems[0]
    }
    expect(problemOf([row('A', '1.1.1', 'yes', 'prison')])).toEqual(
      problem(
        'answers.domain-not-found',
        { edition: 'small', domain: 'prison', known: 'court, out-of-court' },
        { field: 'domain' },
      ),
    )
    expect(problemOf([row('A', '9.9.9', 'yes')])).toEqual(
      problem('answers.question-not-found', { edition: 'small', question: '9.9.9' }, { field: 'question' }),
    )
    expect(problemOf([row('A', '2.2.1', 'yes', 'out-of-court')])).toEqual(
      problem(
        'answers.question-judged-from-evidence',
        { question: '2.2.1', standard: '2.2' },
        { field: 'question' },
      ),
    )
    expect(problemOf([row('A', '2.1.1', 'yes')])).toEqual(
      problem(
        'answers.question-of-another-domain',
        { question: '2.1.1', domain: 'court' },
        { field: 'question' },
      ),
    )
    expect(problemOf([row('A', '1.1.1', 'yes'), row('A', '2.1.1', 'yes', 'out-of-court')])).toEqual(
      problem(
        'answers.case-in-two-domains',
        { case: 'A', domain: 'out-of-court', first: 'court' },
        { field: 'domain' },
      ),
    )
    const strict = aSmallEdition({ answers: ['yes', 'no'] })
    expect(problemOf([row('A', '1.1.1', 'na')], strict)).toEqual(
      problem(
        'answers.answer-not-allowed',
        { answer: 'na', question: '1.1.1', allowed: 'yes, no' },
        { field: 'answer' },
      ),
    )
    expect(problemOf([row('A', '1.1.1', 'yes'), row('A', '1.1.1', 'no')])).toEqual(
      problem(
        'answers.answered-twice',
        { case: 'A', question: '1.1.1', first: '“yes”' },
        { field: 'question' },
      ),
    )
  })

  test('no two cases count as one, whatever they answer', () => {
    const questions = ['1.1.1', '1.1.1.a', '1.1.1.b', '1.1.2', '1.2.1']
    const cases = Array.from({ length: 30 }, (_, at) => `C${at}`)
    const all = cases.flatMap((caseId) => questions.map((question) => row(caseId, question, 'yes')))
    expect(codesOf(countAnswers(edition, all))).toEqual([])
  })

  test('a second answer names the row of the first', () => {
    const rows = [row('A', '1.1.1', 'yes', 'court', 2), row('A', '1.1.1', 'no', 'court', 9)]
    const result = countAnswers(edition, rows)
    expect(result.ok ? '' : result.problems[0].text).toBe(
      'Case A answers question 1.1.1 twice. The first answer is “yes” in row 2.',
    )
  })
})

describe('always', () => {
  const answer = fc.constantFrom('yes', 'no', 'na')
  const question = fc.constantFrom('1.1.1', '1.1.2', '1.2.1', '1.1.1.a', '1.1.1.b')
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), question, answer), {
    selector: ([caseId, asked]) => `${caseId} ${asked}`,
  })

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(
        rows.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => {
          const counted = (each: typeof given) => {
            return doneValue(
              countAnswers(
                edition,
                each.map(([id, asked, said]) => row(String(id), asked, said)),
              ),
            )
          }
          expect(counted(shuffled)).toEqual(counted(given))
        },
      ),
    )
  })

  test('the shares of a question sum to the cases of its domain', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const answers = given.map(([id, asked, said]) => row(String(id), asked, said))
        const { keyQuestions, casesByDomain } = doneValue(countAnswers(edition, answers))
        const cases = [...casesByDomain.values()].reduce((sum, each) => sum + each, 0)
        expect(cases).toBe(new Set(given.map(([id]) => id)).size)
        for (const { figure } of keyQuestions) {
          if (figure.kind !== 'counts') throw new Error('answers give counts')
          expect(figure.yes + figure.no + figure.na + figure.unanswered).toBe(cases)
        }
      }),
    )
  })
})
