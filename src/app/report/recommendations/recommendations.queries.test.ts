import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/demonstrationReports.ts'
import { testNow } from '../../../../test/support/testNow.ts'
import type { Result } from '../../../core/kernel/result.ts'
import {
  addRecommendation,
  changeRecommendation,
  placeRecommendation,
  removeRecommendation,
} from './changeRecommendations.ts'
import { listRecommendations } from './recommendations.queries.ts'

const shell = useDatabase()
const northmoor = 'northmoor-2024-06'
const board = 'The chair of the board'
const police = 'The police'

beforeEach(async () => {
  const { database } = shell()
  await database.insertInto('service').values({ service_id: 'northmoor', name: 'Northmoor' }).execute()
  const inspection = { inspection_id: northmoor, service_id: 'northmoor', edition_id: 'yos-2021' }
  await database
    .insertInto('inspection')
    .values({ ...inspection, made_up: true, imported_at: testNow })
    .execute()
})

async function add(owner: string, text: string): Promise<string> {
  return must(await addRecommendation(shell(), northmoor, { owner, text }))
}

async function written(): Promise<readonly string[]> {
  const list = await listRecommendations(shell().database, northmoor)
  return list.map(({ text, version }) => `${text} ${version}`)
}

function code(result: Result<unknown>): string {
  return result.ok ? 'done' : result.problems[0].code
}

async function audits() {
  return shell()
    .database.selectFrom('audit_event')
    .select(['action', 'subject', 'before', 'after'])
    .where('inspection_id', '=', northmoor)
    .orderBy('audit_event_id')
    .execute()
}

describe('recommendations', () => {
  test('are stored in the order of the report: together under who should act', async () => {
    await add(board, 'Act')
    await add(police, 'Name a deputy')
    await add(board, 'Report')
    expect(await written()).toEqual(['Act 1', 'Report 1', 'Name a deputy 1'])
  })

  test('are changed by who saw the newest version; the log keeps the words of before and after', async () => {
    const id = await add(board, 'Act')
    must(
      await changeRecommendation(shell(), northmoor, { id, version: 1 }, { owner: board, text: 'Act now' }),
    )
    expect(await written()).toEqual(['Act now 2'])
    const [, change] = await audits()
    expect(change).toMatchObject({
      action: 'recommendation.change',
      subject: id,
      before: { text: 'Act', version: 1 },
      after: { text: 'Act now', version: 2, savedBy: 'test' },
    })
  })

  test('are not replaced or removed by a person who has not seen what someone else wrote', async () => {
    const id = await add(board, 'Act')
    const seen = { id, version: 1 }
    must(await changeRecommendation(shell(), northmoor, seen, { owner: board, text: 'Act now' }))
    const late = await changeRecommendation(shell(), northmoor, seen, { owner: board, text: 'Act soon' })
    expect(code(late)).toBe('recommendations.changed-meanwhile')
    expect(code(await removeRecommendation(shell(), northmoor, seen))).toBe(
      'recommendations.changed-before-removal',
    )
    expect(await written()).toEqual(['Act now 2'])
  })

  test('are removed with their words in the log; a change that comes after finds nothing', async () => {
    const id = await add(board, 'Act')
    must(await removeRecommendation(shell(), northmoor, { id, version: 1 }))
    expect(await written()).toEqual([])
    expect((await audits()).at(-1)).toMatchObject({
      action: 'recommendation.remove',
      before: { owner: board, text: 'Act' },
      after: null,
    })
    const late = await changeRecommendation(
      shell(),
      northmoor,
      { id, version: 1 },
      { owner: board, text: 'x' },
    )
    expect(code(late)).toBe('recommendations.gone')
    expect(code(await placeRecommendation(shell(), northmoor, id, 'up'))).toBe('recommendations.gone')
  })

  test('are moved without touching a version, so that nobody who is writing is turned away', async () => {
    const first = await add(board, 'Act')
    const second = await add(board, 'Report')
    must(await placeRecommendation(shell(), northmoor, second, 'up'))
    expect(await written()).toEqual(['Report 1', 'Act 1'])
    expect((await audits()).at(-1)).toMatchObject({
      action: 'recommendation.move',
      subject: second,
      before: { order: [first, second] },
      after: { order: [second, first] },
    })
  })

  test('of one inspection are not reached through another', async () => {
    const id = await add(board, 'Act')
    const { database } = shell()
    await database.insertInto('service').values({ service_id: 'other', name: 'Other' }).execute()
    const other = { inspection_id: 'other-2024-06', service_id: 'other', edition_id: 'yos-2021' }
    await database
      .insertInto('inspection')
      .values({ ...other, made_up: true, imported_at: testNow })
      .execute()
    expect(code(await removeRecommendation(shell(), 'other-2024-06', { id, version: 1 }))).toBe(
      'recommendations.gone',
    )
    expect(code(await addRecommendation(shell(), 'nowhere-2020', { owner: board, text: 'x' }))).toBe(
      'inspection.not-found',
    )
    expect(await written()).toEqual(['Act 1'])
  })
})
