/** Who assesses which case, from the people of an inspection to the timetable, over the database. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '../../src/app/people/accounts/managePeople.ts'
import {
  beginCase,
  changeCaseByHand,
  nameCaseManagers,
} from '../../src/app/sampling/allocation/allocated-case-page/changeCase.ts'
import { allocationSeenBy, barredCases } from '../../src/app/sampling/allocation/allocationSeenBy.ts'
import {
  type AssessorToSave,
  addOrChangeAssessor,
} from '../../src/app/sampling/allocation/assessors-page/saveAssessor.ts'
import { assignmentHistory, listAssignments } from '../../src/app/sampling/allocation/assignments.queries.ts'
import {
  declareConflict,
  withdrawConflict,
} from '../../src/app/sampling/allocation/interests-page/conflictChanges.ts'
import { type AllocationSources, loadAllocation } from '../../src/app/sampling/allocation/loadAllocation.ts'
import { overview } from '../../src/app/sampling/allocation/overview-page/overviewPage.view.ts'
import { proposeCases } from '../../src/app/sampling/allocation/proposeCases.ts'
import { saveSettings } from '../../src/app/sampling/allocation/settings-page/saveSettings.ts'
import { findTimetable } from '../../src/app/sampling/allocation/timetable.queries.ts'
import { storeTimetable } from '../../src/app/sampling/allocation/timetable-page/storeTimetable.ts'
import type { Result } from '../../src/core/kernel/result.ts'
import { useDatabase } from '../support/database.ts'
import { must } from '../support/demonstrationReports.ts'
import {
  addInspectionWithCases,
  addListVersion,
  allocationSources,
  inspected,
  pseudonymOf,
} from './allocationSources.ts'

const shell = useDatabase()
let sources: AllocationSources
beforeAll(async () => {
  sources = await allocationSources()
})

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code))

function person(name: string, more: Partial<AssessorToSave> = {}): AssessorToSave {
  return {
    name,
    role: 'inspector',
    ownServiceId: null,
    casesPerDay: 2,
    days: [1, 2],
    personId: null,
    version: 0,
    ...more,
  }
}

const add = async (one: AssessorToSave) =>
  must(await addOrChangeAssessor(shell(), sources, inspected, { id: null, ...one }))
const load = async () => must(await loadAllocation(shell().database, sources, inspected))
const propose = async () => must(await proposeCases(shell(), sources, inspected))
const give = (pseudonym: string, assessor: string, version: number, reason = 'Speaks Welsh.') =>
  changeCaseByHand(shell(), sources, inspected, { pseudonym, assessor, version, reason })

async function holder(pseudonym: string): Promise<string | undefined> {
  const held = await listAssignments(shell().database, inspected)
  return held.find((one) => one.pseudonym === pseudonym)?.assessor
}

async function audited(action: string) {
  return shell()
    .database.selectFrom('audit_event')
    .selectAll()
    .where('action', '=', action)
    .orderBy('audit_event_id')
    .execute()
}

beforeEach(async () => {
  await addInspectionWithCases(shell(), 8)
  await add(person('Ann Ames'))
  await add(person('Bob Birch'))
  await add(person('Cai Cole', { role: 'local-assessor', ownServiceId: 'westbrook' }))
})

describe('the people of an inspection', () => {
  test('are named by their names, the second of one name by a number', async () => {
    expect((await add(person('Ann Ames'))).id).toBe('ann-ames-2')
  })

  test('are changed only by someone who has seen the latest', async () => {
    const change = (version: number) =>
      addOrChangeAssessor(shell(), sources, inspected, { id: 'ann-ames', ...person('Ann', { version }) })
    expect(codes(await change(1))).toEqual([])
    expect(codes(await change(1))).toEqual(['allocation.changed-meanwhile'])
  })

  test('lose the days that fieldwork does not have', async () => {
    await add(person('Dee Dale', { days: [1, 5, 6] }))
    expect((await load()).assessors.find(({ name }) => name === 'Dee Dale')?.days).toEqual([1, 5])
  })
})

describe('a proposal', () => {
  test('gives every case to someone, none to a person of the inspected service, and is audited with its working', async () => {
    await propose()
    const held = await listAssignments(shell().database, inspected)
    expect(held).toHaveLength(8)
    expect(held.filter(({ assessor }) => assessor === 'cai-cole')).toEqual([])
    expect(held[0]).toMatchObject({ origin: 'proposed', version: 1, assignedBy: 'test', reason: null })
    expect(await audited('allocation.propose')).toMatchObject([
      {
        before: [],
        after: { seed: inspected, weights: { custody: 2 }, shares: [{ cases: 4 }, { cases: 4 }] },
      },
    ])
  })

  test('that nothing calls for changes nothing', async () => {
    await propose()
    const before = await listAssignments(shell().database, inspected)
    await propose()
    expect(await listAssignments(shell().database, inspected)).toEqual(before)
  })

  test('says how many cases are left if there is too little room, and changes nothing', async () => {
    await addListVersion(shell(), 2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    const refused = await proposeCases(shell(), sources, inspected)
    expect(refused.ok ? '' : refused.problems[0].text).toBe(
      'There are 11 cases to allocate but the total capacity is only 8.',
    )
    expect(await listAssignments(shell().database, inspected)).toEqual([])
    expect(await audited('allocation.propose')).toEqual([])
  })

  test('after a replacement and a top-up leaves what was given by hand and what has begun', async () => {
    await propose()
    await add(person('Dee Dale', { days: [1, 2, 3] }))
    must(await give(pseudonymOf(1), 'dee-dale', 1))
    must(await beginCase(shell(), sources, inspected, pseudonymOf(2)))
    const begunBy = await holder(pseudonymOf(2))
    await addListVersion(shell(), 2, [1, 2, 3, 4, 5, 6, 7, 9, 10, 11])
    await propose()
    expect(await holder(pseudonymOf(1))).toBe('dee-dale')
    expect(await holder(pseudonymOf(2))).toBe(begunBy)
    const { assignments, past } = await load()
    expect(assignments).toHaveLength(10)
    expect(past.map(({ pseudonym }) => pseudonym)).toEqual([pseudonymOf(8)])
  })
})

describe('a case given by hand', () => {
  test('has a trace: who, when, from, to and why, with before and after in the audit log', async () => {
    await propose()
    await add(person('Dee Dale'))
    const before = await holder(pseudonymOf(3))
    must(await give(pseudonymOf(3), 'dee-dale', 1))
    const history = await assignmentHistory(shell().database, inspected, pseudonymOf(3))
    expect(history).toMatchObject([
      { version: 2, assessor: 'dee-dale', origin: 'by-hand', reason: 'Speaks Welsh.', assignedBy: 'test' },
      { version: 1, assessor: before, origin: 'proposed' },
    ])
    expect(await audited('allocation.change-case')).toMatchObject([
      {
        subject: pseudonymOf(3),
        before: { assessor: before },
        after: { assessor: 'dee-dale' },
        reason: 'Speaks Welsh.',
        actor: 'test',
      },
    ])
  })

  test('is refused without a reason, against a conflict, without room, and by someone who saw an older state', async () => {
    await propose()
    expect(codes(await give(pseudonymOf(3), 'cai-cole', 1, ' '))).toEqual([
      'allocation.reason-missing',
      'allocation.conflict',
    ])
    const [from = '', to = ''] =
      (await holder(pseudonymOf(3))) === 'ann-ames' ? ['ann-ames', 'bob-birch'] : ['bob-birch', 'ann-ames']
    expect(codes(await give(pseudonymOf(3), to, 1))).toEqual(['allocation.person-full'])
    expect(codes(await give(pseudonymOf(3), from, 1))).toEqual(['allocation.same-person'])
    expect(codes(await give(pseudonymOf(3), to, 0))).toEqual(['allocation.changed-meanwhile'])
    expect(codes(await give(pseudonymOf(3), 'nobody', 1))).toEqual(['allocation.person-not-found'])
    expect(codes(await give('C-ZZZZZZ', to, 1))).toEqual(['allocation.case-not-found'])
    expect(await audited('allocation.change-case')).toEqual([])
  })

  test('cannot be written over: the history is only added to', async () => {
    await propose()
    const { database } = shell()
    await expect(sql`update assignment set reason = 'none'`.execute(database)).rejects.toThrow(
      'permission denied',
    )
  })
})

describe('a conflict of interest', () => {
  const declare = (more: object = {}) =>
    declareConflict(shell(), sources, inspected, {
      assessor: 'ann-ames',
      kind: 'case',
      about: pseudonymOf(1),
      reason: 'Her nephew’s case.',
      ...more,
    })

  test('moves a proposed case away at the next proposal, and holds by hand too', async () => {
    await add(person('Dee Dale'))
    must(await declare())
    await propose()
    expect(await holder(pseudonymOf(1))).not.toBe('ann-ames')
    const refused = await give(pseudonymOf(1), 'ann-ames', 1)
    expect(refused.ok ? '' : refused.problems[0].text).toBe(
      `You cannot allocate case ${pseudonymOf(1)} to Ann Ames: Her nephew’s case.`,
    )
  })

  test('is withdrawn with a reason and stays on record', async () => {
    const number = must(await declare())
    expect(
      codes(await withdrawConflict(shell(), sources, inspected, { conflictId: number, reason: ' ' })),
    ).toEqual(['allocation.reason-missing'])
    must(await withdrawConflict(shell(), sources, inspected, { conflictId: number, reason: 'A mistake.' }))
    expect(await load()).toMatchObject({
      conflicts: [],
      withdrawn: [{ withdrawn: { by: 'test', reason: 'A mistake.' } }],
    })
    expect(
      codes(await withdrawConflict(shell(), sources, inspected, { conflictId: number, reason: 'Again.' })),
    ).toEqual(['allocation.conflict-not-found'])
    expect(await audited('allocation.withdraw-conflict')).toHaveLength(1)
  })

  test('is refused of a person or a case that is not there', async () => {
    expect(codes(await declare({ assessor: 'nobody' }))).toEqual(['allocation.person-not-found'])
    expect(codes(await declare({ about: 'C-ZZZZZZ' }))).toEqual(['allocation.case-not-found'])
  })
})

describe('a conflict of interest that holds is not got round', () => {
  const named = async (name: string) => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@westbrook.example`
    const { personId } = must(await addPerson(shell(), { email, name, overallRoles: [] }))
    return { ...shell(), actor: { name, personId } }
  }
  const declareWith = (kind: 'service' | 'case-manager', about: string | null) =>
    declareConflict(shell(), sources, inspected, { assessor: 'ann-ames', kind, about, reason: 'A friend.' })
  const withdrawAs = async (name: string) =>
    withdrawConflict(await named(name), sources, inspected, { conflictId: 1, reason: 'No longer so.' })

  test('by withdrawing their own', async () => {
    must(await declareWith('service', null))
    expect(codes(await withdrawAs('ann ames'))).toEqual(['allocation.own-conflict'])
    expect(codes(await withdrawAs('Bob Birch'))).toEqual([])
  })

  test('by giving the person another name or account', async () => {
    must(await declareWith('service', null))
    const saved = await addOrChangeAssessor(shell(), sources, inspected, {
      id: 'ann-ames',
      ...person('Ann Alias', { version: 1 }),
    })
    expect(codes(saved)).toEqual(['allocation.conflict-holds'])
    const more = person(' Ann  Ames', { casesPerDay: 3, version: 1 })
    must(await addOrChangeAssessor(shell(), sources, inspected, { id: 'ann-ames', ...more }))
  })

  test('by naming another case manager of the case', async () => {
    const all = new Map([1, 2].map((number) => [pseudonymOf(number), `Manager ${number}`]))
    must(await nameCaseManagers(shell(), sources, inspected, all))
    must(await declareWith('case-manager', 'Manager 1'))
    const others = new Map([1, 2].map((number) => [pseudonymOf(number), 'Jo Bloggs']))
    must(await nameCaseManagers(await named('Ann Ames'), sources, inspected, others))
    const names = (await load()).cases.map(({ caseManager }) => caseManager)
    expect(names.slice(0, 2)).toEqual(['Manager 1', 'Jo Bloggs'])
  })
})

describe('the page of the allocation', () => {
  test('shows why a conflict was declared only to people who allocate cases', async () => {
    must(
      await declareConflict(shell(), sources, inspected, {
        assessor: 'ann-ames',
        kind: 'service',
        about: null,
        reason: 'A cousin.',
      }),
    )
    const seenBy = async (may: boolean) =>
      JSON.stringify((await allocationSeenBy({ mayDo: async () => may }, await load())).conflicts)
    expect(await seenBy(true)).toContain('A cousin.')
    expect(await seenBy(false)).not.toContain('A cousin.')
  })

  test('shows a case to someone who has a conflict of interest with it by name only', async () => {
    await propose()
    const barred = pseudonymOf(4)
    const mayDo = async (_permission: string, _inspection: string | null, one?: string) => one !== barred
    const { cases } = overview(await load(), await barredCases({ mayDo }, await load()))
    const shown = cases.find(({ pseudonym }) => pseudonym === barred)
    expect(shown).toEqual({ pseudonym: barred, href: null, assessor: shown?.assessor, origin: 'Proposed' })
    expect(cases.filter(({ href }) => href === null)).toHaveLength(1)
  })

  test('warns of cases that are with someone who may not have them any more, and of too many', async () => {
    await propose()
    const held = await listAssignments(shell().database, inspected)
    const [own] = held.filter(({ assessor }) => assessor === 'ann-ames')
    const conflict = {
      assessor: 'ann-ames',
      kind: 'case',
      about: own?.pseudonym ?? '',
      reason: 'A friend.',
    } as const
    must(await declareConflict(shell(), sources, inspected, conflict))
    const fewer = person('Bob Birch', { days: [1], version: 1 })
    must(await addOrChangeAssessor(shell(), sources, inspected, { id: 'bob-birch', ...fewer }))
    expect(overview(await load(), new Set()).warnings).toEqual([
      `Ann Ames has case ${own?.pseudonym} but cannot assess or open it: A friend. Reallocate it.`,
      'Bob Birch has 4 cases but a capacity of 2.',
    ])
  })

  test('shows shares, and who had the cases that have left the sample', async () => {
    await propose()
    const before = await holder(pseudonymOf(8))
    await addListVersion(shell(), 2, [1, 2, 3, 4, 5, 6, 7])
    const view = overview(await load(), new Set())
    expect(view.sentence).toBe('All 7 sampled cases have been allocated.')
    expect(view.past).toEqual([
      `Case ${pseudonymOf(8)} was allocated to ${before === 'ann-ames' ? 'Ann Ames' : 'Bob Birch'}.`,
    ])
    expect(view.people.map(({ name, capacity, share }) => [name, capacity, share])).toEqual([
      ['Ann Ames', 4, '3.5'],
      ['Bob Birch', 4, '3.5'],
      ['Cai Cole', 0, '0'],
    ])
  })
})

describe('the timetable', () => {
  test('is stored with its version and names what has no time', async () => {
    expect(codes(await storeTimetable(shell(), sources, inspected))).toEqual(['allocation.nothing-assigned'])
    await propose()
    must(await storeTimetable(shell(), sources, inspected))
    must(await storeTimetable(shell(), sources, inspected))
    const stored = await findTimetable(shell().database, inspected)
    expect(stored).toMatchObject({ version: 2, madeBy: 'test', unplaced: [] })
    expect(stored?.slots.filter(({ kind }) => kind === 'interview')).toHaveLength(8)
    expect(new Set(stored?.slots.map(({ day }) => day))).toEqual(new Set(['2026-06-01', '2026-06-02']))
  })

  test('follows the case managers that were named, or that the case list carries by a code', async () => {
    expect((await load()).cases[0]?.caseManager).toBe('CM 7')
    must(await nameCaseManagers(shell(), sources, inspected, new Map([[pseudonymOf(1), ' Jo  Bloggs ']])))
    expect((await load()).cases[0]?.caseManager).toBe('Jo Bloggs')
    await propose()
    const { slots } = must(await storeTimetable(shell(), sources, inspected))
    expect(slots.find((one) => one.pseudonym === pseudonymOf(1))?.caseManager).toBe('Jo Bloggs')
  })

  test('follows the settings, which only someone who has seen the latest changes', async () => {
    const { settings } = await load()
    const one = settings.fieldwork.days.slice(0, 1)
    const changed = { ...settings, fieldwork: { ...settings.fieldwork, days: one } }
    must(await saveSettings(shell(), sources, inspected, changed))
    expect(codes(await saveSettings(shell(), sources, inspected, changed))).toEqual([
      'allocation.changed-meanwhile',
    ])
    expect(codes(await proposeCases(shell(), sources, inspected))).toEqual(['allocation.capacity-too-small'])
    const none = { ...changed, version: 1, fieldwork: { ...changed.fieldwork, days: [] } }
    expect(codes(await saveSettings(shell(), sources, inspected, none))).toEqual(['allocation.no-days'])
  })
})
