import { done, type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { lengthProblems } from '../../../core/kernel/textLimits.ts'
import { both } from './importedInspection.ts'
import { isMadeUp, replacementOf, requiredFile, type SentForm } from './importForm.ts'
import type { ResultsImport } from './importRequests.ts'

/** Returns what the form asks to import. Refuses every field that is empty or cannot be used. */
export function importResultsForm(sent: SentForm): Result<ResultsImport> {
  const { source = '' } = sent.body
  const named = unlessProblems(lengthProblems(source, 'reason', { field: 'source' }), () => source.trim())
  const read = both(both(requiredFile(sent, 'file', 'results'), replacementOf(sent)), named)
  if (!read.ok) return read
  const [[file, replacement], text] = read.value
  return done({ file, source: text || null, madeUp: isMadeUp(sent), replacement })
}
