import { done } from '../../../core/kernel/result.ts'
import type { Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { caseListDone } from '../caseListDone.ts'
import { caseListForm } from '../caseListForm.ts'
import { listVersions } from '../caseLists.queries.ts'
import { uploadPath } from '../paths.ts'
import type { PersonalColumns } from '../reading/readList.ts'
import { listUploads } from '../upload-page/caseListUploads.queries.ts'
import { earliestWaiting } from '../upload-page/examineUpload.ts'
import { type Received, receiveCaseList } from '../upload-page/receiveCaseList.ts'
import { caseListView } from './caseListPage.view.ts'

/** Shows the versions of a case list, and the form that uploads a new one. */
export function showCaseList(editions: Editions): Route['handle'] {
  return showForm(caseListPage(editions, []))
}

/** Receives a list and leads to what is in it; if none of it may be stored, shows the form again with every reason. */
export function sendCaseList(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const { outcome, reading } = await receive(request, shell, editions)
    const send = sendForm(caseListPage(editions, reading?.personal ?? []), {
      act: async () => outcome,
      next: ({ uploadId }, { params: { inspection = '' } }) => ({
        kind: 'redirect',
        to: uploadPath(inspection, uploadId),
      }),
    })
    return send(request, shell)
  }
}

async function receive(request: RouteRequest, shell: Shell, editions: Editions): Promise<Received> {
  const { inspection = '' } = request.params
  const context = await findWithEdition(shell.database, editions, inspection)
  if (!context.ok) return { outcome: context, reading: null }
  const form = caseListForm(request, context.value)
  return form.ok ? receiveCaseList(shell, context.value, form.value) : { outcome: form, reading: null }
}

/** The page, with the columns for which the list that was sent was refused. */
function caseListPage(editions: Editions, personal: PersonalColumns): FormPage {
  return {
    template: 'intake/case-list-page/caseListPage.njk',
    done: caseListDone,
    view: async ({ params: { inspection = '' } }, { database, now }, sent) => {
      const context = await findWithEdition(database, editions, inspection)
      if (!context.ok) return context
      const versions = await listVersions(database, inspection)
      const uploads = await listUploads(database, inspection, earliestWaiting(now()))
      return done(caseListView(context.value, { versions, uploads }, { sent, personal }))
    },
  }
}
