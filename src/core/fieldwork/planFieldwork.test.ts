import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AllocatedCase, type KnownCase, planFieldwork } from './planFieldwork.ts'
import { problem } from './problems.ts'

const withPerson = (
  pseudonym: string,
  personId: string | null = 'ann',
  lastGivenTo: string | null = null,
): AllocatedCase => ({
  pseudonym,
  assessor: { name: 'Ann Ames', personId, barredBecause: null },
  lastGivenTo,
})
const known = (caseId: string, more: Partial<KnownCase> = {}): KnownCase => ({
  caseId,
  fromList: true,
  withdrawn: false,
  personIds: ['ann'],
  ...more,
})
const codes = (sample: readonly AllocatedCase[], cases: readonly KnownCase[] = []) => {
  const plan = planFieldwork(sample, cases)
  return plan.ok ? [] : plan.problems.map(({ code }) => code)
}

describe('from the sample to fieldwork', () => {
  test('every sampled case is opened for the person who was given it', () => {
    expect(planFieldwork([withPerson('C-1'), withPerson('C-2', 'bob')], [])).toMatchObject({
      value: {
        open: [
          { caseId: 'C-1', personId: 'ann' },
          { caseId: 'C-2', personId: 'bob' },
        ],
        give: [],
        withdraw: [],
      },
    })
  })

  test('a case that was replaced is withdrawn, its replacement opened', () => {
    expect(planFieldwork([withPerson('C-2')], [known('C-1')])).toMatchObject({
      value: { open: [{ caseId: 'C-2' }], withdraw: ['C-1'] },
    })
  })

  test('a case that the allocation gave to another since is given to them; one that they share is left as it is', () => {
    const sample = [withPerson('C-1', 'bob', 'ann'), withPerson('C-2', 'bob', 'ann')]
    expect(planFieldwork(sample, [known('C-1'), known('C-2', { personIds: ['ann', 'bob'] })])).toMatchObject({
      value: { give: [{ caseId: 'C-1', personId: 'bob' }] },
    })
  })

  test.each([
    ['someone else', 'ann', ['cai']],
    ['one more person', 'ann', ['ann', 'cai']],
    ['nobody', 'ann', []],
    ['someone, and never by beginning', null, ['ann']],
  ])('a case that was given to %s in fieldwork stays with them', (_, lastGivenTo, personIds) => {
    const sample = [withPerson('C-1', 'bob', lastGivenTo)]
    expect(planFieldwork(sample, [known('C-1', { personIds })])).toMatchObject({
      value: {
        open: [],
        give: [],
        stay: [{ caseId: 'C-1', personId: 'bob', withPersonIds: personIds }],
        withdraw: [],
      },
    })
  })

  test('without a sample there is nothing to begin', () => {
    expect(codes([])).toEqual(['fieldwork.sample-missing'])
  })

  test('everything that is missing is named at once, each person once', () => {
    const barred = { name: 'Bob Birch', personId: 'bob', barredBecause: 'Knows the family' }
    const sample = [
      { pseudonym: 'C-1', assessor: null, lastGivenTo: null },
      withPerson('C-2', null),
      withPerson('C-3', null),
      { pseudonym: 'C-4', assessor: barred, lastGivenTo: null },
    ]
    expect(codes(sample, [known('NM-C01', { fromList: false })])).toEqual([
      'fieldwork.cases-imported',
      'fieldwork.cases-with-nobody',
      'fieldwork.assessor-without-account',
      'allocation.conflict',
    ])
  })

  test('imported cases that were withdrawn do not stop anyone', () => {
    expect(codes([withPerson('C-1')], [known('NM-C01', { fromList: false, withdrawn: true })])).toEqual([])
  })
})

test('a refusal counts the cases and names the people', () => {
  const barred = { name: 'Bob Birch', personId: 'bob', barredBecause: 'Knows the family' }
  const plan = planFieldwork(
    [
      { pseudonym: 'C-1', assessor: null, lastGivenTo: null },
      { pseudonym: 'C-2', assessor: null, lastGivenTo: null },
      withPerson('C-3', null),
      { pseudonym: 'C-4', assessor: barred, lastGivenTo: null },
    ],
    [known('NM-C01', { fromList: false })],
  )
  expect(plan.ok ? [] : plan.problems).toEqual([
    problem('fieldwork.cases-imported', { cases: '1 case' }),
    problem('fieldwork.cases-with-nobody', { cases: '2 cases' }),
    problem('fieldwork.assessor-without-account', { assessor: 'Ann Ames' }),
    problem('allocation.conflict', { case: 'C-4', assessor: 'Bob Birch', reason: 'Knows the family' }),
  ])
})

test('a case that goes to its new assessor does not also stay with the old one', () => {
  const plan = planFieldwork(
    [withPerson('C-1', 'bob', 'ann'), withPerson('C-2', 'bob', 'ann')],
    [known('C-1'), known('C-2', { personIds: ['cai'] })],
  )
  expect(plan.ok && [plan.value.give, plan.value.stay]).toEqual([
    [{ caseId: 'C-1', personId: 'bob' }],
    [{ caseId: 'C-2', personId: 'bob', withPersonIds: ['cai'] }],
  ])
})

describe('always', () => {
  const ids = fc.uniqueArray(fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4', 'C-5'))
  test('once the plan is carried out, the inspected cases are the sample, and there is nothing left to do', () => {
    fc.assert(
      fc.property(ids, ids, ids, (sampled, before, withdrawn) => {
        fc.pre(sampled.length > 0)
        const sample = sampled.map((id) => withPerson(id, 'ann', 'bob'))
        const cases = before.map((id) => known(id, { withdrawn: withdrawn.includes(id), personIds: ['bob'] }))
        const plan = planFieldwork(sample, cases)
        if (!plan.ok) throw new Error('refused')
        const { open, give, withdraw } = plan.value
        const after = new Map(cases.map((one) => [one.caseId, one]))
        for (const { caseId, personId } of [...open, ...give])
          after.set(caseId, known(caseId, { personIds: [personId] }))
        for (const caseId of withdraw) after.set(caseId, known(caseId, { withdrawn: true }))
        const present = [...after.values()].filter((one) => !one.withdrawn).map(({ caseId }) => caseId)
        expect(present.sort()).toEqual(sampled.toSorted())
        expect(planFieldwork(sample, [...after.values()])).toMatchObject({
          value: { open: [], give: [], stay: [], withdraw: [] },
        })
      }),
    )
  })
})
