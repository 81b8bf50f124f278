import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { caseListPath, columnsPath, uploadPath } from '../paths.ts'
import type { WaitingList } from '../upload-page/waitingList.ts'

/** Returns each field of a case list with the column that was chosen or recognised for it, and the columns to choose from. */
export function columnsView({ context, examined: { upload, reading } }: WaitingList) {
  const { table, columns } = reading
  const { id, serviceName } = context.inspection
  return {
    serviceName,
    inspectionHref: inspectionPath(id),
    listHref: caseListPath(id),
    uploadHref: uploadPath(id, upload.uploadId),
    action: columnsPath(id, upload.uploadId),
    fields: caseListFields.map((field) => {
      const { title, note, needed } = fieldDescriptions[field]
      const chosen = table.headings[columns.places.get(field) ?? -1] ?? upload.columns[field] ?? ''
      return { name: field, label: needed ? title : `${title} (optional)`, note, chosen }
    }),
    headings: [...new Set(table.headings.filter((heading) => heading !== ''))],
  }
}
