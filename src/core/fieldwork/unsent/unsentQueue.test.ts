/** Generated sequences of everything that can happen to what is typed. A failure prints its seed and the sequence. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { howMany } from '../../../../test/support/fullLength.ts'
import {
  entries,
  failingText,
  refusedText,
  type Tab,
  troubles,
  UnsentWorld,
} from '../../../../test/support/unsentWorld.ts'

/** What happens next, and which of the tabs, entries or orders it concerns. */
type Act = readonly [what: number, which: number, how: number]
type Doing = (world: UnsentWorld, which: number, how: number) => void

const tabOf = (world: UnsentWorld, which: number): Tab | undefined => world.tabs[which % world.tabs.length]
const entryOf = (how: number): string => entries[how % entries.length] ?? ''

const withTab =
  (act: (world: UnsentWorld, tab: Tab, how: number) => void): Doing =>
  (world, which, how) => {
    const tab = tabOf(world, which)
    if (tab !== undefined) act(world, tab, how)
  }

const type = withTab((world, tab, how) => world.typeNew(tab, entryOf(how), 'text'))
const happen: Doing = (world, which) => void world.happen(which)
const due = withTab((world, tab, how) => {
  const id = [...tab.timers][how % Math.max(tab.timers.size, 1)]
  if (id !== undefined) world.due(tab, id)
})

/** What a single tab, a single person and an honest server can do. */
const plainDoings: readonly Doing[] = [
  withTab((world, tab, how) => tab.isReady && world.typeNew(tab, entryOf(how), 'text')),
  happen,
  happen,
  happen,
  happen,
  due,
  due,
  withTab((world, tab) => world.sendAll(tab)),
  withTab((world, tab) => {
    world.close(tab)
    world.open()
  }),
  (world, which) => {
    const kinds = [
      'none',
      'never arrives',
      'answer lost',
      'arrives twice',
      'too many',
      'unavailable',
    ] as const
    world.trouble = kinds[which % kinds.length] ?? 'none'
  },
  (world, which) => {
    world.session = which % 2 === 0 ? 'in' : 'out'
  },
]

const allDoings: readonly Doing[] = [
  type,
  type,
  happen,
  happen,
  happen,
  happen,
  happen,
  due,
  due,
  withTab((world, tab, how) => world.typeNew(tab, entryOf(how), how % 3 === 0 ? refusedText : failingText)),
  // What is shown already is typed again.
  withTab((world, tab, how) => {
    const { text } = tab.field(entryOf(how))
    if (text !== null) world.type(tab, entryOf(how), text)
  }),
  withTab((world, tab) => world.sendAll(tab)),
  withTab((world, tab) => world.refresh(tab)),
  withTab((world, tab) => world.close(tab)),
  (world) => void (world.tabs.length < 3 && world.open()),
  (world, which) => {
    world.trouble = troubles[which % troubles.length] ?? 'none'
  },
  (world, which) => {
    world.session = (['in', 'out', 'another'] as const)[which % 3] ?? 'in'
  },
  (world, which) => {
    world.isDiskFull = which % 2 === 0
  },
  (world, which) => {
    world.isRevoked = which % 4 === 0
  },
  (world, which) => {
    world.isFrozen = which % 4 === 0
  },
  (world, _which, how) => world.writeAsAnother(entryOf(how)),
]

/** Everything works again, someone opens a page, and all that is under way comes to its end. */
function heal(world: UnsentWorld): void {
  Object.assign(world, { trouble: 'none', session: 'in', isDiskFull: false })
  if (world.tabs.length === 0) world.open()
  settle(world)
  for (const tab of world.tabs) for (const entry of entries) expectSentByItself(world, tab, entry)
  for (const tab of world.tabs) world.sendAll(tab)
  settle(world)
}

/** What is typed in an open page is sent without anyone doing anything. */
function expectSentByItself(world: UnsentWorld, tab: Tab, entry: string): void {
  const { text, isTyped } = tab.field(entry)
  const isLeft = isTyped && !isHopeless(text) && !world.isStored(entry, text) && world.isOnDisk(entry, text)
  if (isLeft) expect.fail(`${text} waits for someone to look at its page`)
}

