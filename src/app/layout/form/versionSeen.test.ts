import { expect, test } from 'vitest'
import { versionSeen } from './versionSeen.ts'

test.each([
  [{ version: '0' }, 0],
  [{ version: '12' }, 12],
  [{ version: '-1' }, -1],
  [{ version: '1; drop' }, -1],
  [{ version: '1234567890' }, -1],
  [{ version: '' }, -1],
  [{}, -1],
])('%j was seen at version %i', (values, version) => {
  expect(versionSeen(values)).toBe(version)
})
