import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/support/anEdition.ts'
import { parseCalendarDate } from '../kernel/calendarDate.ts'
import { caseListRules } from './caseListRules.ts'
import { warnOfCaseList } from './caseListWarnings.ts'
import { compareCaseLists } from './compareCaseLists.ts'
import { confirmWarnings, warningKey } from './confirmWarnings.ts'
import type { ListedCase } from './listedCase.ts'
import { givePseudonyms, pseudonymFrom } from './pseudonyms.ts'

const rules = caseListRules(anEdition('yos-2021'))
const [court, outOfCourt, resettlement] = rules.domains.map(({ code }) => code)
const startDate = parseCalendarDate('2024-01-31')

function aCase(caseId: string, changes: Partial<ListedCase> = {}): ListedCase {
  if (court === undefined || startDate === undefined) throw new Error('the edition has cases')
  return {
    caseId,
    row: null,
    domain: court,
    disposal: 'referral-order',
    startDate,
    gender: 'female',
    age: 15,
    ethnicity: 'irish',
    rosh: 'low',
    safetyWellbeing: 'high',
    others: {},
    ...changes,
  }
}

function manyCases(count: number, changes: Partial<ListedCase> = {}): ListedCase[] {
  return Array.from({ length: count }, (_, index) => aCase(`N${index}`, changes))
}

const nothing = { lastTime: null, keyData: null }
const keysOf = (cases: readonly ListedCase[], comparisons = nothing) =>
  warnOfCaseList(cases, rules, comparisons).map(warningKey)

/** One case of each other domain, so that only what is asked about is odd. */
function others(): ListedCase[] {
  if (outOfCourt === undefined || resettlement === undefined) throw new Error('the edition has three kinds')
  return [aCase('O', { domain: outOfCourt, disposal: 'youth-caution' }), aCase('R', { domain: resettlement })]
}

describe('warnings', () => {
  test('a quarter and more than five away from last time', () => {
    const warned = (now: number, lastTime: number) =>
      warnOfCaseList([...manyCases(now - 2, { disposal: `d${now}` }), ...others()], rules, {
        lastTime,
        keyData: null,
      })
        .map(({ code }) => code)
        .includes('caseload-far-from-last-time')
    expect([warned(75, 100), warned(74, 100), warned(126, 100), warned(15, 10), warned(16, 10)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
  })

  test('no girls, from ten cases on', () => {
    const boys = (count: number) => [
      ...manyCases(count - 2, { gender: 'male' }),
      ...others().map((one) => ({ ...one, gender: 'male' })),
    ]
    expect(keysOf(boys(9))).toEqual([])
    expect(keysOf(boys(11)).includes('no-girls')).toBe(true)
    expect(keysOf([...boys(11), aCase('G')]).includes('no-girls')).toBe(false)
  })

  test('one disposal only, and a domain without cases', () => {
    expect(keysOf(manyCases(10))).toEqual([
      'one-disposal-only:court',
      'domain-without-cases:out-of-court',
      'domain-without-cases:resettlement',
    ])
  })

  test('totals that differ from the key data', () => {
    const warnings = warnOfCaseList([...manyCases(3), ...others()], rules, {
      lastTime: null,
      keyData: { court: 4, resettlement: 1 },
    })
    expect(warnings.map(({ text }) => text)).toEqual([
      'The list has 3 cases in the domain “Court disposals”; the key data says 4.',
    ])
  })

  test('each has to be answered, and a blank is no reason', () => {
    const warnings = warnOfCaseList(manyCases(10), rules, nothing)
    const partly = confirmWarnings(warnings, {
      'one-disposal-only:court': 'True.',
      'domain-without-cases:resettlement': ' ',
    })
    expect(partly.ok ? [] : partly.problems.map(({ place }) => place.field)).toEqual([
      'domain-without-cases:out-of-court',
      'domain-without-cases:resettlement',
    ])
    const all = Object.fromEntries(warnings.map((warning) => [warningKey(warning), 'True.']))
    expect(confirmWarnings(warnings, all).ok).toBe(true)
  })
})

describe('two versions', () => {
  test('differ case by case and column by column', () => {
    const before = [aCase('A'), aCase('B', { others: { Team: 'North' } }), aCase('C')]
    const after = [aCase('C'), aCase('B', { rosh: 'high', others: { Team: 'South' } }), aCase('D')]
    const { added, removed, changed, same } = compareCaseLists(before, after)
    expect([added.map(({ caseId }) => caseId), removed.map(({ caseId }) => caseId), same]).toEqual([
      ['D'],
      ['A'],
      1,
    ])
    expect(changed).toEqual([
      {
        caseId: 'B',
        changes: [
          { field: 'rosh', before: 'low', after: 'high' },
          { field: 'Team', before: 'North', after: 'South' },
        ],
      },
    ])
  })
})

describe('always', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{1,6}$/), { maxLength: 40 })

  test('a list compared with itself in any order has no difference', () => {
    fc.assert(
      fc.property(ids, (references) => {
        const cases = references.map((reference) => aCase(reference))
        expect(compareCaseLists(cases, cases.toReversed())).toEqual({
          added: [],
          removed: [],
          changed: [],
          same: cases.length,
        })
      }),
    )
  })

  test('pseudonyms differ, stay with their cases, and survive a draw that repeats itself', () => {
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        let drawn = 0
        // Every pseudonym is drawn twice, as can happen by chance.
        const draw = () => {
          drawn += 1
          const half = drawn >> 1
          return pseudonymFrom([0, 0, 0, half >> 10, half >> 5, half].map((part) => part % 32))
        }
        const before = givePseudonyms(first, new Map(), draw)
        const after = givePseudonyms(second, before, draw)
        const all = new Map([...before, ...after])
        expect(new Set(all.values()).size).toBe(all.size)
        for (const reference of second) {
          if (before.has(reference)) expect(after.get(reference)).toBe(before.get(reference))
        }
      }),
    )
  })
})
