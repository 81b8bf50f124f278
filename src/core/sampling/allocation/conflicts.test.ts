import { expect, test } from 'vitest'
import { managerKey } from './conflicts.ts'

test('one case manager is one person, whatever the spaces, invisible characters and capitals of the name', () => {
  const spellings = [
    'Zoe\u0301 Madeup',
    'Zoé\u00A0Madeup',
    ' zoé  madeup',
    'Zoé\u200B Made\u00ADup',
    'ZOÉ MADEUP',
  ]
  expect(new Set(spellings.map(managerKey)).size).toBe(1)
  expect(managerKey('Zoe Madeup')).not.toBe(managerKey('Zoé Madeup'))
})
