/**
 * Rating compared with DuckDB on a national set, and one inspection re-rated.
 * Prints what is measured, the times and the ratio; fails if the two have different figures.
 */
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { loadEditions } from '../src/app/framework/editions.ts'
import type { Edition } from '../src/core/framework/edition.ts'
import { allStandards } from '../src/core/framework/findInEdition.ts'
import { type AnswerColumns, countColumns } from '../src/core/ratings/answerColumns.ts'
import { columnsOfAnswers } from '../src/core/ratings/countAnswers.ts'
import { figuresFromAnswers } from '../src/core/ratings/figuresFromAnswers.ts'
import type { Judgement } from '../src/core/ratings/inspectionFigures.ts'
import type { RatedInspection } from '../src/core/ratings/ratedInspection.ts'
import { rateInspection } from '../src/core/ratings/rateInspection.ts'
import { pointsOf } from '../src/core/ratings/scale.ts'
import { doneValue } from '../test/support/results.ts'
import { duckDbLines, loadedDuckDb, rateInDuckDb } from './duckdbRatings.ts'
import { medianMs, mediansMs } from './measure.ts'
import { casesOfService, madeUpAnswers, services } from './nationalSet.ts'

const editionId = 'yos-2021'
const runs = 31

const edition = await theEdition()
const judgements = evidenceJudgements(edition)
await nationalSet()
await oneInspection()

async function nationalSet(): Promise<void> {
  const all = Array.from({ length: services }, (_, seed) =>
    doneValue(columnsOfAnswers(edition, madeUpAnswers(edition, casesOfService, seed + 1))),
  )
  const answers = all.reduce((sum, { questions }) => sum + questions.length, 0)
  const duckDb = await loadedDuckDb(edition, all)
  const judgedPoints = sumOfPoints()
  await rateInDuckDb(duckDb, edition, judgedPoints)
  assert.deepEqual(ourLines(all), await duckDbLines(duckDb))
  const [ours = Number.NaN, theirs = Number.NaN] = await mediansMs(runs, [
    () => all.map(rateColumns),
    () => rateInDuckDb(duckDb, edition, judgedPoints),
  ])
  duckDb.closeSync()
  console.log(
    `National set: ${answers} answers, ${services} services, edition ${editionId}, one thread, in memory.`,
  )
  console.log(
    'Both hold the answers as small integers and give the same counts, per cents, scores and overall ratings (checked).',
  )
  console.log(
    'Assay also returns bands, distances, notes and the rules applied; DuckDB keeps its results to itself.',
  )
  console.log(`  Assay   ${ours.toFixed(1)} ms (median of ${runs})`)
  console.log(`  DuckDB  ${theirs.toFixed(1)} ms (median of ${runs})`)
  console.log(`  ratio   ${(ours / theirs).toFixed(2)} (aim 0.50 or less)`)
}

async function oneInspection(): Promise<void> {
  const rows = madeUpAnswers(edition, 80, 1)
  const columns = doneValue(columnsOfAnswers(edition, rows))
  const fromRows = await medianMs(200, () => {
    const figures = doneValue(figuresFromAnswers(edition, rows, { judgements: [], unrated: [] }))
    return rateInspection(edition, { ...figures, judgements })
  })
  const fromColumns = await medianMs(200, () => rateColumns(columns))
  console.log(`One inspection: 80 cases, ${rows.length} answers.`)
  console.log(
    `  checked, counted and rated from its rows   ${fromRows.toFixed(2)} ms (median of 200, aim about 1 ms)`,
  )
  console.log(`  counted and rated from checked columns     ${fromColumns.toFixed(2)} ms (median of 200)`)
}

async function theEdition(): Promise<Edition> {
  const folder = fileURLToPath(new URL('../editions', import.meta.url))
  const found = doneValue(await loadEditions(folder)).get(editionId)
  assert.ok(found, `edition ${editionId} is not there`)
  return found
}

/** The standards from evidence, all in the second rating of the scale. */
function evidenceJudgements({ scale }: Edition): Judgement[] {
  const rating = scale[1]?.rating
  assert.ok(rating)
  return allStandards(edition)
    .filter(({ judgedFrom }) => judgedFrom === 'evidence')
    .map(({ id }) => ({ standard: id, rating, reason: null }))
}

function sumOfPoints(): number {
  return judgements
    .filter(({ standard }) => edition.rules.scoredStandards.includes(standard))
    .reduce((sum, { rating }) => sum + pointsOf(edition, rating), 0)
}

function rateColumns(columns: AnswerColumns): RatedInspection {
  const { keyQuestions, prompts } = countColumns(edition, columns)
  const nothing = { professionalJudgements: [], unrated: [], published: null }
  return doneValue(rateInspection(edition, { keyQuestions, prompts, judgements, ...nothing }))
}

function ourLines(all: readonly AnswerColumns[]): string[] {
  const rated = all.map(rateColumns)
  const figures = rated.flatMap(({ standards }, service) =>
    standards
      .flatMap(({ keyQuestions, prompts }) => [...keyQuestions, ...prompts])
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, yes, no, na, percentYes }) => `${service} ${id} ${yes} ${no} ${na} ${percentYes}`),
  )
  return [...figures, ...rated.map(({ score, overall }, service) => `${service} ${score} ${overall}`)]
}
