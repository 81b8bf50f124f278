import { describe, expect, test } from 'vitest'
import { caseNameNotes, caseSpellingProblems } from './caseSpellings.ts'
import { problem } from './problems.ts'

const rowsOf = (...caseIds: readonly string[]) =>
  caseIds.map((caseId, at) => ({ caseId, domain: 'court', question: '2.1.1', answer: 'yes', row: at + 2 }))

const problemsOf = (...caseIds: readonly string[]) =>
  caseSpellingProblems(rowsOf(...caseIds), 'answers.csv').map(({ code, place: { row, field } }) => [
    code,
    row,
    field,
  ])

describe('one case in two spellings is refused, and not counted twice', () => {
  test.each([
    ['a no-break space', 'C 01', 'C\u00A001'],
    ['two spaces', 'C 01', 'C  01'],
    ['a character nobody sees', 'C01', 'C\u200B01'],
    ['a soft hyphen', 'C01', 'C\u00AD01'],
    ['composed and decomposed letters', 'T\u0177-1', 'Ty\u0302-1'],
  ])('%s', (_, one, other) => {
    expect(problemsOf(one, 'C99', one, other, other)).toEqual([['answers.case-written-twice', 5, 'case_id']])
  })

  test('both rows are named', () => {
    const [problem] = caseSpellingProblems(rowsOf('C 01', 'C\u00A001'), 'answers.csv')
    expect(problem).toMatchObject({ place: { file: 'answers.csv', row: 3 } })
    expect(problem?.text).toContain('in row 2')
  })
})

test('each problem names the case, and its file and row if there are any', () => {
  expect(caseSpellingProblems(rowsOf('=1+1'), 'answers.csv')).toEqual([
    problem('answers.case-unusable', { case: '=1+1' }, { file: 'answers.csv', row: 2, field: 'case_id' }),
  ])
  const stored = rowsOf('#####', 'C 1', 'C  1').map((row) => ({ ...row, row: null }))
  expect(caseSpellingProblems(stored)).toEqual([
    problem('answers.case-lost-figures', { case: '#####' }, { field: 'case_id' }),
    problem('answers.case-written-twice', { case: 'C  1', first: 'C 1', row: 0 }, { field: 'case_id' }),
  ])
})

test.each(['=1+1', '@SUM(A1)', '+cmd', 'C\n1', 'C\u001B[31m', 'C\uFFFD'])('%j names no case', (caseId) => {
  expect(problemsOf('C1', caseId, caseId)).toEqual([['answers.case-unusable', 3, 'case_id']])
})

test.each(['1.00023E+11', '#####', '#N/A', 'Err:502'])('%s has lost what named the case', (caseId) => {
  expect(problemsOf('C1', caseId)).toEqual([['answers.case-lost-figures', 3, 'case_id']])
})

describe('names that a spreadsheet program makes of others are warned of', () => {
  test('with the first and its row', () => {
    const rows = rowsOf('C1', '03-Dec', 'Mar-12', '1234567890123456')
    expect(caseNameNotes(rows)).toEqual([
      {
        code: 'cases-look-changed',
        standard: null,
        text: 'A spreadsheet program may have changed the ids of 3 cases (“03-Dec” in row 3 and 2 more) into dates or numbers. Check that no two cases have become one.',
      },
    ])
  })

  test('with its name and row if it is the only one', () => {
    const [note] = caseNameNotes(rowsOf('C1', '03-Dec'))
    expect(note?.text).toContain('the ids of 1 case (“03-Dec” in row 3) into dates')
  })

  test('without naming a case if they come from no file', () => {
    const [note] = caseNameNotes(rowsOf('1E5').map((row) => ({ ...row, row: null })))
    expect(note?.text).toMatch(
      /^A spreadsheet program may have changed the ids of 1 case into dates or numbers/,
    )
  })
})

describe('a difference of capitals, spaces or characters that look alike is warned of', () => {
  test('with the rows of the file', () => {
    expect(problemsOf('C01', 'c01', 'C 01')).toEqual([])
    expect(caseNameNotes(rowsOf('C01', 'c01', 'C02', 'C 01'))).toEqual([
      {
        code: 'cases-alike',
        standard: null,
        text: 'The cases “C01” (row 2) and “c01” (row 3) and “C 01” (row 5) differ only in capitals, spaces or characters that look alike. Check that they are not the same case.',
      },
    ])
  })

  test('without naming a case if they come from no file', () => {
    const stored = rowsOf('C01', 'c01').map((row) => ({ ...row, row: null }))
    expect(caseNameNotes(stored).map(({ text }) => text)).toEqual([
      'The ids of 2 cases differ only in capitals, spaces or characters that look alike. Check that they are not the same case.',
    ])
  })

  test('and nothing is said of cases that differ otherwise', () => {
    expect(caseNameNotes(rowsOf('C01', 'C02', 'C-01', 'C.01'))).toEqual([])
  })
})
