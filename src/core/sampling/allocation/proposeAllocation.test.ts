import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AllocatableCase,
  type Assessor,
  type Assignment,
  assessorId,
  type Conflict,
  capacityOf,
} from './allocation.ts'
import { barringFromCase } from './conflicts.ts'
import { difficultyOf, usualWeights } from './difficulty.ts'
import { type AllocationTask, type Proposal, proposeAllocation } from './proposeAllocation.ts'

function id(text: string) {
  const found = assessorId(text)
  if (found === undefined) throw new Error(text)
  return found
}

function aCase(pseudonym: string, more: Partial<AllocatableCase> = {}): AllocatableCase {
  return {
    pseudonym,
    domain: 'court',
    disposal: 'referral-order',
    custody: false,
    rosh: 'medium',
    safetyWellbeing: 'medium',
    caseManager: null,
    ...more,
  }
}

function aPerson(name: string, more: Partial<Assessor> = {}): Assessor {
  return { id: id(name), name, role: 'inspector', ownServiceId: null, casesPerDay: 2, days: [1, 2], ...more }
}

const cases = (count: number, more: Partial<AllocatableCase> = {}, from = 0) =>
  Array.from({ length: count }, (_, index) => aCase(`C-${String(from + index).padStart(4, '0')}`, more))

function aTask(more: Partial<AllocationTask>): AllocationTask {
  return {
    cases: [],
    assessors: [],
    conflicts: [],
    inspectedServiceId: 'inspected',
    assignments: [],
    weights: usualWeights,
    seed: 'agreed in the open',
    ...more,
  }
}

