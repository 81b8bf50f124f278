import { expect, test } from 'vitest'
import { inspectionPagePath, inspectionPath } from './inspectionPath.ts'

test('an id is encoded in an address, so that it cannot lead elsewhere', () => {
  expect(inspectionPath('york-2022-12')).toBe('/inspections/york-2022-12')
  expect(inspectionPath('../people?x')).toBe('/inspections/..%2Fpeople%3Fx')
  expect(inspectionPagePath('york-2022-12', 'begin-fieldwork')).toBe(
    '/inspections/york-2022-12/begin-fieldwork',
  )
})
