/** Operations of the API: what an inspection is rated from, and its ratings. */
import { z } from 'zod'
import { answers } from '../../core/framework/answers.ts'
import { ratingNoteCodes } from '../../core/ratings/ratedInspection.ts'
import { answered, type Operation } from '../../platform/http/api/operation.ts'
import { pageOf, pageParameters, pageSchema } from '../../platform/http/api/paging.ts'
import { downloadName } from '../../platform/http/downloadName.ts'
import type { RouteRequest } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { inInspection } from '../layout/api/inInspection.ts'
import { answersCsv, exportAnswers, exportAnswersOfAll, judgementPart } from './answers/answersExport.ts'
import { ratedInspectionJson } from './ratedInspectionJson.ts'
import { rateStoredInspection } from './rateStoredInspection.ts'

const ofInspection = '/api/v1/inspections/{inspection}'
const common = { ...inInspection, tag: 'Answers and ratings', method: 'GET', audit: 'reads' } as const
const exports = {
  ...common,
  permission: 'case.read',
  problems: ['ratings.no-answers-to-export'],
} as const

/** Returns the operations of answers and ratings. */
export function ratingsOperations(editions: Editions): readonly Operation[] {
  return [answersOperation, answersFileOperation, judgementsOperation, ratingsOperation(editions)]
}

function inspectionOf({ params: { inspection = '' } }: RouteRequest): string {
  return inspection
}

const exportsAnswers = {
  ...exports,
  problems: [...exports.problems, 'ratings.answers-in-conflict'],
} as const

const answersOperation: Operation = {
  ...exportsAnswers,
  id: 'list-answers',
  path: `${ofInspection}/answers`,
  summary: 'List the answers of all cases, by case and question',
  parameters: [...common.parameters, ...pageParameters],
  answer: pageSchema.extend({
    answers: z.array(
      z.object({ caseId: z.string(), domain: z.string(), question: z.string(), answer: z.enum(answers) }),
    ),
  }),
  handle: async (request, shell) =>
    answered(await exportAnswersOfAll(shell, inspectionOf(request)), (exported) => {
      const { items, ...page } = pageOf(exported.answers, request)
      return { ...page, answers: items }
    }),
}

const answersFileOperation: Operation = {
  ...exportsAnswers,
  id: 'read-answers-file',
  path: `${ofInspection}/answers.csv`,
  summary: 'Read the answers of all cases as a CSV file that can be rated again',
  answer: z.string(),
  answerType: 'text/csv',
  handle: async ({ params: { inspection = '' } }, shell) => {
    const exported = await exportAnswersOfAll(shell, inspection)
    if (!exported.ok) return { kind: 'refused', problems: exported.problems }
    const body = answersCsv(exported.value.answers)
    return {
      kind: 'file',
      name: downloadName([inspection, 'answers'], 'csv'),
      type: 'text/csv; charset=utf-8',
      body,
    }
  },
}

const judgementsOperation: Operation = {
  ...exports,
  id: 'read-judgements',
  path: `${ofInspection}/judgements`,
  summary: 'Read the judgements from evidence, professional judgements and standards declared unrated',
  answer: z.array(
    z.object({
      standard: z.string(),
      rating: z.string().nullable().optional(),
      reason: z.string().optional(),
      unrated: z.object({ reason: z.string().nullable() }).optional(),
    }),
  ),
  handle: async ({ params: { inspection = '' } }, shell) =>
    answered(await exportAnswers(shell, inspection), ({ judgements }) => judgements.map(judgementPart)),
}

const rating = z.string().nullable()
const count = z.int().nullable()
/** A rule that was applied, with the values it was applied to. */
const rules = z.array(z.looseObject({ rule: z.string(), edition: z.string() }))
const counted = { yes: count, no: count, na: count, unanswered: count, of: count, denominator: z.string() }

const ratedStandardSchema = z.object({
  standard: z.string(),
  calculated: rating,
  awarded: rating,
  points: count,
  decidedBy: z.string().nullable(),
  keyQuestions: z.array(
    z.object({
      id: z.string(),
      ...counted,
      percentYes: count,
      band: rating,
      yesToNextBand: count,
      yesToBandBelow: count,
      rules,
    }),
  ),
  prompts: z.array(z.object({ id: z.string(), ...counted, percentYes: count })),
  judgedFrom: z.enum(['cases', 'evidence']),
  professionalJudgement: z.object({ rating: z.string(), reason: z.string() }).nullable(),
  unratedReason: z.string().nullable(),
  rules,
})

/** As `assay rate` prints it (docs/reference/results-format.md), and how many cases are signed so far. */
const ratedSchema = z.object({
  service: z.string().nullable(),
  edition: z.string(),
  standards: z.array(ratedStandardSchema),
  score: z.int(),
  maximum: z.int(),
  overall: rating,
  limitedBy: z.string().nullable(),
  resettlement: rating,
  notes: z.array(
    z.object({ code: z.enum(ratingNoteCodes), standard: z.string().nullable(), text: z.string() }),
  ),
  overallCalculated: rating,
  rules,
  fieldworkUnderWay: z.object({ signed: z.int(), inspected: z.int() }).nullable(),
})

function ratingsOperation(editions: Editions): Operation {
  return {
    ...common,
    id: 'read-ratings',
    path: `${ofInspection}/ratings`,
    summary:
      'Read the ratings of an inspection with their working, as `assay rate` prints them. They are provisional until every case is signed, and `fieldworkUnderWay` says how many are',
    permission: 'inspection.read',
    answer: ratedSchema,
    handle: async ({ params: { inspection = '' } }, shell) =>
      answered(await rateStoredInspection(shell, editions, inspection), (stored) => ({
        ...ratedInspectionJson({
          service: stored.inspection.serviceName,
          edition: stored.edition,
          rated: stored.rated,
        }),
        fieldworkUnderWay: stored.underWay,
      })),
  }
}
