import { describe, expect, test } from 'vitest'
import { aConflict, anAllocation } from '../../../../../test/support/allocationBuilder.ts'
import { testNow } from '../../../../../test/support/testNow.ts'
import { refuse } from '../../../../core/kernel/result.ts'
import { problem } from '../problems.ts'
import { interestsView } from './interestsPage.view.ts'

const lead = { personId: '1', name: 'Lea Lead' }

describe('the page of the conflicts of interest', () => {
  test.each([
    ['service', null, 'Ann Ames: the whole service'],
    ['case', 'C-1', 'Ann Ames: case C-1'],
    ['case-manager', 'Jo', 'Ann Ames: the cases of Jo'],
  ] as const)('about a %s (%s) has the title %s', (kind, about, title) => {
    const allocation = anAllocation({ conflicts: [aConflict({ kind, about })] })
    expect(interestsView(allocation, lead, null).conflicts.map((each) => each.title)).toEqual([title])
  })

  test('says whether the conflict is the reader’s own', () => {
    const allocation = anAllocation({ conflicts: [aConflict()] })
    const isOwn = (actor: typeof lead) => interestsView(allocation, actor, null).conflicts[0]?.isOwn
    expect([isOwn(lead), isOwn({ personId: '2', name: 'Ann Ames' })]).toEqual([false, true])
  })

  test('says who withdrew a conflict, and why', () => {
    const withdrawn = { at: testNow, by: 'Oli Ops', reason: 'A mistake.' }
    const { withdrawn: shown } = interestsView(
      anAllocation({ withdrawn: [aConflict({ withdrawn })] }),
      lead,
      null,
    )
    expect(shown[0]?.facts.map(({ key }) => key.text)).toEqual([
      'Reason',
      'Declared by',
      'Withdrawn by',
      'Reason for withdrawing it',
    ])
  })

  test('fills the form that declares a conflict with what was typed into it, and into no other form', () => {
    const refused = refuse(problem('allocation.person-missing', {}, { field: 'assessor' }))
    if (refused.ok) throw new Error('a refusal was expected')
    const sent = { values: { kind: 'case', reason: 'Friends.' }, problems: refused.problems }
    const formOf = (form: string) => interestsView(anAllocation(), lead, { form, ...sent }).form
    expect(formOf('declare')).toMatchObject({ reason: 'Friends.', hasPeople: true })
    expect(formOf('declare').kinds.map(({ checked }) => checked)).toEqual([false, true, false])
    expect(formOf('withdraw').reason).toBe('')
  })
})
