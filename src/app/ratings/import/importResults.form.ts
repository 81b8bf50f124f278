import { done, type Result } from '../../../core/kernel/result.ts'
import { both } from './importedInspection.ts'
import { isMadeUp, replacementOf, requiredFile, type SentForm } from './importForm.ts'
import type { ResultsImport } from './importResults.ts'

/** What the form asks to be imported, or every field that is not filled in. */
export function importResultsForm(sent: SentForm): Result<ResultsImport> {
  const read = both(requiredFile(sent, 'file', 'results'), replacementOf(sent))
  if (!read.ok) return read
  const [file, replacement] = read.value
  const { source = '' } = sent.body
  return done({ file, source: source.trim() || null, madeUp: isMadeUp(sent), replacement })
}
