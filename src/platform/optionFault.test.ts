import { expect, test } from 'vitest'
import { optionFault } from './optionFault.ts'

const options = {
  edition: { type: 'string' },
  column: { type: 'string', multiple: true },
  'made-up': { type: 'boolean' },
} as const

test.each([
  [['a.csv', '--colour'], 'There is no option “--colour”.'],
  [['--constructor', 'x'], 'There is no option “--constructor”.'],
  [['-x'], 'There is no option “-x”.'],
  [['--edition'], '--edition needs a value.'],
  [['--edition', '--made-up'], '--edition needs a value.'],
  [['--made-up=yes'], '--made-up takes no value.'],
  [['--edition', 'a', '--edition', 'b'], '--edition is given twice.'],
  [['--made-up', '--made-up'], '--made-up is given twice.'],
])('%j: %s', (words, fault) => {
  expect(optionFault(words, options)).toBe(fault)
})

test.each([
  [['a.csv', '--edition', 'x', '--column', 'a=b', '--column', 'c=d', '--made-up']],
  [['--edition=-5', 'a.csv']],
  [['--', '--colour']],
])('%j is right', (words) => {
  expect(optionFault(words, options)).toBeUndefined()
})
