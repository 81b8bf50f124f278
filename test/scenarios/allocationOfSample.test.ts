/** From a case list through the draw to allocated cases and back again after a replacement. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadEditions } from '../../src/app/framework/editions.ts'
import { findWithEdition } from '../../src/app/framework/inspectionEdition.ts'
import { addCaseList } from '../../src/app/intake/acceptCaseList.ts'
import { loadDemonstration } from '../../src/app/ratings/demonstration.ts'
import { changeCaseByHand } from '../../src/app/sampling/allocation/allocated-case-page/changeCase.ts'
import { addOrChangeAssessor } from '../../src/app/sampling/allocation/assessors-page/saveAssessor.ts'
import { loadAllocation } from '../../src/app/sampling/allocation/loadAllocation.ts'
import { proposeCases } from '../../src/app/sampling/allocation/proposeCases.ts'
import { storeTimetable } from '../../src/app/sampling/allocation/timetable-page/storeTimetable.ts'
import { drawStoredSample } from '../../src/app/sampling/draw-page/drawStoredSample.ts'
import { findSampledCases } from '../../src/app/sampling/findSampledCases.ts'
import { setPlan } from '../../src/app/sampling/plan-page/changePlan.ts'
import { replaceSampledCase } from '../../src/app/sampling/replace-page/replaceSampledCase.ts'
import { parseCalendarDate } from '../../src/core/kernel/calendarDate.ts'
import { useDatabase } from '../support/database.ts'
import { madeUpTable, plainCsv } from '../support/madeUpCaseList.ts'
import { doneValue } from '../support/results.ts'

const project = join(import.meta.dirname, '../..')
const northmoor = 'northmoor-2024-06'
const shell = useDatabase()

test('the sample of a made-up list of 400 cases is allocated, and again after a case was replaced', async () => {
  const editions = doneValue(await loadEditions(join(project, 'editions')))
  const sources = { editions, findSampledCases }
  doneValue(await loadDemonstration(shell(), editions, join(project, 'demonstration')))
  const context = doneValue(await findWithEdition(shell().database, editions, northmoor))
  const content = new TextEncoder().encode(plainCsv(madeUpTable()))
  const list = { fileName: 'list.csv', content, leaveOut: [], keyData: null }
  doneValue(await addCaseList(shell(), context, list, {}))
  const fieldwork = parseCalendarDate('2024-06-10')
  if (fieldwork === undefined) throw new Error('no day')
  const plan = { fieldwork, seed: 'six numbers', seedAgreed: 'In a call with the service.' }
  doneValue(await setPlan(shell(), editions, northmoor, plan))
  doneValue(await drawStoredSample(shell(), editions, northmoor))

  const load = async () => doneValue(await loadAllocation(shell().database, sources, northmoor))
  const propose = () => proposeCases(shell(), sources, northmoor)
  const { cases, settings } = await load()
  expect(cases.length).toBeGreaterThan(50)
  expect(settings.fieldwork.days).toEqual([
    '2024-06-10',
    '2024-06-11',
    '2024-06-12',
    '2024-06-13',
    '2024-06-14',
  ])
  expect(await propose()).toMatchObject({ ok: false, problems: [{ code: 'allocation.nobody-there' }] })
  for (let number = 0; number < Math.ceil(cases.length / 10) + 1; number += 1) {
    const person = { name: `Person ${number}`, role: 'inspector', ownServiceId: null } as const
    const room = { casesPerDay: 2, days: [1, 2, 3, 4, 5], personId: null, version: 0 }
    doneValue(await addOrChangeAssessor(shell(), sources, northmoor, { id: null, ...person, ...room }))
  }
  const { shares } = doneValue(await propose())
  for (const share of shares) {
    expect(share.cases).toBeLessThanOrEqual(share.capacity)
    expect(Math.abs(share.cases - share.proportional)).toBeLessThan(1)
    // Custody and two very high classifications: the hardest case has 6 points.
    expect(Math.abs(share.points - share.proportionalPoints)).toBeLessThan(6)
  }
  const timetable = doneValue(await storeTimetable(shell(), sources, northmoor))
  expect(timetable.unplaced).toEqual([])

  const [byHand, leaving] = (await load()).assignments
  if (byHand === undefined || leaving === undefined) throw new Error('no assignments')
  const emptiest = shares
    .toSorted((one, other) => one.cases - other.cases)
    .find((one) => one.assessor !== byHand.assessor)
  const assessor = emptiest?.assessor ?? ''
  const change = { pseudonym: byHand.pseudonym, assessor, reason: 'Lives nearby.', version: 1 }
  doneValue(await changeCaseByHand(shell(), sources, northmoor, change))
  const replacing = { pseudonym: leaving.pseudonym, reason: 'transferred', note: 'Moved in May.' } as const
  const { replacement } = doneValue(await replaceSampledCase(shell(), editions, northmoor, replacing))
  doneValue(await propose())
  const after = await load()
  expect(after.assignments).toHaveLength(cases.length)
  expect(after.past.map(({ pseudonym }) => pseudonym)).toEqual([leaving.pseudonym])
  expect(after.assignments.find((one) => one.pseudonym === byHand.pseudonym)).toMatchObject({
    assessor,
    version: 2,
  })
  expect(after.assignments.some((one) => one.pseudonym === replacement)).toBe(true)
})
