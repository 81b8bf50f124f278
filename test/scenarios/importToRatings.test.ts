/** From a file to the ratings page and the report's figures, over the real database. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { insertStep } from '../../src/app/fieldwork/steps/caseSteps.queries.ts'
import { type Editions, loadEditions } from '../../src/app/framework/editions.ts'
import { listInspections } from '../../src/app/inspections/inspections.queries.ts'
import { loadDemonstration } from '../../src/app/ratings/demonstration.ts'
import { importAnswers } from '../../src/app/ratings/import/importAnswers.ts'
import type { AnswersImport, ResultsImport } from '../../src/app/ratings/import/importRequests.ts'
import { importResults } from '../../src/app/ratings/import/importResults.ts'
import { rateStoredInspection } from '../../src/app/ratings/rateStoredInspection.ts'
import { ratingsPage } from '../../src/app/ratings/ratings-page/ratingsPage.view.ts'
import { ratedStandardPage } from '../../src/app/ratings/standard-page/ratedStandardPage.view.ts'
import { done } from '../../src/core/kernel/result.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { clonedShell, useDatabase } from '../support/database.ts'
import { codesOf, doneValue } from '../support/results.ts'

const project = join(import.meta.dirname, '../..')
const demonstration = join(project, 'demonstration')
const shellNow = useDatabase()
let editions: Editions

beforeAll(async () => {
  editions = doneValue(await loadEditions(join(project, 'editions')))
})

function fileNamed(name: string, content: string) {
  return { name, content: new TextEncoder().encode(content) }
}

/** A service of which two court cases were inspected for assessment. */
function someResults(changes: object = {}): string {
  return JSON.stringify({
    service: 'Testham Youth Justice Service',
    edition: 'yos-2021',
    fieldworkStarted: '2024-03',
    cases: { court: 2, outOfCourt: 0 },
    standards: [
      { standard: '1.1', rating: 'good' },
      {
        standard: '2.1',
        keyQuestions: [
          { keyQuestion: 'desistance', yes: 2, of: 2 },
          { keyQuestion: 'child-safety', yes: 1, of: 2 },
          { keyQuestion: 'other-people-safety', yes: 2, of: 2 },
        ],
      },
    ],
    ...changes,
  })
}

function resultsImport(content: string, changes: Partial<ResultsImport> = {}): ResultsImport {
  return {
    file: fileNamed('results.json', content),
    source: null,
    madeUp: false,
    replacement: null,
    ...changes,
  }
}

function answersImport(csv: string, changes: Partial<AnswersImport> = {}): AnswersImport {
  return {
    answers: fileNamed('answers.csv', csv),
    judgements: null,
    editionId: 'yos-2021',
    serviceName: 'Testham Youth Justice Service',
    fieldworkStarted: '2024-03-04',
    resettlementCases: null,
    madeUp: false,
    replacement: null,
    ...changes,
  }
}

const someAnswers = [
  'case_id,domain,question,answer',
  'A1,court,2.1.1,yes',
  'A1,court,2.1.1.a,yes',
  'A2,court,2.1.1,no',
  'A2,court,2.1.1.a,na',
].join('\n')

const rated = async (shell: Shell, id: string) => doneValue(await rateStoredInspection(shell, editions, id))
const auditOf = (shell: Shell, id: string) =>
  shell.database
    .selectFrom('audit_event')
    .selectAll()
    .where('inspection_id', '=', id)
    .orderBy('audit_event_id')
    .execute()

