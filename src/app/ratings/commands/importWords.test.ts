import { expect, test } from 'vitest'
import { parseAnswersWords, parseResultsWords } from './importWords.ts'

test('results need a file, and say a replacement with its reason', () => {
  expect(parseResultsWords(['a.json', '--replace', 'Corrected.', '--made-up'])).toEqual({
    file: 'a.json',
    source: null,
    madeUp: true,
    replaceReason: 'Corrected.',
  })
})

test('answers need an edition, a service and the start of fieldwork', () => {
  const words = ['a.csv', '--edition', 'small', '--service', 'Testham YJS', '--fieldwork', '2024-03']
  expect(parseAnswersWords([...words, '--judgements', 'b.json', '--resettlement-cases', '3'])).toEqual({
    file: 'a.csv',
    edition: 'small',
    service: 'Testham YJS',
    fieldwork: '2024-03',
    judgements: 'b.json',
    resettlementCases: 3,
    madeUp: false,
    replaceReason: null,
  })
})

test.each([
  [[], 'An import takes one file.'],
  [['a.csv', 'b.csv'], 'An import takes one file.'],
  [['a.csv'], 'An import of answers needs --edition, --service and --fieldwork.'],
  [
    ['a.csv', '--edition', 'e', '--service', 's', '--fieldwork', '2024-03', '--resettlement-cases', 'few'],
    '--resettlement-cases is a whole number.',
  ],
])('%j is wrong usage', (words, wrong) => {
  expect(parseAnswersWords(words)).toEqual({ wrong })
})

test('an unknown option is wrong usage and says which', () => {
  expect(parseResultsWords(['a.json', '--force'])).toEqual({ wrong: expect.stringContaining('--force') })
})
