import { z } from 'zod'
import { practiceRatings } from '../../../core/fieldwork/checkEntry.ts'
import type { Operation } from '../../../platform/http/api/operation.ts'
import { inInspection } from '../../layout/api/inInspection.ts'
import { caseKeyOf } from '../case/caseKey.ts'
import { ofReadableCases } from '../case/readableCases.ts'
import { listPracticeExamples } from '../entries/practiceExamples.queries.ts'
import { ofInspection, readsCase } from './caseParts.ts'

/** The notes that are practice examples for the report. */
export const practiceOperation: Operation = {
  ...inInspection,
  ...readsCase,
  id: 'list-practice-examples',
  tag: 'Answers, notes and facts',
  path: `${ofInspection}/practice`,
  summary: 'List the examples of good and poor practice, with the changed names of the children',
  answer: z.object({
    examples: z.array(
      z.object({
        caseId: z.string(),
        keyQuestion: z.string(),
        mark: z.enum(practiceRatings),
        changedName: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
  handle: async (request, shell) => {
    const { inspectionId } = caseKeyOf(request)
    const all = await listPracticeExamples(shell.database, inspectionId)
    const examples = (await ofReadableCases(shell, inspectionId, all)).map(
      ({ practiceRating, ...example }) => ({ ...example, mark: practiceRating }),
    )
    return { kind: 'json', body: { examples } }
  },
}
