import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectionId, inspectionIdFor, slug } from './inspection.ts'

describe('an inspection is named by place and month', () => {
  test.each([
    ['York Youth Justice Service', '2022-12', 'york-2022-12'],
    ['Dudley Youth Offending Service', '2019-06', 'dudley-2019-06'],
    ['Bedfordshire Youth Offending Service', '2021', 'bedfordshire-2021'],
    ['Northmoor Youth Justice Service', '2024-06-10', 'northmoor-2024-06'],
    ['Kensington and Chelsea YOT', '2024-06', 'kensington-and-chelsea-2024-06'],
    [
      'Gwasanaeth Cyfiawnder Ieuenctid Ynys Môn',
      '2024-06',
      'gwasanaeth-cyfiawnder-ieuenctid-ynys-mon-2024-06',
    ],
    ['St Helens’ service', '2024-06', 'st-helens-service-2024-06'],
  ])('%s, %s is %s', (service, period, id) => {
    expect(inspectionIdFor(service, period)).toBe(id)
  })

  test('a name without a letter or number still has an id', () => {
    expect(inspectionIdFor('—', '2024-06')).toBe('service-2024-06')
  })
})

test('an address that could be no id is none', () => {
  expect(inspectionId("york'; drop table inspection")).toBeUndefined()
  expect(inspectionId('york-2022-12')).toBe('york-2022-12')
})

describe('always', () => {
  test('a name becomes an id that can be part of an address', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => inspectionIdFor(name, '2024-06') !== ''))
  })

  test('a slug of a slug is itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => slug(slug(name)) === slug(name)))
  })
})
