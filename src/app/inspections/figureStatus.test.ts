import { describe, expect, test } from 'vitest'
import { figureStatusOf } from './figureStatus.ts'

const own = { serviceName: 'York Youth Justice Service', madeUp: false, published: null, source: null }

describe('every page says what kind of figures it shows', () => {
  test('until publication they are provisional', () => {
    expect(figureStatusOf(own).tags.map(({ text }) => text)).toEqual(['Provisional'])
  })

  test('published public data name their source', () => {
    const { tags, sentences } = figureStatusOf({ ...own, published: '2022-12', source: 'A report, licence.' })
    expect(tags.map(({ text }) => text)).toEqual(['Published'])
    expect(sentences[0]).toMatch(/Source: A report, licence\.$/)
  })

  test('figures published by nobody else say when they were published', () => {
    expect(figureStatusOf({ ...own, published: '2022-12' }).sentences).toEqual([
      'These figures were published in December 2022.',
    ])
  })

  test('what is made up says so first, and is also provisional', () => {
    const { tags, sentences } = figureStatusOf({ ...own, serviceName: 'Northmoor', madeUp: true })
    expect(tags.map(({ text }) => text)).toEqual(['Made up', 'Provisional'])
    expect(sentences[0]).toMatch(/^Northmoor is invented\./)
  })
})
