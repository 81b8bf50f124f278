import { expect, test } from 'vitest'
import { directionOf, recommendationForm } from './recommendationPage.form.ts'

test('what was typed is one paragraph; every empty field is a problem', () => {
  expect(recommendationForm({ owner: ' The board ', text: 'Act\r\n now.' })).toEqual({
    ok: true,
    value: { owner: 'The board', text: 'Act now.' },
  })
  const refused = recommendationForm({ owner: ' ' })
  expect(refused.ok ? [] : refused.problems.map(({ place }) => place.field)).toEqual(['owner', 'text'])
})

test('a text that is too long is a problem of its field', () => {
  const refused = recommendationForm({ owner: 'The board', text: 'x'.repeat(100_000) })
  expect(refused.ok ? [] : refused.problems.map(({ code, place }) => [code, place.field])).toEqual([
    ['text.too-long', 'text'],
  ])
})

test.each([
  [{ direction: 'up' }, 'up'],
  [{ direction: 'down' }, 'down'],
  [{}, 'up'],
  [{ direction: 'sideways' }, 'up'],
] as const)('%j moves %s', (body, direction) => {
  expect(directionOf(body)).toBe(direction)
})
