import { expect, test } from 'vitest'
import { safeTerminal } from './command.ts'

test('nothing that a command prints acts on the terminal, but its own colours', () => {
  const printed: string[] = []
  const print = (text: string) => printed.push(text)
  const terminal = safeTerminal({ out: print, err: print, isTerminal: true, colour: true })
  terminal.out('one\u001b[2J\n')
  terminal.err('\u202eeno\n')
  terminal.styled?.('\u001b[32mGood\u001b[39m')
  expect(printed).toEqual(['one<U+001B>[2J\n', '<U+202E>eno\n', '\u001b[32mGood\u001b[39m'])
})
