import { expect, test } from 'vitest'
import { problem } from '../../problems.ts'
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

test('a form that is opened shows what is stored, under the version that is seen', () => {
  const view = recommendationView(inspection, [stored], stored.id, null)
  expect(view).toMatchObject({
    values: { owner: 'The board', text: 'Act now' },
    version: 2,
    stored: null,
  })
})

test('after a clash both texts are shown, and saving again replaces the one that was seen', () => {
  const clash = problem(
    'recommendations.changed-meanwhile',
    { who: 'Maya Iqbal', when: 'noon' },
    { field: 'text' },
  )
  const body = { owner: 'The board', text: 'Act soon', version: '1' }
  const view = recommendationView(inspection, [stored], stored.id, {
    form: '',
    values: body,
    problems: [clash],
  })
  expect(view).toMatchObject({ values: { text: 'Act soon' }, version: 2, stored: { text: 'Act now' } })
})

test('a form with an empty field keeps the version that its writer saw', () => {
  const missing = problem('recommendations.owner-missing', {}, { field: 'owner' })
  const body = { owner: '', text: 'Act soon', version: '1' }
  const view = recommendationView(inspection, [stored], stored.id, {
    form: '',
    values: body,
    problems: [missing],
  })
  expect(view).toMatchObject({ values: { owner: '', text: 'Act soon' }, version: 1, stored: null })
})

test('there is no form for a recommendation that is not there', () => {
  expect(recommendationView(inspection, [], stored.id, null)).toBeUndefined()
})

test('what was typed into one that someone removed is offered as a new one', () => {
  const body = { owner: 'The board', text: 'Act soon', version: '2' }
  const sent = { form: '', values: body, problems: [problem('recommendations.gone', {})] } as const
  expect(recommendationView(inspection, [], stored.id, sent)).toMatchObject({
    title: 'Add a recommendation',
    action: '/inspections/northmoor-2024-06/recommendations',
    values: { owner: 'The board', text: 'Act soon' },
  })
})
