import { describe, expect, test } from 'vitest'
import { type CountedRefusal, mostRows, mostRowsOfNetwork, type Refusal, refusalLog } from './refusalLog.ts'

const noon = new Date('2026-06-01T12:00:00Z').getTime()
const minute = 60_000
const wrong: Refusal = {
  code: 'people.sign-in-wrong',
  byToken: false,
  personId: 'ann',
  network: '192.0.2.1',
  route: 'POST /sign-in',
}

function aLog() {
  const written: CountedRefusal[] = []
  const clock = { now: noon }
  const log = refusalLog(
    async (row) => void written.push(row),
    () => new Date(clock.now),
  )
  return { ...log, written, clock }
}

describe('refusals', () => {
  test('the first of its kind is written at once', async () => {
    const { note, written } = aLog()
    await note(wrong)
    expect(written).toEqual([{ ...wrong, firstAt: new Date(noon), lastAt: new Date(noon), times: 1 }])
  })

  test('the same a thousand times within five minutes is two rows, and no time is lost', async () => {
    const { note, flush, written, clock } = aLog()
    for (let time = 0; time < 1_000; time += 1) {
      clock.now = noon + time * 100
      await note(wrong)
    }
    expect(written).toHaveLength(1)
    await flush()
    expect(written[1]).toMatchObject({
      times: 999,
      firstAt: new Date(noon + 100),
      lastAt: new Date(noon + 99_900),
    })
    await flush()
    expect(written).toHaveLength(2)
  })

  test('what was counted is written when five minutes are over, and counted again', async () => {
    const { note, written, clock } = aLog()
    await note(wrong)
    await note(wrong)
    clock.now = noon + 5 * minute
    await note({ ...wrong, code: 'people.not-allowed' })
    expect(written.map(({ code, times }) => [code, times])).toEqual([
      ['people.sign-in-wrong', 1],
      ['people.sign-in-wrong', 1],
      ['people.not-allowed', 1],
    ])
    await note(wrong)
    expect(written).toHaveLength(4)
  })

  test('a clock that is set back ends the count', async () => {
    const { note, written, clock } = aLog()
    await note(wrong)
    clock.now = noon - 60 * minute
    await note(wrong)
    expect(written).toHaveLength(2)
  })

  test('another account, network, route or kind is a row of its own', async () => {
    const { note, written } = aLog()
    await note(wrong)
    await note({ ...wrong, personId: null })
    await note({ ...wrong, network: '192.0.2.2' })
    await note({ ...wrong, route: 'GET /people' })
    await note({ ...wrong, byToken: true })
    expect(written).toHaveLength(5)
  })
})

describe('a flood', () => {
  test('of one network is bounded, counted by its code, and hides no other network', async () => {
    const { note, flush, written } = aLog()
    for (let time = 0; time < 5_000; time += 1) await note({ ...wrong, personId: `p${time}` })
    await flush()
    expect(written).toHaveLength(mostRowsOfNetwork + 2)
    expect(written.at(-1)).toMatchObject({ code: wrong.code, personId: null, network: null, route: null })
    expect(written.reduce((sum, { times }) => sum + times, 0)).toBe(5_000)
    await note({ ...wrong, network: '192.0.2.2' })
    expect(written.at(-1)).toMatchObject({ network: '192.0.2.2', personId: 'ann' })
  })

  test('of many networks is bounded too, and there is room again in the next hour', async () => {
    const { note, flush, written, clock } = aLog()
    for (let time = 0; time < 5_000; time += 1) await note({ ...wrong, network: `192.0.${time}` })
    await flush()
    expect(written).toHaveLength(mostRows + 2)
    clock.now = noon + 60 * minute
    await note(wrong)
    expect(written.at(-1)).toMatchObject(wrong)
  })
})