describe('the demonstration', () => {
  test('is the five published inspections, scored as published, and an invented one', async () => {
    const shell = shellNow()
    doneValue(await loadDemonstration(shell, editions, demonstration))
    const scores: Record<string, string> = {}
    for (const { id } of await listInspections(shell.database)) {
      const { score, overall } = ratingsPage(await rated(shell, id))
      scores[id] = `${score}, ${overall.text}`
    }
    expect(scores).toEqual({
      'bedfordshire-2021': '14 of 36, Requires improvement',
      'birmingham-2023-03': '11 of 36, Requires improvement',
      'dudley-2019-06': '15 of 36, Requires improvement',
      'northmoor-2024-06': '20 of 36, Good',
      'walsall-2019-06': '11 of 36, Requires improvement',
      'york-2022-12': '32 of 36, Outstanding',
    })
  })

  test('changes nothing when it is loaded again', async () => {
    const shell = shellNow()
    expect(doneValue(await loadDemonstration(shell, editions, demonstration))).toHaveLength(6)
    expect(doneValue(await loadDemonstration(shell, editions, demonstration))).toEqual([])
    expect(await auditOf(shell, 'york-2022-12')).toHaveLength(1)
  })

  test('differs nowhere from what was published', async () => {
    const shell = shellNow()
    doneValue(await loadDemonstration(shell, editions, demonstration))
    for (const { id } of await listInspections(shell.database)) {
      const codes = (await rated(shell, id)).rated.notes.map(({ code }) => code)
      expect(codes, id).not.toContain('published-differs')
    }
  })

  test('has a key question that its prompts do not explain, and a professional judgement with its reason', async () => {
    const shell = shellNow()
    doneValue(await loadDemonstration(shell, editions, demonstration))
    const northmoor = await rated(shell, 'northmoor-2024-06')
    expect(northmoor.inspection.cases).toEqual([
      { domain: 'court', inspected: 18 },
      { domain: 'out-of-court', inspected: 14 },
      { domain: 'resettlement', inspected: 3 },
    ])
    const reviewing = ratedStandardPage(northmoor, '2.4')?.keyQuestions.find(({ id }) => id === '2.4.2')
    expect(reviewing).toMatchObject({
      yesOfBase: '8 of 18',
      percent: '44%',
      judgementDiffersFromPrompts: true,
    })
    const assessment = ratedStandardPage(northmoor, '3.1')
    expect(assessment?.rating.text).toBe('Good')
    expect(assessment?.calculated?.text).toBe('Requires improvement')
    expect(assessment?.professionalReason).toMatch(/^One more sufficient case out of 14/)
  })
})

describe('an import of results', () => {
  test('is rated as it is, with what is absent named', async () => {
    const shell = shellNow()
    const saved = doneValue(await importResults(shell, editions, resultsImport(someResults())))
    expect(saved).toEqual([{ id: 'testham-2024-03', replaced: false }])
    const page = ratingsPage(await rated(shell, 'testham-2024-03'))
    expect(page.overall.text).toBe('Not rated yet')
    expect(page.score).toBe('3 of 36')
    expect(page.notes.map(({ standard }) => standard)).toContain('3.4')
  })

  test('writes who did it, when and what came of it', async () => {
    const shell = shellNow()
    doneValue(await importResults(shell, editions, resultsImport(someResults())))
    const [event] = await auditOf(shell, 'testham-2024-03')
    expect(event).toMatchObject({
      actor: 'test',
      action: 'inspection.import-results',
      before: null,
      reason: null,
    })
    expect(event?.after).toMatchObject({ inspection: { serviceName: 'Testham Youth Justice Service' } })
  })

  test('that has one fault stores nothing of the file', async () => {
    const shell = shellNow()
    const list = `[${someResults()}, ${someResults({ service: 'Otherham YJS', overall: 'splendid' })}]`
    const refused = await importResults(shell, editions, resultsImport(list))
    expect(codesOf(refused)).toEqual(['ratings.rating-not-found'])
    expect(await listInspections(shell.database)).toEqual([])
    expect(await auditOf(shell, 'testham-2024-03')).toEqual([])
  })

  test('says every fault of every inspection at once', async () => {
    const list = `[${someResults({ edition: 'yos-1999' })}, ${someResults({ fieldworkStarted: '2024-13' })}, ${someResults({ cases: { prison: 3 } })}]`
    const refused = await importResults(shellNow(), editions, resultsImport(list))
    expect(codesOf(refused)).toEqual([
      'ratings.edition-not-found',
      'inspection.date-malformed',
      'answers.domain-not-found',
    ])
  })

  test('is refused where the file names one inspection twice', async () => {
    const published = someResults({ published: '2024-06' })
    const refused = await importResults(
      shellNow(),
      editions,
      resultsImport(`[${someResults()}, ${published}]`),
    )
    expect(codesOf(refused)).toEqual(['inspection.twice-in-file'])
  })
})

