/** What an inspection is rated from, as it is stored: judgements, figures of key questions, published ratings. */
import type { Insertable } from 'kysely'
import type { InspectionFigures } from '../../core/ratings/inspectionFigures.ts'
import type { Connection, Tx } from '../../platform/database/connection.ts'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { InspectionId } from '../inspections/inspection.ts'

/** The stored figures as the rows say them, not yet checked against an edition. */
export type StoredFigures = {
  readonly keyQuestions: readonly StoredKeyQuestion[]
  readonly judgements: readonly StoredJudgement[]
  readonly publishedRatings: readonly { readonly standard: string; readonly rating: string }[]
  readonly publishedScore: number | null
  readonly publishedOverall: string | null
}

export type StoredKeyQuestion = {
  readonly id: string
  readonly percentYes: number | null
  readonly yes: number | null
  readonly of: number | null
}

export type StoredJudgement = {
  readonly standard: string
  readonly kind: string
  readonly rating: string | null
  readonly reason: string | null
}

/** Returns the stored figures of an inspection; all are empty if it has none. */
export async function loadStoredFigures(database: Connection, id: InspectionId): Promise<StoredFigures> {
  const keyQuestions = await database
    .selectFrom('key_question_figure')
    .select(['key_question_id as id', 'percent_yes as percentYes', 'yes', 'cases as of'])
    .where('inspection_id', '=', id)
    .orderBy('key_question_id')
    .execute()
  const judgements = await database
    .selectFrom('standard_judgement')
    .select(['standard_id as standard', 'kind', 'rating', 'reason'])
    .where('inspection_id', '=', id)
    .orderBy('standard_id')
    .execute()
  const publishedRatings = await database
    .selectFrom('published_rating')
    .select(['standard_id as standard', 'rating'])
    .where('inspection_id', '=', id)
    .orderBy('standard_id')
    .execute()
  const published = await database
    .selectFrom('inspection')
    .select(['published_score', 'published_overall'])
    .where('inspection_id', '=', id)
    .executeTakeFirst()
  return {
    keyQuestions,
    judgements,
    publishedRatings,
    publishedScore: published?.published_score ?? null,
    publishedOverall: published?.published_overall ?? null,
  }
}

/**
 * Replaces all figures of the inspection with `figures`. Counts are not stored: they are counted from the answers
 * whenever they are shown, so that no figure can differ from its answers.
 */
export async function replaceFigures(tx: Tx, id: InspectionId, figures: InspectionFigures): Promise<void> {
  await tx.deleteFrom('key_question_figure').where('inspection_id', '=', id).execute()
  await tx.deleteFrom('standard_judgement').where('inspection_id', '=', id).execute()
  await tx.deleteFrom('published_rating').where('inspection_id', '=', id).execute()
  const keyQuestions = keyQuestionRows(id, figures)
  if (keyQuestions.length > 0) await tx.insertInto('key_question_figure').values(keyQuestions).execute()
  const judgements = judgementRows(id, figures)
  if (judgements.length > 0) await tx.insertInto('standard_judgement').values(judgements).execute()
  await savePublished(tx, id, figures)
}

async function savePublished(tx: Tx, id: InspectionId, { published }: InspectionFigures): Promise<void> {
  await tx
    .updateTable('inspection')
    .set({ published_score: published?.score ?? null, published_overall: published?.overall ?? null })
    .where('inspection_id', '=', id)
    .execute()
  const ratings = published?.ratings ?? []
  if (ratings.length === 0) return
  await tx
    .insertInto('published_rating')
    .values(ratings.map(({ standard, rating }) => ({ inspection_id: id, standard_id: standard, rating })))
    .execute()
}

function keyQuestionRows(
  id: InspectionId,
  { keyQuestions, published }: InspectionFigures,
): Insertable<Database['key_question_figure']>[] {
  const printed = new Map(published?.percentages.map((figure) => [figure.id, figure.percentYes]))
  return keyQuestions.flatMap(
    ({ id: keyQuestion, figure }): Insertable<Database['key_question_figure']>[] => {
      const row = { inspection_id: id, key_question_id: keyQuestion }
      switch (figure.kind) {
        case 'percent':
          return [{ ...row, percent_yes: figure.percentYes, yes: null, cases: null }]
        case 'yes-of':
          return [
            { ...row, percent_yes: printed.get(keyQuestion) ?? null, yes: figure.yes, cases: figure.of },
          ]
        default:
          return []
      }
    },
  )
}

function judgementRows(id: InspectionId, figures: InspectionFigures) {
  const row = (kind: string, standard: string, rating: string | null, reason: string | null) => ({
    inspection_id: id,
    standard_id: standard,
    kind,
    rating,
    reason,
  })
  return [
    ...figures.judgements.map(({ standard, rating, reason }) => row('evidence', standard, rating, reason)),
    ...figures.professionalJudgements.map(({ standard, rating, reason }) =>
      row('professional', standard, rating, reason),
    ),
    ...figures.unrated.map(({ standard, reason }) => row('unrated', standard, null, reason)),
  ]
}
