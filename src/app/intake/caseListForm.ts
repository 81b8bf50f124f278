/** What is uploaded with the form of a case list: the file, the columns to leave out, the totals of the key data. */
import type { Problem } from '../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../core/kernel/result.ts'
import type { RouteRequest } from '../../platform/http/route.ts'
import type { InspectionWithEdition } from '../framework/inspectionEdition.ts'
import { problem } from './problems.ts'
import type { SentCaseList } from './upload-page/receiveCaseList.ts'

type SentForm = Pick<RouteRequest, 'body' | 'files'>

/** Returns the kinds of cases that an edition inspects, with their titles. */
export function caseKinds({
  edition,
}: InspectionWithEdition): readonly { readonly code: string; readonly title: string }[] {
  return edition.domains.flatMap(({ cases, title }) => (cases === null ? [] : [{ code: cases, title }]))
}

/** Returns the list that was uploaded, or a problem for each field that is missing or cannot be used. */
export function caseListForm(
  { body, files }: SentForm,
  context: InspectionWithEdition,
): Result<SentCaseList> {
  const file = files.find(({ field }) => field === 'file')
  const kinds = caseKinds(context).map(({ code }) => ({ code, value: body[`keyData-${code}`]?.trim() ?? '' }))
  const problems: readonly Problem[] = [
    ...(file === undefined ? [problem('intake.file-missing', {}, { field: 'file' })] : []),
    ...kinds
      .filter(({ value }) => !/^\d{0,6}$/.test(value))
      .map(({ code, value }) =>
        problem('intake.key-data-not-whole', { value }, { field: `keyData-${code}` }),
      ),
  ]
  return unlessProblems(problems, () => {
    const entered = kinds.filter(({ value }) => value !== '')
    return {
      fileName: file?.name ?? '',
      content: file?.content ?? new Uint8Array(),
      leaveOut: headingsOf(body, /^leaveOut-\d+$/),
      places: headingsOf(body, /^places-\d+$/),
      keyData:
        entered.length === 0
          ? null
          : Object.fromEntries(entered.map(({ code, value }) => [code, Number(value)])),
    }
  })
}

/** Each box that is ticked is a field of its own, `leaveOut-0` or `places-0`, whose value is the heading. */
function headingsOf(body: Readonly<Record<string, string>>, field: RegExp): readonly string[] {
  return Object.entries(body).flatMap(([name, heading]) => (field.test(name) ? [heading] : []))
}
