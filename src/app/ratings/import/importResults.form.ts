import { done, type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { lengthProblems } from '../../../core/kernel/textLimits.ts'
import { both } from './importedInspection.ts'
import { isMadeUp, replacementOf, requiredFile, type SentForm } from './importForm.ts'
import type { ResultsImport } from './importRequests.ts'

/** What the form asks to be imported, or every field that is not filled in. */
export function importResultsForm(sent: SentForm): Result<ResultsImport> {
  const { source = '' } = sent.body
  const said = unlessProblems(lengthProblems(source, 'reason', { field: 'source' }), () => source.trim())
  const read = both(both(requiredFile(sent, 'file', 'results'), replacementOf(sent)), said)
  if (!read.ok) return read
  const [[file, replacement], words] = read.value
  return done({ file, source: words || null, madeUp: isMadeUp(sent), replacement })
}
