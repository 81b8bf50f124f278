import { expect, test } from 'vitest'
import { parseAnswersArguments, parseResultsArguments } from './importArguments.ts'

test('results need a file, and a replacement has its reason', () => {
  expect(parseResultsArguments(['a.json', '--replace', 'Corrected.', '--made-up'])).toEqual({
    file: 'a.json',
    source: null,
    madeUp: true,
    replaceReason: 'Corrected.',
  })
})

test('answers need an edition, a service and the start of fieldwork', () => {
  const commandArguments = [
    'a.csv',
    '--edition',
    'small',
    '--service',
    'Testham YJS',
    '--fieldwork',
    '2024-03',
  ]
  expect(
    parseAnswersArguments([...commandArguments, '--judgements', 'b.json', '--resettlement-cases', '3']),
  ).toEqual({
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
  [[], 'Name one file to import.'],
  [['a.csv', 'b.csv'], 'Name one file to import.'],
  [['a.csv'], 'Give --edition, --service and --fieldwork.'],
  [
    ['a.csv', '--edition', 'e', '--service', 's', '--fieldwork', '2024-03', '--resettlement-cases', 'few'],
    'Give --resettlement-cases as a whole number.',
  ],
])('%j is wrong usage', (commandArguments, wrong) => {
  expect(parseAnswersArguments(commandArguments)).toEqual({ wrong })
})

test('an unknown option is wrong usage and says which', () => {
  expect(parseResultsArguments(['a.json', '--force'])).toEqual({ wrong: expect.stringContaining('--force') })
})
