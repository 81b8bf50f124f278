import { z } from 'zod'
import { warningCodes } from '../../core/intake/caseListWarnings.ts'
import type { Operation } from '../../platform/http/api/operation.ts'
import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { findWithEdition } from '../framework/inspectionEdition.ts'
import { inInspection } from '../layout/api/inInspection.ts'
import { addCaseList } from './acceptCaseList.ts'
import { caseListForm } from './caseListForm.ts'
import { caseListUpload } from './reading/caseListLimits.ts'
import { typedReasons } from './upload-page/uploadPage.view.ts'

const formSchema = z
  .looseObject({ file: z.string().meta({ contentMediaType: 'application/octet-stream' }) })
  .describe(
    '`leaveOut-0`, `leaveOut-1` … are the headings of columns to leave out, `places-0` … of columns with places, `keyData-DOMAIN` the numbers of cases in the key data, and `reason-WARNING` the reasons for warnings.',
  )

const header = 'case_id,domain,disposal,start_date,sex,age,ethnicity,rosh,safety_wellbeing'

/** Returns the operation that accepts a case list in one step, or refuses it with every problem at once. */
export function caseListOperation(editions: Editions): Operation {
  return {
    ...inInspection,
    id: 'add-case-list',
    tag: 'Case list',
    method: 'POST',
    path: '/api/v1/inspections/{inspection}/case-lists',
    summary:
      'Add a case list in one step: it becomes the next version, or the answer lists everything that is wrong',
    permission: 'case-list.write',
    audit: 'case-list.take',
    body: {
      schema: formSchema,
      type: 'multipart/form-data',
      example: { file: `${header}\nA1,court,YRO,2024-02-01,male,16,W1,high,low\n` },
      upload: caseListUpload,
    },
    answer: z.object({
      version: z.int(),
      cases: z.int(),
      fileSha256: z.string(),
      leftOut: z.array(z.string()),
      warnings: z.array(
        z.object({
          code: z.enum(warningCodes),
          domain: z.string().nullable(),
          text: z.string(),
          reason: z.string(),
        }),
      ),
    }),
    done: 201,
    problems: [
      'intake.file-missing',
      'intake.file-type-not-taken',
      'intake.file-too-large',
      'intake.list-unchanged',
      'intake.warning-not-confirmed',
    ],
    handle: postCaseList(editions),
  }
}

function postCaseList(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const { inspection = '' } = request.params
    const context = await findWithEdition(shell.database, editions, inspection)
    if (!context.ok) return { kind: 'refused', problems: context.problems }
    const form = caseListForm(request, context.value)
    if (!form.ok) return { kind: 'refused', problems: form.problems }
    const taken = await addCaseList(shell, context.value, form.value, typedReasons(request.body))
    if (!taken.ok) return { kind: 'refused', problems: taken.problems }
    const { version, cases, fileSha256, leftOut, warnings } = taken.value
    return { kind: 'json', status: 201, body: { version, cases, fileSha256, leftOut, warnings } }
  }
}
