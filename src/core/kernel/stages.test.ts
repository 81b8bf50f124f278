import { expect, test } from 'vitest'
import { isStage, stages, stageTitles } from './stages.ts'

test('the stages of an inspection in their order, each with a title of its own', () => {
  expect(stages).toEqual([
    'announced',
    'before-fieldwork',
    'fieldwork',
    'ratings',
    'report',
    'published',
    'after',
  ])
  expect(new Set(stages.map((stage) => stageTitles[stage])).size).toBe(stages.length)
})

test.each([
  ['fieldwork', true],
  ['after', true],
  ['Fieldwork', false],
  ['toString', false],
  ['', false],
])('%j is a stage: %s', (name, isOne) => {
  expect(isStage(name)).toBe(isOne)
})
