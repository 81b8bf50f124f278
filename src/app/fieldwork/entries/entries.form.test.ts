import { expect, test } from 'vitest'
import { assessorsForm, commentOf } from '../case-page/case.form.ts'
import { entriesForm } from './entries.form.ts'

test('each entry of a form is read with the version that its writer saw, in the order of the form', () => {
  const form = entriesForm({
    'seen:answer:1.1.1.a': '3',
    'value:answer:1.1.1.a': 'na',
    'detail:answer:1.1.1.a': 'No victim.',
    'seen:note:1.1.1': '0',
    'value:note:1.1.1': '',
  })
  expect(form).toEqual({
    confirmsList: false,
    entries: [
      {
        ref: { kind: 'answer', item: '1.1.1.a' },
        write: { value: 'na', detail: 'No victim.', sawVersion: 3 },
      },
      { ref: { kind: 'note', item: '1.1.1' }, write: { value: '', detail: null, sawVersion: 0 } },
    ],
  })
})

test('what is no entry is left out, and a version that is no number has seen nothing', () => {
  const sent = { 'seen:colour:red': '1', 'value:answer:1.1.1': 'yes', 'seen:answer:1.1.2': '1e3' }
  expect(entriesForm(sent).entries.map(({ ref, write }) => [ref.item, write.sawVersion])).toEqual([
    ['1.1.2', 0],
  ])
})

test('only the box of the case list confirms it', () => {
  expect(entriesForm({ confirm: 'list' }).confirmsList).toBe(true)
  expect(entriesForm({ confirm: 'yes' }).confirmsList).toBe(false)
})

test('the assessors of a case are the people who are selected', () => {
  expect(assessorsForm({ seen: 'abc', 'person-ada': 'ada', 'person-ben': 'ben', other: 'x' })).toEqual({
    personIds: ['ada', 'ben'],
    seen: 'abc',
  })
})

test('a step without a comment has none', () => {
  expect(commentOf({})).toBeNull()
  expect(commentOf({ comment: '' })).toBe('')
})
