import { caseListFields } from '../../../core/intake/caseListFields.ts'
import type { ColumnMapping } from '../../../core/intake/recogniseColumns.ts'
import type { FormValues } from '../../layout/form/formPage.ts'

/** Returns the chosen heading of each field; a field without one of the list's headings is left to be recognised. */
export function columnsForm(values: FormValues, headings: readonly string[]): ColumnMapping['columns'] {
  return Object.fromEntries(
    caseListFields.flatMap((field) => {
      const heading = values[field]
      return heading !== undefined && headings.includes(heading) ? [[field, heading]] : []
    }),
  )
}