describe('an inspection that is stored already', () => {
  const changed = someResults({ standards: [{ standard: '1.1', rating: 'requires-improvement' }] })

  test('is never written over unless that is said', async () => {
    const shell = shellNow()
    doneValue(await importResults(shell, editions, resultsImport(someResults())))
    expect(codesOf(await importResults(shell, editions, resultsImport(changed)))).toEqual([
      'inspection.exists',
    ])
    expect((await rated(shell, 'testham-2024-03')).rated.score).toBe(3)
    expect(await auditOf(shell, 'testham-2024-03')).toHaveLength(1)
  })

  test('is replaced with a reason, and the audit log keeps what was there before', async () => {
    const shell = shellNow()
    doneValue(await importResults(shell, editions, resultsImport(someResults())))
    const replacement = { reason: 'The panel corrected 1.1.' }
    const saved = doneValue(await importResults(shell, editions, resultsImport(changed, { replacement })))
    expect(saved).toEqual([{ id: 'testham-2024-03', replaced: true }])
    expect((await rated(shell, 'testham-2024-03')).rated.score).toBe(1)
    const [, event] = await auditOf(shell, 'testham-2024-03')
    expect(event?.reason).toBe('The panel corrected 1.1.')
    expect(event?.before).toMatchObject({
      figures: {
        judgements: [{ standard: '1.1', rating: 'good' }],
        keyQuestions: [{ id: '2.1.1', yes: 2, of: 2 }, { id: '2.1.2' }, { id: '2.1.3' }],
      },
    })
    expect(event?.after).toMatchObject({
      figures: { judgements: [{ standard: '1.1', rating: 'requires-improvement' }], keyQuestions: [] },
    })
  })

  test('keeps its id when it is replaced by its published figures', async () => {
    const shell = shellNow()
    doneValue(await importResults(shell, editions, resultsImport(someResults())))
    const published = resultsImport(someResults({ published: '2024-07' }), {
      replacement: { reason: 'Published.' },
    })
    expect(doneValue(await importResults(shell, editions, published))).toEqual([
      { id: 'testham-2024-03', replaced: true },
    ])
    expect((await rated(shell, 'testham-2024-03')).inspection.published).toBe('2024-07')
  })

  test('is not replaced once someone has handed a case in', async () => {
    const shell = shellNow()
    doneValue(await importAnswers(shell, editions, answersImport(someAnswers)))
    const replacement = { reason: 'A corrected file.' }
    const corrected = answersImport(someAnswers.replace('2.1.1,no', '2.1.1,yes'), { replacement })
    doneValue(await importAnswers(shell, editions, corrected))
    const key = { inspectionId: 'testham-2024-03', caseId: 'A1' }
    const author = { name: 'Ann Ames', personId: null }
    const step = { step: 'hand-in', progress: { status: 'ready', round: 1 }, comment: null } as const
    await shell.transact(async (tx) =>
      done(await insertStep(tx, key, { position: 1, ...step, author, at: '2024-03-05T10:00:00Z' })),
    )
    expect(codesOf(await importAnswers(shell, editions, corrected))).toEqual(['inspection.fieldwork-begun'])
  })

  test('stays with its edition', async () => {
    const shell = shellNow()
    doneValue(await importResults(shell, editions, resultsImport(someResults())))
    const other = resultsImport(
      someResults({ edition: 'yos-2018', standards: [{ standard: '1.1', rating: 'good' }] }),
      { replacement: { reason: 'A mistake.' } },
    )
    expect(codesOf(await importResults(shell, editions, other))).toEqual(['inspection.edition-pinned'])
  })
})

test('of two imports of the same inspection at one moment, the second is refused', async () => {
  const { shell, remove } = await clonedShell()
  const both = [1, 2].map(() => importResults(shell, editions, resultsImport(someResults())))
  const results = await Promise.all(both)
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.flatMap(codesOf)).toEqual(['inspection.exists'])
  expect(await auditOf(shell, 'testham-2024-03')).toHaveLength(1)
  await remove()
})

