import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import type { ColumnMapping } from '../../../core/intake/recogniseColumns.ts'
import { done } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { caseListPath, uploadPath } from '../paths.ts'
import { saveUploadColumns } from '../upload-page/caseListUploads.queries.ts'
import { type WaitingList, waitingList } from '../upload-page/uploadPage.ts'

/** The page on which a person says which column of a waiting list is which. */
export function showColumns(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const waiting = await waitingList(request, shell, editions)
    if (!waiting.ok) return { kind: 'refused', problems: waiting.problems }
    return {
      kind: 'page',
      template: 'intake/columns-page/columnsPage.njk',
      model: columnsPage(waiting.value),
    }
  }
}

/** Keeps what was said, then shows the list read anew with it. */
export function saveColumns(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const waiting = await waitingList(request, shell, editions)
    if (!waiting.ok) return { kind: 'refused', problems: waiting.problems }
    const { context, examined } = waiting.value
    const { uploadId, columns: before } = examined.upload
    const inspectionId = context.inspection.id
    const after = chosenColumns(request.body, examined.reading.table.headings)
    await shell.transact(async (tx) => {
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
    return { kind: 'redirect', to: `${uploadPath(inspectionId, uploadId)}?done=columns` }
  }
}

function columnsPage({ context, examined: { upload, reading } }: WaitingList) {
  const { table, columns } = reading
  const headings = [...new Set(table.headings.filter((heading) => heading !== ''))]
  return {
    serviceName: context.inspection.serviceName,
    inspectionHref: inspectionPath(context.inspection.id),
    listHref: caseListPath(context.inspection.id),
    href: uploadPath(context.inspection.id, upload.uploadId),
    fields: caseListFields.map((field) => {
      const { title, note, needed } = fieldDescriptions[field]
      const chosen = table.headings[columns.places.get(field) ?? -1] ?? upload.columns[field] ?? ''
      return { name: field, title, note, needed, chosen }
    }),
    headings,
  }
}

/** Headings of the list by field; a field for which none was chosen is left to be recognised. */
function chosenColumns(
  body: Readonly<Record<string, string>>,
  headings: readonly string[],
): ColumnMapping['columns'] {
  return Object.fromEntries(
    caseListFields.flatMap((field) => {
      const heading = body[field]
      return heading !== undefined && headings.includes(heading) ? [[field, heading]] : []
    }),
  )
}
