import { done, type Result } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { acceptCaseList } from '../acceptCaseList.ts'
import { caseListDone } from '../caseListDone.ts'
import { pageNumber } from '../caseListErrors.view.ts'
import { caseListPath, versionPath } from '../paths.ts'
import { removeUpload } from './caseListUploads.queries.ts'
import { typedReasons, uploadView } from './uploadPage.view.ts'
import { waitingList } from './waitingList.ts'

/** Shows what is wrong with a waiting list, or what is in it and what to confirm before it is accepted. */
export function showUpload(editions: Editions): Route['handle'] {
  return showForm(uploadPage(editions))
}

/** Accepts the list as the next version; if a reason is missing, shows the page again. */
export function acceptUpload(editions: Editions): Route['handle'] {
  return sendForm(uploadPage(editions), {
    act: async ({ params: { inspection = '', upload = '' }, body }, shell) => {
      const context = await findWithEdition(shell.database, editions, inspection)
      return context.ok ? acceptCaseList(shell, context.value, upload, typedReasons(body)) : context
    },
    next: ({ version }, { params: { inspection = '' } }) =>
      redirectSaying(caseListDone, 'accepted', versionPath(inspection, version)),
  })
}

/** Removes a waiting list; versions that were accepted before stay. */
export function removeWaitingList(editions: Editions): Route['handle'] {
  return sendForm(uploadPage(editions), {
    act: async ({ params: { inspection = '', upload = '' } }, shell) => {
      const context = await findWithEdition(shell.database, editions, inspection)
      return context.ok ? remove(shell, inspection, upload) : context
    },
    next: (_, { params: { inspection = '' } }) =>
      redirectSaying(caseListDone, 'removed', caseListPath(inspection)),
  })
}

async function remove(shell: Shell, inspectionId: string, upload: string): Promise<Result<null>> {
  if (!/^[\da-f-]{36}$/.test(upload)) return done(null)
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

function uploadPage(editions: Editions): FormPage {
  return {
    template: 'intake/upload-page/uploadPage.njk',
    done: caseListDone,
    view: async (request, shell, sent) => {
      const waiting = await waitingList(request, shell, editions)
      if (!waiting.ok) return waiting
      return done(uploadView(waiting.value, { page: pageNumber(request.query['page']), sent }))
    },
  }
}
