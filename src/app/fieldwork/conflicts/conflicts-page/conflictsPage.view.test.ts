import { expect, test } from 'vitest'
import { aConflict, aLoadedCase, anEntry } from '../../../../../test/support/loadedCase.ts'
import { problem } from '../../problems.ts'
import { conflictFieldId, conflictForm } from './conflict.form.ts'
import { conflictsPage, isInConflict } from './conflictsPage.view.ts'

const ref = { kind: 'answer', item: '1.1.1.a' } as const
const loaded = aLoadedCase({
  entries: [anEntry('answer', '1.1.1.a', 'yes', { version: 3 })],
  conflicting: [
    aConflict('answer', '1.1.1.a', 'no', { detail: 'Seen in the plan.' }),
    aConflict('answer', '1.1.1.a', 'na', { keptId: 'k2', because: 'conflict-of-interest' }),
    aConflict('note', '1.1.2', 'A note.', { keptId: 'k3' }),
  ],
})

test('each entry has its current value first, then the others with who entered them and why', () => {
  const { conflicts } = conflictsPage(loaded, null)
  expect(conflicts.map(({ title, sawVersion }) => [title, sawVersion])).toEqual([
    ['Question 1.1.1.a', 3],
    ['Note on 1.1.2', 0],
  ])
  expect(conflicts[0]?.choices).toEqual([
    {
      choice: 'current',
      text: 'Yes',
      detail: '',
      by: 'Entered by Ada Price on 1 June 2026 at 9:30am. This is the current value.',
    },
    {
      choice: 'k1',
      text: 'No',
      detail: 'Seen in the plan.',
      by: 'Entered by Ben Cole on 1 June 2026 at 10:30am.',
    },
    {
      choice: 'k2',
      text: 'Not applicable',
      detail: '',
      by: 'Entered by Ben Cole on 1 June 2026 at 10:30am. When it arrived, this person had a conflict of interest with this case.',
    },
  ])
  expect(conflicts[1]?.choices[0]).toMatchObject({ text: 'No value', by: 'This is the current value.' })
})

test('a refused form shows what was sent, and only in its own conflict', () => {
  const values = { kind: 'answer', item: '1.1.1.a', choice: 'k1', sawVersion: '2', reason: ' Seen. ' }
  const problems = [problem('fieldwork.choice-missing', {})] as const
  const { conflicts } = conflictsPage(loaded, { form: '', values, problems })
  expect(conflicts.map(({ selected, reason }) => [selected, reason])).toEqual([
    ['k1', 'Seen.'],
    [null, ''],
  ])
})

test('an entry is in conflict until it is resolved', () => {
  expect(isInConflict(loaded, ref)).toBe(true)
  expect(isInConflict(loaded, { kind: 'note', item: '1.1.1.a' })).toBe(false)
  expect(isInConflict(aLoadedCase(), ref)).toBe(false)
})

test('the form is read, and a version that is no number has seen nothing', () => {
  const values = { kind: 'note', item: '1.1.2', choice: 'current', sawVersion: '4', reason: ' Why ' }
  const form = { ref: { kind: 'note', item: '1.1.2' }, choice: 'current', sawVersion: 4, reason: 'Why' }
  expect(conflictForm(values)).toEqual(form)
  expect(conflictForm({ ...values, sawVersion: '-1' }).sawVersion).toBe(0)
  expect(conflictForm({}).choice).toBe('')
})

test('the reason and the first value have ids of their own', () => {
  expect(conflictFieldId(ref, 'reason')).toBe('answer-1.1.1.a-reason')
  expect(conflictFieldId(ref, 'choice')).toBe('answer-1.1.1.a-1')
})
