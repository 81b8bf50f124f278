import { z } from 'zod'
import { practiceMarks } from '../../../core/fieldwork/checkEntry.ts'
import type { Operation } from '../../../platform/http/api/operation.ts'
import { inInspection } from '../../layout/api/inInspection.ts'
import { ofReadableCases } from '../case/readableCases.ts'
import { listPracticeExamples } from '../entries/practiceExamples.queries.ts'
import { keyOf, ofInspection, readsCase } from './caseParts.ts'

/** The notes that were marked as examples of practice, for the report. */
export const practiceOperation: Operation = {
  ...inInspection,
  ...readsCase,
  id: 'list-practice-examples',
  tag: 'What is said about a case',
  path: `${ofInspection}/practice`,
  summary: 'List the notes that are marked as examples of good or poor practice, under the changed names',
  answer: z.object({
    examples: z.array(
      z.object({
        caseId: z.string(),
        keyQuestion: z.string(),
        mark: z.enum(practiceMarks),
        changedName: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  }),
  handle: async (request, shell) => {
    const { inspectionId } = keyOf(request)
    const examples = await listPracticeExamples(shell.database, inspectionId)
    return { kind: 'json', body: { examples: await ofReadableCases(shell, inspectionId, examples) } }
  },
}
