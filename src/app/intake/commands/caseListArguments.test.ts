import { describe, expect, test } from 'vitest'
import { parseAddWords, parseCheckWords } from './caseListArguments.ts'

describe('assay case-list check', () => {
  test('a file, an edition, columns by hand and columns to leave out', () => {
    const words = [
      'list.csv',
      '--edition',
      'e',
      '--column',
      'rosh=Risk = now',
      '--column',
      'case_id=Ref',
      '--leave-out',
      'Name',
    ]
    expect(parseCheckWords(words)).toEqual({
      file: 'list.csv',
      edition: 'e',
      mapping: { columns: { rosh: 'Risk = now', caseId: 'Ref' }, leaveOut: ['Name'], places: [] },
    })
  })

  test.each([
    [[]],
    [['list.csv']],
    [['a.csv', 'b.csv', '--edition', 'e']],
    [['a.csv', '--edition', 'e', '--column', 'shoes=Size']],
    [['a.csv', '--edition', 'e', '--column', 'rosh=Risk', '--column', 'rosh=Harm']],
    [['a.csv', '--edition', 'e', '--unknown']],
  ])('%j is wrong usage', (words) => {
    expect(parseCheckWords(words)).toHaveProperty('wrong')
  })
})

describe('assay case-list add', () => {
  test('an inspection, a file and reasons', () => {
    expect(parseAddWords(['york-2022-12', 'list.ods', '--reason', 'no-girls=There are none.'])).toEqual({
      inspection: 'york-2022-12',
      file: 'list.ods',
      leaveOut: [],
      places: [],
      reasons: { 'no-girls': 'There are none.' },
    })
  })

  test.each([
    [['list.ods']],
    [['york-2022-12', 'list.ods', '--reason', 'no-girls']],
    [['york-2022-12', 'list.ods', '--reason', 'no-girls=None.', '--reason', 'no-girls=Some.']],
  ])('%j is wrong usage', (words) => {
    expect(parseAddWords(words)).toHaveProperty('wrong')
  })
})
