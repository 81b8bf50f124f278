import { expect, test } from 'vitest'
import { problem } from '../../../../core/kernel/problem.ts'
import { recommendationWords, versionSeen } from './recommendation.form.ts'
import { recommendationView } from './recommendationPage.view.ts'

const inspection = { id: 'northmoor-2024-06', serviceName: 'Northmoor' }
const stored = {
  id: '0a0a0a0a0a0a0a0a0a0a',
  owner: 'The board',
  text: 'Act now',
  version: 2,
  savedAt: new Date('2026-03-02T12:00:00Z'),
  savedBy: 'Maya Iqbal',
}

test('what was typed is one paragraph; every field that is empty is told of', () => {
  expect(recommendationWords({ owner: ' The board ', text: 'Act\r\n now.' })).toEqual({
    ok: true,
    value: { owner: 'The board', text: 'Act now.' },
  })
  const refused = recommendationWords({ owner: ' ' })
  expect(refused.ok ? [] : refused.problems.map(({ place }) => place.field)).toEqual(['owner', 'text'])
})

test('a version that is no number was never stored', () => {
  expect([versionSeen({ version: '3' }), versionSeen({}), versionSeen({ version: 'x' })]).toEqual([3, -1, -1])
})

test('a form that is opened shows what is stored, under the version that is seen', () => {
  const view = recommendationView(inspection, [stored], { id: stored.id, refused: null })
  expect(view).toMatchObject({ owner: 'The board', text: 'Act now', version: 2, stored: null })
})

test('after a clash both texts are shown, and saving again replaces the one that was seen', () => {
  const clash = problem(
    'recommendations.changed-meanwhile',
    { who: 'Maya Iqbal', when: 'noon' },
    { field: 'text' },
  )
  const body = { owner: 'The board', text: 'Act soon', version: '1' }
  const view = recommendationView(inspection, [stored], {
    id: stored.id,
    refused: { body, problems: [clash] },
  })
  expect(view).toMatchObject({ text: 'Act soon', version: 2, stored: { text: 'Act now' } })
})

test('a form that lacks a word keeps the version that its writer saw', () => {
  const missing = problem('recommendations.owner-missing', {}, { field: 'owner' })
  const body = { owner: '', text: 'Act soon', version: '1' }
  const view = recommendationView(inspection, [stored], {
    id: stored.id,
    refused: { body, problems: [missing] },
  })
  expect(view).toMatchObject({ owner: '', text: 'Act soon', version: 1, stored: null })
})

test('there is no form for a recommendation that is not there', () => {
  expect(recommendationView(inspection, [], { id: stored.id, refused: null })).toBeUndefined()
})
