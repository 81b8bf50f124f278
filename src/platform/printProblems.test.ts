import { expect, test } from 'vitest'
import { problem } from './http/problems.ts'
import { placeText, printProblems } from './printProblems.ts'

test('a place says every part that is known, from the outside in', () => {
  expect(placeText({ file: 'answers.csv', row: 4, field: 'answer' })).toBe('answers.csv, row 4, answer')
  expect(placeText({})).toBe('')
})

test('every problem is a block on standard error: where, what, what to do', () => {
  const printed: string[] = []
  const terminal = {
    out: () => expect.unreachable(),
    err: (text: string) => printed.push(text),
    isTerminal: false,
    colour: false,
  }
  printProblems(terminal, [
    problem('request.not-found', {}, { file: 'a.json' }),
    problem('request.not-found', {}),
  ])
  expect(printed.join('')).toBe(
    'a.json\n  There is no page at this address. [request.not-found]\n  Check the address, or start from the list of inspections.\n\n' +
      'There is no page at this address. [request.not-found]\n  Check the address, or start from the list of inspections.\n\n',
  )
})
