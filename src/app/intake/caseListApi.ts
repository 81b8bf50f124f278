/** `POST /api/v1/inspections/:inspection/case-lists`: a list in one step, for programs. */
import { catalogue } from '../../core/kernel/catalogue.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import type { Reply, Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { caseListContext } from './caseListContext.ts'
import { caseListForm } from './caseListForm.ts'
import { addCaseList } from './takeCaseList.ts'
import { typedReasons } from './uploadPage.view.ts'

/**
 * Takes the file of the multipart field `file`; `leaveOut-0`, `leaveOut-1` … name columns to leave out,
 * `keyData-DOMAIN` totals, `reason-WARNING` the reasons. 201 with the version, or every problem (RFC 9457).
 */
export function postCaseList(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const { inspection = '' } = request.params
    const context = await caseListContext(shell, editions, inspection)
    if (!context.ok) return problemReply(context.problems)
    const form = caseListForm(request, context.value)
    if (!form.ok) return problemReply(form.problems)
    const taken = await addCaseList(shell, context.value, form.value, typedReasons(request.body))
    if (!taken.ok) return problemReply(taken.problems)
    const { version, cases, fileSha256, leftOut, warnings } = taken.value
    return { kind: 'json', status: 201, body: { version, cases, fileSha256, leftOut, warnings } }
  }
}

function problemReply(problems: readonly Problem[]): Reply {
  const [first] = problems
  const status = first === undefined ? 500 : catalogue[first.code].status
  return {
    kind: 'json',
    status,
    body: { type: 'about:blank', title: first?.text, status, code: first?.code, problems },
  }
}