describe('an import of answers', () => {
  test('is counted from the answers whenever it is shown', async () => {
    const shell = shellNow()
    doneValue(await importAnswers(shell, editions, answersImport(someAnswers)))
    const page = ratedStandardPage(await rated(shell, 'testham-2024-03'), '2.1')
    expect(page?.keyQuestions[0]).toMatchObject({
      id: '2.1.1',
      yesOfBase: '1 of 2',
      percent: '50%',
      prompts: [{ letter: 'a', yes: '1', no: '0', na: '1', base: '2', percent: '50%' }],
    })
  })

  test('says every fault with its file, row and field, and stores nothing', async () => {
    const shell = shellNow()
    const bad = `${someAnswers}\nA2,court,2.1.1,yes\nA3,out-of-court,3.1.1,maybe\nA1,prison,2.1.2,yes`
    const refused = await importAnswers(shell, editions, answersImport(bad, { fieldworkStarted: '2024' }))
    const places = refused.ok ? [] : refused.problems.map(({ code, place }) => [code, place])
    expect(places).toEqual([
      ['answers.answered-twice', { file: 'answers.csv', row: 6, field: 'question' }],
      ['answers.answer-not-allowed', { file: 'answers.csv', row: 7, field: 'answer' }],
      ['answers.domain-not-found', { file: 'answers.csv', row: 8, field: 'domain' }],
      ['inspection.date-malformed', { field: 'fieldwork' }],
    ])
    expect(await listInspections(shell.database)).toEqual([])
  })

  test('replaces results, whose figures are then gone from it but not from the audit log', async () => {
    const shell = shellNow()
    doneValue(await importResults(shell, editions, resultsImport(someResults())))
    const replacement = { reason: 'The answers have arrived.' }
    doneValue(await importAnswers(shell, editions, answersImport(someAnswers, { replacement })))
    const { inspection, rated: ratings } = await rated(shell, 'testham-2024-03')
    expect(inspection.cases).toEqual([{ domain: 'court', inspected: 2 }])
    const keyQuestions = ratings.standards.flatMap((standard) => standard.keyQuestions)
    expect(keyQuestions.map(({ id, of }) => [id, of])).toEqual([['2.1.1', 2]])
    const [, event] = await auditOf(shell, 'testham-2024-03')
    expect(event?.before).toMatchObject({ cases: [] })
    expect(event?.after).toMatchObject({
      cases: [
        { caseId: 'A1', domain: 'court', answers: { '2.1.1': 'yes', '2.1.1.a': 'yes' } },
        { caseId: 'A2' },
      ],
    })
  })

  test('refuses a date, an edition and a file that cannot be used, all at once', async () => {
    const refused = await importAnswers(
      shellNow(),
      editions,
      answersImport('case_id,question\nA1,2.1.1', { editionId: 'yos-1999', fieldworkStarted: '2024-02-30' }),
    )
    expect(codesOf(refused)).toEqual([
      'ratings.edition-not-found',
      'table.column-missing',
      'table.column-missing',
      'inspection.date-malformed',
    ])
  })

  test('takes a file of the size of the largest inspection', async () => {
    const shell = shellNow()
    const csv = readFileSync(join(demonstration, 'made-up-answers.csv'), 'utf8')
    const [header = '', ...rows] = csv.trim().split('\n')
    const copies = [...Array(7).keys()].flatMap((copy) => rows.map((row) => `${copy}-${row}`))
    doneValue(await importAnswers(shell, editions, answersImport([header, ...copies].join('\n'))))
    const { inspection } = await rated(shell, 'testham-2024-03')
    expect(inspection.cases.map(({ inspected }) => inspected)).toEqual([126, 98])
  })
})

test('an inspection that is not there is refused', async () => {
  expect(codesOf(await rateStoredInspection(shellNow(), editions, 'nowhere-2024-01'))).toEqual([
    'inspection.not-found',
  ])
})
