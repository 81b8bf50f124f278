import type { Reply, Route } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition, type InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { caseListDone } from '../caseListDone.ts'
import { caseListForm } from '../caseListForm.ts'
import { listVersions } from '../caseLists.queries.ts'
import { uploadPath } from '../paths.ts'
import { listUploads } from '../upload-page/caseListUploads.queries.ts'
import { earliestWaiting } from '../upload-page/examineUpload.ts'
import { receiveCaseList } from '../upload-page/receiveCaseList.ts'
import { caseListPage, type SentBefore } from './caseListPage.view.ts'

/** The versions of a list, and the form that sends a new one. */
export function showCaseList(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' }, query: { done } }, shell) => {
    const context = await findWithEdition(shell.database, editions, inspection)
    if (!context.ok) return { kind: 'refused', problems: context.problems }
    return page(shell, context.value, { body: {}, problems: [], reading: null }, caseListDone(done))
  }
}

/** Receives a list, then shows what is in it; where nothing of it may be kept, the form again with every reason. */
export function sendCaseList(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const { inspection = '' } = request.params
    const context = await findWithEdition(shell.database, editions, inspection)
    if (!context.ok) return { kind: 'refused', problems: context.problems }
    const form = caseListForm(request, context.value)
    const { outcome, reading } = form.ok
      ? await receiveCaseList(shell, context.value, form.value)
      : { outcome: form, reading: null }
    return outcome.ok
      ? { kind: 'redirect', to: uploadPath(context.value.inspection.id, outcome.value.uploadId) }
      : page(shell, context.value, { body: request.body, problems: outcome.problems, reading })
  }
}

async function page(
  shell: Shell,
  context: InspectionWithEdition,
  sent: SentBefore,
  done: string | null = null,
): Promise<Reply> {
  const { id } = context.inspection
  const versions = await listVersions(shell.database, id)
  const uploads = await listUploads(shell.database, id, earliestWaiting(shell.now()))
  return {
    kind: 'page',
    template: 'intake/case-list-page/caseListPage.njk',
    model: { ...caseListPage(context, { versions, uploads }, sent), done },
    status: statusOf(sent.problems),
    problems: sent.problems,
  }
}
