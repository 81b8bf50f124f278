import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCase, type StoredCaseRecord, type StoredVersions } from './compareCases.ts'
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

describe('a case next to its events', () => {
  const opened = (facts: readonly string[], factsHash: string | null = null): CaseEvent => ({
    kind: 'opened',
    caseId: 'C1',
    facts,
    factsHash,
  })
  const moved = (
    status: string,
    more: { round?: number; signs?: boolean; contentHash?: string } = {},
  ): CaseEvent => ({
    kind: 'moved',
    caseId: 'C1',
    status,
    round: more.round ?? null,
    signs: more.signs ?? false,
    contentHash: more.contentHash ?? null,
  })
  const listed = (item: string, value: string): StoredVersions => ({
    ...stored(1, value),
    kind: 'fact',
    item,
    author: { personId: null, name: 'the case list' },
  })

  function compared(events: readonly CaseEvent[], changes: Partial<StoredCaseRecord> = {}) {
    const replayed = replayCases(events).get('C1') ?? expect.fail()
    return compareCase(
      { status: 'open', round: 1, versions: [], signatures: [], ...changes },
      replayed,
      hashOf,
    )
  }
  const whatOf = (differences: ReturnType<typeof compared>) => differences.map(({ what }) => what)

  test.each([
    ['as they say', 'ready', 2, 0],
    ['in another status', 'checked', 2, 1],
    ['in another round', 'ready', 1, 1],
  ])('%s', (_, status, round, count) => {
    expect(compared([moved('ready', { round: 2 })], { status, round })).toHaveLength(count)
  })

  test('a step that names no round stays in its round', () => {
    expect(compared([moved('open', { round: 2 }), moved('ready')], { status: 'ready', round: 2 })).toEqual([])
  })

  test.each([
    ['name', { ...author, name: 'Ben Bell' }],
    ['account', { ...author, personId: 'p2' }],
  ])('a version of an author of another %s differs', (_, other) => {
    const versions = [{ ...stored(1, 'yes'), author: other }]
    expect(compared([written(1, 'yes')], { versions })).toHaveLength(1)
  })

  test('versions are compared in their order, whatever the order in which they are stored', () => {
    const events = [written(1, 'yes'), written(2, 'no'), written(3, 'na')]
    expect(compared(events, { versions: [stored(3, 'na'), stored(1, 'yes'), stored(2, 'no')] })).toEqual([])
  })

  test('the place of a difference is the first version that differs', () => {
    const events = [written(1, 'yes'), written(2, 'no'), written(3, 'yes')]
    const missingLast = [stored(1, 'yes'), stored(2, 'no')]
    expect(whatOf(compared(events, { versions: missingLast }))[0]).toContain('answer 2.1.1, version 3')
    const gap = [stored(1, 'yes'), stored(3, 'no'), stored(4, 'yes')]
    expect(whatOf(compared(events, { versions: gap }))[0]).toContain('version 2')
  })

  test('an entry without any event, and one that is not stored, are two differences of two kinds', () => {
    const other = { ...stored(1, 'yes'), item: '2.1.2' }
    const found = compared([written(1, 'yes')], { versions: [other] })
    expect(found).toHaveLength(2)
    expect(new Set(found.map(({ fault }) => fault)).size).toBe(2)
  })

  describe('opened from a case list', () => {
    const male = listed('gender', 'male')
    const age = listed('age', '15')
    const hash = hashOf([
      ['gender', 'male', null, 'the case list'],
      ['age', '15', null, 'the case list'],
    ])
    const events = [opened(['gender', 'age'], hash)]

    test('with the facts that the list gave', () => {
      expect(compared(events, { versions: [male, age] })).toEqual([])
    })

    test.each([
      ['another value', [male, { ...age, value: '16' }]],
      ['another detail', [male, { ...age, detail: 'about' }]],
      ['another author', [male, { ...age, author }]],
      ['no second fact', [male]],
    ])('with %s', (_, versions) => {
      expect(compared(events, { versions }).length).toBeGreaterThan(0)
      expect(compared([opened(['gender', 'age'], null)], { versions: [male, age] })).toEqual([])
    })

    test('a fact that is not stored counts as nothing in the hash', () => {
      const ofNothing = hashOf([['gender', null, null, null]])
      expect(whatOf(compared([opened(['gender'], ofNothing)]))).toHaveLength(1)
    })

    test('and a fact that an inspector has corrected since', () => {
      const corrected = { ...stored(2, '16'), kind: 'fact', item: 'age' } as const
      const correction = written(2, '16', { kind: 'fact', item: 'age' })
      expect(compared([...events, correction], { versions: [corrected, male, age] })).toEqual([])
    })

    test('confirming what the list said makes no version where the event does not say its value', () => {
      const confirmation = written(1, '15', { kind: 'fact', item: 'age' })
      expect(compared([...events, confirmation], { versions: [male, age] })).toEqual([])
    })

    test('opened again it takes over only the facts that it did not have', () => {
      const again = opened(
        ['gender', 'age', 'disposal'],
        hashOf([['disposal', 'fine', null, 'the case list']]),
      )
      const replayed = replayCases([...events, moved('withdrawn'), again]).get('C1')
      expect(replayed?.status).toBe('open')
      expect(replayed?.facts.map(({ items }) => items)).toEqual([['gender', 'age'], ['disposal']])
      const versions = [male, age, listed('disposal', 'fine')]
      expect(compared([...events, moved('withdrawn'), again], { versions })).toEqual([])
    })

    test('opened again with nothing new it takes over nothing', () => {
      const replayed = replayCases([...events, opened(['gender'], 'another hash')]).get('C1')
      expect(replayed?.facts).toHaveLength(1)
    })

    test('a case that was handed in is not opened by what the list says again', () => {
      expect(replayCases([...events, moved('ready'), opened(['gender'])]).get('C1')?.status).toBe('ready')
    })
  })

  describe('signed', () => {
    const content = [
      written(1, 'no'),
      written(2, 'yes'),
      written(1, 'x', { item: '2.1.2' }),
      written(2, null, { item: '2.1.2' }),
    ]
    const events = [...content, opened(['gender']), moved('signed', { signs: true, contentHash: 'abc' })]
    const other = (version: number, value: string | null) => ({ ...stored(version, value), item: '2.1.2' })
    const versions = [
      stored(1, 'no'),
      stored(2, 'yes'),
      other(1, 'x'),
      other(2, null),
      listed('gender', 'male'),
    ]
    const signature = { round: 1, contentHash: 'abc', entries: [stored(2, 'yes'), listed('gender', 'male')] }
    const signedWith = (signatures: StoredCaseRecord['signatures']) =>
      compared(events, { status: 'signed', versions, signatures })

    test('with the current entries that have a value', () => {
      expect(signedWith([signature])).toEqual([])
    })

    test.each([
      ['another hash', [{ ...signature, contentHash: 'abd' }]],
      ['one entry fewer', [{ ...signature, entries: [stored(2, 'yes')] }]],
      ['one entry more', [{ ...signature, entries: [...signature.entries, other(2, null)] }]],
      ['an earlier version', [{ ...signature, entries: [stored(1, 'yes'), listed('gender', 'male')] }]],
      ['another value', [{ ...signature, entries: [stored(2, 'no'), listed('gender', 'male')] }]],
      ['another entry', [{ ...signature, entries: [other(2, 'yes'), listed('gender', 'male')] }]],
      ['no signature', []],
    ])('with %s', (_, signatures) => {
      expect(signedWith(signatures)).toHaveLength(1)
    })

    test('with a signature of a round of which no event tells', () => {
      const found = signedWith([signature, { ...signature, round: 2 }])
      expect(whatOf(found)).toHaveLength(1)
      expect(whatOf(found)[0]).toContain('2')
    })

    test('with any hash where the event is older than the hash', () => {
      const old = [...content, opened(['gender']), moved('signed', { signs: true })]
      expect(compared(old, { status: 'signed', versions, signatures: [signature] })).toEqual([])
    })

    test('once more in the next round, with what was written since', () => {
      const again = [
        moved('open', { round: 2 }),
        written(3, 'na'),
        moved('signed', { signs: true, contentHash: 'def' }),
      ]
      const second = { round: 2, contentHash: 'def', entries: [stored(3, 'na'), listed('gender', 'male')] }
      const record = { status: 'signed', round: 2, versions: [...versions, stored(3, 'na')] }
      expect(compared([...events, ...again], { ...record, signatures: [second, signature] })).toEqual([])
      expect(compared([...events, ...again], { ...record, signatures: [signature] })).toHaveLength(1)
    })
  })

  describe('imported', () => {
    const imported = (answers: Readonly<Record<string, string>>): CaseEvent => ({
      kind: 'imported',
      cases: new Map([['C1', new Map(Object.entries(answers))]]),
    })
    const entriesOf = (events: readonly CaseEvent[]) => {
      const { entries } = replayCases(events).get('C1') ?? expect.fail()
      return Object.fromEntries(
        [...entries].map(([name, versions]) => [name, versions.map((each) => each.written?.value ?? null)]),
      )
    }

    test('an answer that it repeats makes no version, another one does, and notes stay', () => {
      const note = written(1, 'Seen', { kind: 'note' })
      const events = [written(1, 'yes'), written(1, 'no', { item: '2.1.2' }), note]
      expect(entriesOf([...events, imported({ '2.1.1': 'yes', '2.1.2': 'na', '2.1.3': 'yes' })])).toEqual({
        'answer 2.1.1': ['yes'],
        'answer 2.1.2': ['no', 'na'],
        'answer 2.1.3': ['yes'],
        'note 2.1.1': ['Seen'],
      })
    })

    test('an answer that it no longer has is removed, once', () => {
      expect(entriesOf([imported({ '2.1.1': 'yes' }), imported({}), imported({})])).toEqual({
        'answer 2.1.1': ['yes', null],
      })
    })

    test('a case that it names again is open again, and one that was handed in stays so', () => {
      const elsewhere: CaseEvent = { kind: 'imported', cases: new Map([['C2', new Map()]]) }
      const statusAfter = (events: readonly CaseEvent[]) => replayCases(events).get('C1')?.status
      expect(statusAfter([imported({}), elsewhere])).toBe('withdrawn')
      expect(statusAfter([imported({}), elsewhere, imported({})])).toBe('open')
      expect(statusAfter([imported({}), moved('ready'), imported({})])).toBe('ready')
    })
  })
})
