import { done, type Result } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { caseListDone } from '../caseListDone.ts'
import { uploadPath } from '../paths.ts'
import { saveUploadColumns } from '../upload-page/caseListUploads.queries.ts'
import { waitingList } from '../upload-page/waitingList.ts'
import { columnsForm } from './columns.form.ts'
import { columnsView } from './columnsPage.view.ts'

/** Shows the page on which a person chooses the columns of a waiting list. */
export function showColumns(editions: Editions): Route['handle'] {
  return showForm(columnsPage(editions))
}

/** Saves the columns that were chosen, then shows the list read again with them. */
export function saveColumns(editions: Editions): Route['handle'] {
  return sendForm(columnsPage(editions), {
    act: (request, shell) => saveChosen(request, shell, editions),
    next: (_, { params: { inspection = '', upload = '' } }) =>
      redirectSaying(caseListDone, 'columns', uploadPath(inspection, upload)),
  })
}

function columnsPage(editions: Editions): FormPage {
  return {
    template: 'intake/columns-page/columnsPage.njk',
    view: async (request, shell) => {
      const waiting = await waitingList(request, shell, editions)
      return waiting.ok ? done(columnsView(waiting.value)) : waiting
    },
  }
}

async function saveChosen(request: RouteRequest, shell: Shell, editions: Editions): Promise<Result<null>> {
  const waiting = await waitingList(request, shell, editions)
  if (!waiting.ok) return waiting
  const { context, examined } = waiting.value
  const { uploadId, columns: before } = examined.upload
  const inspectionId = context.inspection.id
  const after = columnsForm(request.body, examined.reading.table.headings)
  return shell.transact(async (tx) => {
    await saveUploadColumns(tx, inspectionId, uploadId, after)
    await recordAudit(tx, shell, {
      action: 'case-list.map',
      inspectionId,
      subject: uploadId,
      before,
      after,
      reason: null,
    })
    return done(null)
  })
}