/** Lets everything happen that is under way, and every timer run out, but for texts over which the server fails. */
function settle(world: UnsentWorld): void {
  for (let steps = 0; steps < 5_000; steps += 1) {
    if (world.happen(0)) continue
    const waiting = world.tabs.flatMap((tab) => [...tab.timers].map((id) => ({ tab, id })))
    const next = waiting.find(({ tab, id }) => !isFailing(world, tab, id))
    if (next === undefined) return
    world.due(next.tab, next.id)
  }
  throw new Error('it never comes to an end')
}

function isFailing(world: UnsentWorld, tab: Tab, id: string): boolean {
  const record = tab.onlyHere.get(id)?.record ?? world.disk.get(id)
  return record?.value?.startsWith(failingText) === true
}

function isHopeless(text: string | null): boolean {
  return text !== null && (text.startsWith(failingText) || text.startsWith(refusedText))
}

function run(doings: readonly Doing[], acts: readonly Act[], trace = false): UnsentWorld {
  const world = new UnsentWorld()
  world.trace = trace
  world.open()
  for (const [what, which, how] of acts) doings[what % doings.length]?.(world, which, how)
  heal(world)
  return world
}

function expectNothingLost(world: UnsentWorld): void {
  for (const [entry, texts] of world.promised)
    for (const text of texts) if (!world.isSafe(entry, text)) expect.fail(`${text} is lost`)
  // What a page has typed over a record of a full device, and cannot send either, is sent first.
  const isTypedOver = (id: string): boolean => world.tabs.some(({ onlyHere }) => onlyHere.has(id))
  for (const { id, value } of world.disk.values())
    if (!isHopeless(value) && !isTypedOver(id)) expect.fail(`${value} is never sent`)
  for (const tab of world.tabs) {
    // A page that is looked at again sends everything, and finds what another tab did meanwhile.
    world.sendAll(tab)
    settle(world)
    for (const entry of entries) expectTrueWords(world, tab, entry)
  }
}

/** What a page says of a field is so. */
function expectTrueWords(world: UnsentWorld, tab: Tab, entry: string): void {
  const { text, isTyped, shown } = tab.field(entry)
  const isStored = world.isStored(entry, text)
  const isHere = world.isOnDisk(entry, text) || world.isInPage(tab, entry, text)
  const isGone = shown?.name === 'gone'
  if (isGone && !world.isSafe(entry, text ?? '')) expect.fail(`${text} is lost, and said to be gone`)
  if (isTyped && !isGone && !isStored && !isHere) expect.fail(`${text} is lost, and still in its field`)
  const saysSent =
    shown !== null && ['saved', 'in-conflict', 'after-hand-in', 'for-lead'].includes(shown.name)
  if (saysSent && !isStored) expect.fail(`${text} is shown as ${shown.name}`)
  const saysUnsent = shown !== null && !saysSent && !isGone
  if (saysUnsent && !isHere) expect.fail(`${text} is shown as ${shown.name}, and is not here`)
}

const acts = (count: number) =>
  fc.array(fc.tuple(fc.nat({ max: 1_000 }), fc.nat({ max: 11 }), fc.nat({ max: 5 })), {
    maxLength: count,
    size: 'max',
  })

/** The short form runs the same sequences each time; the soak looks for new ones. */
const seeded = howMany(0, 1) === 0 ? { seed: 20_261_129 } : {}

describe('whatever happens, in any order', () => {
  test('nothing is lost, nothing shown as unsent that was sent, nothing shown as saved that is not', () => {
    fc.assert(
      fc.property(acts(60), (sequence) => expectNothingLost(run(allDoings, sequence))),
      { ...seeded, numRuns: howMany(20_000, 1_000_000) },
    )
  })

  test('one person in one tab is never in conflict with themselves', () => {
    fc.assert(
      fc.property(acts(60), (sequence) => {
        const world = run(plainDoings, sequence)
        expectNothingLost(world)
        for (const entry of entries) if (world.kept.has(entry)) expect.fail(`${entry} is in conflict`)
      }),
      { ...seeded, numRuns: howMany(10_000, 500_000) },
    )
  })
})
