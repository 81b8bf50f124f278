import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCase, type StoredVersions } from './compareCases.ts'
import type { EntryRef } from './entry.ts'
import { type CaseEvent, replayCases } from './replayCases.ts'

const author = { personId: 'p1', name: 'Ada Price' }
const ref: EntryRef = { kind: 'answer', item: '2.1.1' }
const hashOf = (value: unknown) => JSON.stringify(value)

function written(version: number, value: string | null, more: Partial<EntryRef> = {}): CaseEvent {
  return { kind: 'written', caseId: 'C1', ref: { ...ref, ...more }, version, value, detail: null, author }
}

function stored(version: number, value: string | null): StoredVersions {
  return { ...ref, version, value, detail: null, author, at: '2026-06-01T09:00:00.000Z' }
}

function differences(events: readonly CaseEvent[], versions: readonly StoredVersions[]) {
  const replayed = replayCases(events).get('C1')
  if (replayed === undefined) throw new Error('no case was replayed')
  const { status, round } = replayed
  return compareCase({ status, round, versions, signatures: [] }, replayed, hashOf)
}

test('versions that follow their events are the same', () => {
  expect(differences([written(1, 'yes'), written(2, 'no')], [stored(1, 'yes'), stored(2, 'no')])).toEqual([])
})

test('a decision for the value that is current makes no version', () => {
  expect(differences([written(1, 'yes'), written(1, 'yes')], [stored(1, 'yes')])).toEqual([])
})

test('an import removes the answers that it does not name, and withdraws the cases', () => {
  const replayed = replayCases([
    written(1, 'yes'),
    { kind: 'imported', cases: new Map([['C2', new Map([['2.1.1', 'no']])]]) },
  ])
  expect(replayed.get('C1')?.status).toBe('withdrawn')
  expect(replayed.get('C1')?.entries.get('answer 2.1.1')?.at(-1)?.written?.value).toBeNull()
  expect(replayed.get('C2')?.entries.get('answer 2.1.1')?.length).toBe(1)
})

describe('always', () => {
  const values = fc.array(fc.constantFrom('yes', 'no', 'na', null), { minLength: 1, maxLength: 8 })

  test('one version changed, removed or added is one difference', () => {
    fc.assert(
      fc.property(values, fc.nat(), (all, at) => {
        const events = all.map((value, index) => written(index + 1, value))
        const versions = all.map((value, index) => stored(index + 1, value))
        const place = at % all.length
        const changed = versions.map((one, index) => (index === place ? { ...one, value: 'other' } : one))
        expect(differences(events, versions)).toEqual([])
        expect(differences(events, changed)).toHaveLength(1)
        expect(differences(events, versions.toSpliced(place, 1))).toHaveLength(1)
        expect(differences(events, [...versions, stored(all.length + 1, 'yes')])).toHaveLength(1)
      }),
    )
  })
})
