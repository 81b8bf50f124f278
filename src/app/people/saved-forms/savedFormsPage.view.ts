import { momentText } from '../../../core/kernel/londonTime.ts'
import { savedFormField } from '../../../platform/http/access.ts'
import { deleteSavedFormPath } from '../paths.ts'
import { fieldTitle } from './fieldTitle.ts'
import type { SavedForm } from './savedForm.ts'

/** Returns what the page of your saved forms prints. */
export function savedFormsView(forms: readonly SavedForm[]) {
  return {
    savedFormField,
    forms: forms.map(({ savedFormId, savedAt, path, fields, files }) => ({
      savedFormId,
      sent: momentText(savedAt),
      path,
      deleteHref: deleteSavedFormPath(savedFormId),
      files: files.map((file) => file.name),
      missingFiles: files.filter((file) => file.content === null).map((file) => file.name),
      fields: Object.entries(fields).map(([name, value]) => ({
        name,
        title: fieldTitle(name),
        value,
        // There is nothing to read in an empty field, or in what a form says of the version that it showed.
        isShown: value !== '' && !/^(version|was|seen)\b/.test(name),
      })),
    })),
  }
}
