import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition, type InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { caseListDone } from '../caseListDone.ts'
import { pageNumber } from '../caseListFaults.view.ts'
import { caseListPath, versionPath } from '../paths.ts'
import { takeCaseList } from '../takeCaseList.ts'
import { removeUpload } from './caseListUploads.queries.ts'
import { type ExaminedUpload, examineUpload } from './examineUpload.ts'
import { type AskedUpload, typedReasons, uploadPage } from './uploadPage.view.ts'

export type WaitingList = { readonly context: InspectionWithEdition; readonly examined: ExaminedUpload }

/** The waiting list that the address names, read anew. */
export async function waitingList(
  { params }: RouteRequest,
  shell: Shell,
  editions: Editions,
): Promise<Result<WaitingList>> {
  const { inspection = '', upload = '' } = params
  const context = await findWithEdition(shell.database, editions, inspection)
  if (!context.ok) return context
  const examined = await examineUpload(shell, context.value, upload)
  return examined.ok ? done({ context: context.value, examined: examined.value }) : examined
}

/** What is wrong with a waiting list, or what it holds and what has to be said before it is taken. */
export function showUpload(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const waiting = await waitingList(request, shell, editions)
    const { page: asked, done: name } = request.query
    return waiting.ok
      ? page(waiting.value, { body: {}, page: pageNumber(asked) }, [], caseListDone(name))
      : { kind: 'refused', problems: waiting.problems }
  }
}

/** Takes the list as the next version; where a reason is missing, the page again. */
export function takeUpload(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const waiting = await waitingList(request, shell, editions)
    if (!waiting.ok) return { kind: 'refused', problems: waiting.problems }
    const { context, examined } = waiting.value
    const taken = await takeCaseList(shell, context, examined.upload.uploadId, typedReasons(request.body))
    if (!taken.ok) return page(waiting.value, { body: request.body, page: 1 }, taken.problems)
    return { kind: 'redirect', to: `${versionPath(context.inspection.id, taken.value.version)}?done=taken` }
  }
}

/** Removes a waiting list; whatever was taken before stays. */
export function giveUpUpload(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', upload = '' } }, shell) => {
    const context = await findWithEdition(shell.database, editions, inspection)
    if (!context.ok) return { kind: 'refused', problems: context.problems }
    const { id } = context.value.inspection
    const isId = /^[\da-f-]{36}$/.test(upload)
    if (isId) await removeWaiting(shell, id, upload)
    return { kind: 'redirect', to: `${caseListPath(id)}?done=removed` }
  }
}

function removeWaiting(shell: Shell, inspectionId: string, upload: string): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    await removeUpload(tx, inspectionId, upload)
    await recordAudit(tx, shell, {
      action: 'case-list.give-up',
      inspectionId,
      subject: upload,
      before: null,
      after: null,
      reason: null,
    })
    return done(null)
  })
}

function page(
  { context, examined }: WaitingList,
  asked: AskedUpload,
  refusals: readonly Problem[],
  done: string | null = null,
): Reply {
  const problems = examined.reading.problems.length > 0 ? examined.reading.problems : refusals
  return {
    kind: 'page',
    template: 'intake/upload-page/uploadPage.njk',
    model: { ...uploadPage(context, examined, asked, refusals), done },
    status: statusOf(problems),
    problems,
  }
}
