/** A list that waits: what is wrong with it is stored once and bounded, and it can be reached again. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Editions, loadEditions } from '../../src/app/framework/editions.ts'
import { findWithEdition, type InspectionWithEdition } from '../../src/app/framework/inspectionEdition.ts'
import { acceptCaseList } from '../../src/app/intake/acceptCaseList.ts'
import { caseListView } from '../../src/app/intake/case-list-page/caseListPage.view.ts'
import { findFaultyRows, listUploads } from '../../src/app/intake/upload-page/caseListUploads.queries.ts'
import {
  earliestWaiting,
  examineUpload,
  waitingHours,
} from '../../src/app/intake/upload-page/examineUpload.ts'
import { receiveCaseList } from '../../src/app/intake/upload-page/receiveCaseList.ts'
import { uploadView } from '../../src/app/intake/upload-page/uploadPage.view.ts'
import { loadDemonstration } from '../../src/app/ratings/demonstration.ts'
import { useDatabase } from '../support/database.ts'
import { madeUpTable, plainCsv } from '../support/madeUpCaseList.ts'
import { codesOf, doneValue } from '../support/results.ts'

const project = join(import.meta.dirname, '../..')
const northmoor = 'northmoor-2024-06'
const shellNow = useDatabase()
let editions: Editions
let context: InspectionWithEdition

beforeAll(async () => {
  editions = doneValue(await loadEditions(join(project, 'editions')))
})
beforeEach(async () => {
  doneValue(await loadDemonstration(shellNow(), editions, join(project, 'demonstration')))
  context = doneValue(await findWithEdition(shellNow().database, editions, northmoor))
})

async function receive(text: string): Promise<string> {
  const content = new TextEncoder().encode(text)
  const sent = { fileName: 'list.csv', content, leaveOut: [], keyData: null }
  return doneValue((await receiveCaseList(shellNow(), context, sent)).outcome).uploadId
}

const heading = 'case_id,domain,disposal,start_date,gender,age,ethnicity,rosh,safety_wellbeing'
const faultyRow = (at: number) => `N${at},court,referral order,31/02/2024,male,15,indian,low\u0007,low`
const faultyList = [heading, ...Array.from({ length: 3_000 }, (_, at) => faultyRow(at))].join('\n')

describe('a list of 3,000 faulty rows', () => {
  test('is not read again when shown, and the first 2,000 of its faults are listed with their number', async () => {
    const shell = shellNow()
    const uploadId = await receive(faultyList)
    // Only a list that is read again would notice.
    await sql`update case_list_upload set content = 'nothing'`.execute(shell.database)
    const { reading } = doneValue(await examineUpload(shell, context, uploadId))
    expect(reading.faults).toBe(6_000)
    expect(reading.problems).toHaveLength(2_000)
    expect(reading.problems.at(-1)?.place.row).toBe(1_001)
  })

  test('is shown in pages of 100 faults', async () => {
    const uploadId = await receive(faultyList)
    const examined = doneValue(await examineUpload(shellNow(), context, uploadId))
    const { fileErrors } = uploadView({ context, examined }, { page: 2, sent: null })
    expect(fileErrors?.heading).toContain('6000 errors')
    expect(fileErrors?.rows).toHaveLength(100)
    expect(fileErrors?.shown).toMatch(
      /^Errors 101 to 200 of 6000 are shown\. Only the first 2000 can be shown\./,
    )
    expect([fileErrors?.previous?.href, fileErrors?.next?.href]).toEqual([
      expect.stringContaining('?page=1'),
      expect.stringContaining('?page=3'),
    ])
  })

  test('returns the rows of the faults that are listed, and no more', async () => {
    const shell = shellNow()
    const uploadId = await receive(faultyList)
    const file = Buffer.from((await findFaultyRows(shell.database, northmoor, uploadId)) ?? []).toString()
    expect(file).toContain('31/02/2024')
    expect(file.length).toBeLessThan(5 * faultyList.length)
  })

  test('is refused as a whole, with how many faults there are', async () => {
    const uploadId = await receive(faultyList)
    const taken = await acceptCaseList(shellNow(), context, uploadId, {})
    expect(codesOf(taken)).toContain('intake.more-faults')
  })
})

describe('a list that was uploaded and not accepted', () => {
  test('is named on the page of the lists until it is accepted, with who uploaded it', async () => {
    const shell = shellNow()
    const uploadId = await receive(plainCsv(madeUpTable()))
    const waiting = async () => {
      const uploads = await listUploads(shell.database, northmoor, earliestWaiting(shell.now()))
      return caseListView(context, { versions: [], uploads }, { sent: null, personal: [] }).waiting
    }
    expect(await waiting()).toMatchObject([
      {
        href: `/inspections/${northmoor}/case-list/uploads/${uploadId}`,
        fileName: 'list.csv',
        received: expect.stringContaining(shell.actor.name),
        status: 'Ready to check',
      },
    ])
    doneValue(await acceptCaseList(shell, context, uploadId, {}))
    expect(await waiting()).toEqual([])
  })

  test('is no longer named after a day', async () => {
    const shell = shellNow()
    await receive(faultyList)
    const later = new Date(shell.now().getTime() + (waitingHours + 1) * 60 * 60 * 1000)
    expect(await listUploads(shell.database, northmoor, earliestWaiting(later))).toEqual([])
  })
})
