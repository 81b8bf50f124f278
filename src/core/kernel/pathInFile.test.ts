import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathBelow, readPath, writePath } from './pathInFile.ts'

test.each([
  [['rules', 'bands', 2, 'from'], 'rules.bands[2].from'],
  [['domains', 10, 'standards', 0], 'domains[10].standards[0]'],
  [[3, 'id'], '[3].id'],
  [['id'], 'id'],
  [[], ''],
])('%j is written %s, and read again as it was', (parts, path) => {
  expect(writePath(parts)).toBe(path)
  expect(readPath(path)).toEqual(parts)
})

test.each([
  ['rules', 'from', 'rules.from'],
  ['rules', '[2].from', 'rules[2].from'],
  ['rules', '', 'rules'],
  ['', 'from', 'from'],
  ['', '', ''],
])('below %j, %j is %j', (above, path, whole) => {
  expect(pathBelow(above, path)).toBe(whole)
})

test('always: what is written is read again, and a path below another is that of both', () => {
  const parts = fc.array(fc.oneof(fc.nat(999), fc.stringMatching(/^[a-zA-Z-]{1,12}$/)), { maxLength: 6 })
  fc.assert(
    fc.property(parts, parts, (above, below) => {
      expect(readPath(writePath(above))).toEqual(above)
      expect(pathBelow(writePath(above), writePath(below))).toBe(writePath([...above, ...below]))
    }),
  )
})