function proposed(task: AllocationTask): Proposal {
  const result = proposeAllocation(task)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const problemsOf = (task: AllocationTask) => {
  const result = proposeAllocation(task)
  return result.ok ? [] : result.problems.map(({ code, text }) => ({ code, text }))
}
const numbers = (proposal: Proposal) =>
  Object.fromEntries(proposal.shares.map((share) => [share.assessor, share.cases]))

describe('numbers', () => {
  test('9 cases for people with a capacity of 4, 4 and 10 go 2, 2 and 5', () => {
    const assessors = [aPerson('ann'), aPerson('bob'), aPerson('cai', { casesPerDay: 5 })]
    expect(numbers(proposed(aTask({ cases: cases(9), assessors })))).toEqual({ ann: 2, bob: 2, cai: 5 })
  })

  test('nobody who works for the inspected service gets a case, and their capacity does not count', () => {
    const assessors = [aPerson('ann'), aPerson('own', { role: 'local-assessor', ownServiceId: 'inspected' })]
    expect(numbers(proposed(aTask({ cases: cases(4), assessors })))).toEqual({ ann: 4 })
    expect(problemsOf(aTask({ cases: cases(5), assessors }))).toEqual([
      {
        code: 'allocation.capacity-too-small',
        text: 'There are 5 cases to allocate but the total capacity is only 4.',
      },
    ])
  })

  test('a day that is entered twice is one day', () => {
    expect(capacityOf(aPerson('ann', { days: [1, 1, 2] }))).toBe(4)
  })
})

describe('difficulty', () => {
  test('is the sum of the points for custody and for both classifications', () => {
    const hardest = aCase('C-1', { custody: true, rosh: 'very-high', safetyWellbeing: 'high' })
    expect(difficultyOf(hardest, usualWeights)).toBe(2 + 2 + 1)
    expect(difficultyOf(aCase('C-1', { rosh: 'none-made' }), usualWeights)).toBe(0)
  })

  test('4 custody cases among 12 go one to each of 4 people', () => {
    const assessors = ['ann', 'bob', 'cai', 'dee'].map((name) => aPerson(name))
    const list = [...cases(4, { custody: true }), ...cases(8, {}, 4)]
    const { shares } = proposed(aTask({ cases: list, assessors }))
    expect(shares.map((share) => [share.cases, share.points])).toEqual([
      [3, 2],
      [3, 2],
      [3, 2],
      [3, 2],
    ])
  })

  test('is spread before remainders are rounded: 10 hard cases of 11, where the nearest numbers would leave 5 with one of a share of 4', () => {
    const room = { a: 44, b: 44, c: 13, d: 3, e: 3, f: 3 }
    const assessors = Object.entries(room).map(([name, casesPerDay]) =>
      aPerson(name, { casesPerDay, days: [1] }),
    )
    const list = [...cases(10, { custody: true }), ...cases(1, {}, 10)]
    const { shares } = proposed(aTask({ cases: list, assessors }))
    expect(shares.slice(0, 2).map(({ points }) => points)).toEqual([8, 8])
  })
})

describe('conflicts of interest', () => {
  const conflict = (kind: Conflict['kind'], about: string | null): Conflict => ({
    assessor: id('ann'),
    kind,
    about,
    reason: 'Worked together until last year.',
  })

  test('with a case manager bar the person from all the cases of that manager, however the name is written', () => {
    const list = [...cases(3, { caseManager: 'Jo  Bloggs' }), ...cases(3, {}, 3)]
    const assessors = [aPerson('ann'), aPerson('bob')]
    const task = aTask({ cases: list, assessors, conflicts: [conflict('case-manager', 'jo bloggs')] })
    const { assignments } = proposed(task)
    expect(assignments.filter((one) => one.assessor === 'ann').map((one) => one.pseudonym)).toEqual([
      'C-0003',
      'C-0004',
      'C-0005',
    ])
  })

  test('that bar everyone from a case are refused with its name', () => {
    const task = aTask({
      cases: cases(2),
      assessors: [aPerson('ann')],
      conflicts: [conflict('case', 'C-0001')],
    })
    expect(problemsOf(task)).toEqual([
      {
        code: 'allocation.case-barred-to-all',
        text: 'Nobody can assess case C-0001, because everyone has a conflict of interest.',
      },
    ])
  })

  test('that leave too little capacity are refused with every case that is left', () => {
    const conflicts = cases(6).map(({ pseudonym }) => conflict('case', pseudonym))
    const task = aTask({ cases: cases(6), assessors: [aPerson('ann'), aPerson('bob')], conflicts })
    expect(problemsOf(task).map(({ code }) => code)).toEqual([
      'allocation.case-left-by-conflicts',
      'allocation.case-left-by-conflicts',
    ])
  })
})

describe('proposing again', () => {
  const assessors = [aPerson('ann'), aPerson('bob')]
  const before = proposed(aTask({ cases: cases(6), assessors })).assignments

  test('preserves what was decided by hand and what has started, and evens out the rest', () => {
    const kept: Assignment[] = [
      { pseudonym: 'C-0000', assessor: id('ann'), origin: 'by-hand' },
      { pseudonym: 'C-0001', assessor: id('ann'), origin: 'begun' },
      { pseudonym: 'C-0002', assessor: id('ann'), origin: 'by-hand' },
    ]
    const again = proposed(aTask({ cases: cases(6), assessors, assignments: kept }))
    expect(again.assignments.slice(0, 3)).toEqual(kept)
    expect(numbers(again)).toEqual({ ann: 3, bob: 3 })
  })

  test('after one case was replaced by another, moves no other case', () => {
    const sample = [...cases(5), aCase('C-0099')]
    const again = proposed(aTask({ cases: sample, assessors, assignments: before, seed: 'another' }))
    expect(again.assignments.slice(0, 5)).toEqual(before.slice(0, 5))
  })

  test('refuses if a case that stays goes against a conflict that was declared later', () => {
    const conflicts: Conflict[] = [
      { assessor: id('ann'), kind: 'service', about: null, reason: 'A cousin sits on the board.' },
    ]
    const assignments: Assignment[] = [{ pseudonym: 'C-0000', assessor: id('ann'), origin: 'begun' }]
    expect(problemsOf(aTask({ cases: cases(2), assessors, conflicts, assignments }))).toEqual([
      {
        code: 'allocation.kept-in-conflict',
        text: 'Case C-0000 was allocated to ann by hand or work on it has started, but ann cannot assess it: A cousin sits on the board.',
      },
    ])
  })

  test('refuses if cases that stay exceed the capacity of a person', () => {
    const assignments = cases(3).map(
      ({ pseudonym }): Assignment => ({ pseudonym, assessor: id('bob'), origin: 'by-hand' }),
    )
    const fewer = [aPerson('ann'), aPerson('bob', { days: [1] })]
    expect(
      problemsOf(aTask({ cases: cases(4), assessors: fewer, assignments })).map(({ code }) => code),
    ).toEqual(['allocation.kept-over-capacity'])
  })
})

const classes = ['low', 'medium', 'high', 'very-high', 'none-made']
const anyCase = fc.record({
  custody: fc.boolean(),
  rosh: fc.constantFrom(...classes),
  safetyWellbeing: fc.constantFrom(...classes),
  caseManager: fc.constantFrom(null, 'One', 'Two', 'Three'),
})
const anyCases = fc
  .array(anyCase, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((more, index) => aCase(`C-${String(index).padStart(4, '0')}`, more)))
const anyPeople = fc
  .array(fc.record({ casesPerDay: fc.integer({ min: 1, max: 4 }), days: fc.subarray([1, 2, 3, 4, 5]) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.map((more, index) => aPerson(`person-${index}`, more)))
const anyConflicts = fc.array(
  fc.record({
    assessor: fc.integer({ min: 0, max: 5 }).map((index) => id(`person-${index}`)),
    kind: fc.constantFrom<Conflict['kind']>('case', 'case-manager', 'service'),
    about: fc.constantFrom('C-0000', 'C-0001', 'C-0002', 'C-0003', 'One', 'Two', 'Three'),
    reason: fc.constant('Known to each other.'),
  }),
  { maxLength: 8 },
)
const seeds = fc.string()

/** Every way to give the cases out, for small lists: the numbers of cases that each person can have. */
function possibleNumbers(task: AllocationTask): readonly (readonly number[])[] {
  let found = [task.assessors.map(() => 0)]
  for (const one of task.cases) {
    const next = found.flatMap((counts) =>
      task.assessors.flatMap((assessor, place) => {
        const barred = barringFromCase(assessor, one, task.conflicts, task.inspectedServiceId) !== null
        if (barred || (counts[place] ?? 0) >= capacityOf(assessor)) return []
        return [counts.map((count, index) => (index === place ? count + 1 : count))]
      }),
    )
    found = [...new Map(next.map((counts) => [counts.join(), counts])).values()]
  }
  return found
}

describe('always', () => {
  test('gives each case to one person, never beyond capacity and never against a conflict', () => {
    fc.assert(
      fc.property(anyCases, anyPeople, anyConflicts, seeds, (list, assessors, conflicts, seed) => {
        const task = aTask({ cases: list, assessors, conflicts, seed })
        const result = proposeAllocation(task)
        if (!result.ok) return
        const { assignments } = result.value
        expect(assignments.map(({ pseudonym }) => pseudonym)).toEqual(list.map(({ pseudonym }) => pseudonym))
        for (const assessor of assessors) {
          const own = assignments.filter((one) => one.assessor === assessor.id)
          expect(own.length).toBeLessThanOrEqual(capacityOf(assessor))
          for (const { pseudonym } of own) {
            const held = list.find((one) => one.pseudonym === pseudonym)
            if (held === undefined) throw new Error(pseudonym)
            expect(barringFromCase(assessor, held, conflicts, task.inspectedServiceId)).toBeNull()
          }
        }
      }),
    )
  })

  test('with no single case barred, numbers and every level of difficulty are the whole numbers around proportion', () => {
    fc.assert(
      fc.property(anyCases, anyPeople, seeds, (list, assessors, seed) => {
        const room = assessors.reduce((sum, one) => sum + capacityOf(one), 0)
        fc.pre(list.length <= room)
        const { assignments, shares } = proposed(aTask({ cases: list, assessors, seed }))
        const points = new Map(list.map((one) => [one.pseudonym, difficultyOf(one, usualWeights)]))
        const hardest = Math.max(...points.values())
        for (const assessor of assessors) {
          const own = assignments.filter((one) => one.assessor === assessor.id)
          for (const level of new Set(points.values())) {
            const asHard = [...points.values()].filter((one) => one >= level).length
            const share = (asHard * capacityOf(assessor)) / room
            const held = own.filter(({ pseudonym }) => (points.get(pseudonym) ?? 0) >= level).length
            expect(held).toBeGreaterThanOrEqual(Math.floor(share))
            expect(held).toBeLessThanOrEqual(Math.ceil(share))
          }
        }
        for (const share of shares)
          expect(Math.abs(share.points - share.proportionalPoints)).toBeLessThanOrEqual(hardest)
      }),
    )
  })

  test('with conflicts, numbers are as close to proportion as any allocation can be', () => {
    const few = anyCases.map((list) => list.slice(0, 7))
    const fewPeople = anyPeople.map((list) => list.slice(0, 3))
    const single = anyConflicts.map((list) => list.filter(({ kind }) => kind !== 'service'))
    fc.assert(
      fc.property(few, fewPeople, single, seeds, (list, assessors, conflicts, seed) => {
        const task = aTask({ cases: list, assessors, conflicts, seed })
        const result = proposeAllocation(task)
        const possible = possibleNumbers(task)
        expect(result.ok).toBe(possible.length > 0)
        if (!result.ok) return
        const room = assessors.reduce((sum, one) => sum + capacityOf(one), 0)
        /** Steps outside the two whole numbers around proportion, the nth of a person counted n times. */
        const outside = (counts: readonly number[]) =>
          assessors.reduce((sum, one, place) => {
            const share = (list.length * capacityOf(one)) / room
            const count = counts[place] ?? 0
            const steps = Math.max(0, count - Math.ceil(share), Math.floor(share) - count)
            return sum + (steps * (steps + 1)) / 2
          }, 0)
        const own = assessors.map(
          (one) => result.value.assignments.filter((held) => held.assessor === one.id).length,
        )
        expect(outside(own)).toBe(Math.min(...possible.map(outside)))
      }),
    )
  })

  test('does not depend on the order of cases, people, conflicts or assignments', () => {
    fc.assert(
      fc.property(anyCases, anyPeople, anyConflicts, seeds, (list, assessors, conflicts, seed) => {
        const assignments = list
          .slice(0, 3)
          .map(({ pseudonym }): Assignment => ({ pseudonym, assessor: id('person-0'), origin: 'proposed' }))
        const task = aTask({ cases: list, assessors, conflicts, assignments, seed })
        const turned = {
          ...task,
          cases: list.toReversed(),
          assessors: assessors.toReversed(),
          conflicts: conflicts.toReversed(),
          assignments: assignments.toReversed(),
        }
        expect(proposeAllocation(turned)).toEqual(proposeAllocation(task))
      }),
    )
  })

  test('a top-up preserves what was decided by hand if there is capacity', () => {
    fc.assert(
      fc.property(
        anyCases,
        anyPeople,
        fc.integer({ min: 0, max: 5 }),
        seeds,
        (list, assessors, more, seed) => {
          const room = assessors.reduce((sum, one) => sum + capacityOf(one), 0)
          fc.pre(list.length + more <= room)
          const first = proposed(aTask({ cases: list, assessors, seed }))
          const kept = first.assignments.map(
            (one, index): Assignment => ({ ...one, origin: index % 2 === 0 ? 'by-hand' : 'begun' }),
          )
          const sample = [...list, ...cases(more, {}, 5000)]
          const again = proposed(
            aTask({ cases: sample, assessors, assignments: kept, seed: `${seed} again` }),
          )
          expect(again.assignments.slice(0, list.length)).toEqual(kept)
        },
      ),
    )
  })
})
