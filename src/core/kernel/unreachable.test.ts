import { expect, test } from 'vitest'
import { unreachable } from './unreachable.ts'

test('a value that no case covers stops the program and is named', () => {
  // Past the compiler, as a damaged store might hold it.
  expect(() => Reflect.apply(unreachable, undefined, ['sideways'])).toThrow('"sideways"')
})
