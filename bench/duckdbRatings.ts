/** The same rating in DuckDB: counts, whole per cents, bands, lowest key question, score and overall rating in SQL. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Edition } from '../src/core/framework/edition.ts'
import type { AnswerColumns } from '../src/core/ratings/answerColumns.ts'
import { questionsOf } from '../src/core/ratings/questionIndex.ts'
import { pointsOf } from '../src/core/ratings/scale.ts'

/** A database in memory, on one thread, with the answers loaded in the order in which we hold them. */
export async function loadedDuckDb(
  edition: Edition,
  all: readonly AnswerColumns[],
): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run('CREATE TABLE answers (service SMALLINT, question SMALLINT, answer TINYINT)')
  await connection.run(
    'CREATE TABLE questions (question SMALLINT, id VARCHAR, standard VARCHAR, banded BOOLEAN, keeps_na BOOLEAN)',
  )
  await loadAnswers(connection, all)
  await loadQuestions(connection, edition)
  return connection
}

async function loadAnswers(connection: DuckDBConnection, all: readonly AnswerColumns[]): Promise<void> {
  const appender = await connection.createAppender('answers')
  all.forEach(({ questions, answers }, service) => {
    questions.forEach((question, at) => {
      appender.appendSmallInt(service)
      appender.appendSmallInt(question)
      appender.appendTinyInt(answers[at] ?? 0)
      appender.endRow()
    })
  })
  appender.closeSync()
}

async function loadQuestions(connection: DuckDBConnection, edition: Edition): Promise<void> {
  const appender = await connection.createAppender('questions')
  for (const { place, question, standard, kind } of questionsOf(edition)) {
    appender.appendSmallInt(place)
    appender.appendVarchar(question.id)
    appender.appendVarchar(standard.id)
    appender.appendBoolean(kind === 'key-question')
    appender.appendBoolean(question.denominator === 'all-inspected-cases')
    appender.endRow()
  }
  appender.closeSync()
}

/** Rates every service; the results stay in DuckDB, so that handing them over costs it nothing. */
export async function rateInDuckDb(
  connection: DuckDBConnection,
  edition: Edition,
  judgedPoints: number,
): Promise<void> {
  const points = edition.rules.bands.map(
    ({ to, rating }) => `WHEN percent <= ${to} THEN ${pointsOf(edition, rating)}`,
  )
  const overall = edition.rules.overall
    .flatMap(({ bands }) => bands)
    .map(({ to, rating }) => `WHEN score <= ${to} THEN '${rating}'`)
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE figures AS
    WITH counts AS (
      SELECT service, question,
        count(*) FILTER (answer = 0) AS yes, count(*) FILTER (answer = 1) AS no, count(*) FILTER (answer = 2) AS na
      FROM answers GROUP BY service, question
    ), based AS (
      SELECT *, yes + no + CASE WHEN keeps_na THEN na ELSE 0 END AS base FROM counts JOIN questions USING (question)
    )
    SELECT *, (200 * yes + base) // (2 * base) AS percent FROM based`)
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE ratings AS
    WITH standards AS (
      SELECT service, standard, min(CASE ${points.join(' ')} END) AS points
      FROM figures WHERE banded GROUP BY service, standard
    ), scores AS (
      SELECT service, sum(points) + ${judgedPoints} AS score FROM standards GROUP BY service
    )
    SELECT service, score, CASE ${overall.join(' ')} END AS overall FROM scores`)
}

/** Every figure and every rating of DuckDB's last run as lines, in the order of services and ids. */
export async function duckDbLines(connection: DuckDBConnection): Promise<string[]> {
  const figures = await connection.runAndReadAll(
    'SELECT service, id, yes, no, na, percent FROM figures ORDER BY service, question',
  )
  const ratings = await connection.runAndReadAll(
    'SELECT service, score, overall FROM ratings ORDER BY service',
  )
  return [...figures.getRowsJson(), ...ratings.getRowsJson()].map((row) => row.join(' '))
}
