/** What the page of an inspection and the list of inspections say was done by a form of another area. */
import { doneSentence } from '../layout/form/doneSentences.ts'

export const inspectionDone = {
  announced: 'The inspection is on the register. Next, give people their roles.',
  new: 'The inspection was imported.',
  corrected: 'The correction is saved.',
  replaced: 'The inspection was replaced. The audit log keeps a copy of the former figures.',
}

export const inspectionsDone = {
  withdrawn: 'The inspection is withdrawn.',
  imported: 'The inspections were imported.',
}

/**
 * Returns what the list of inspections says, for the query of its address; null if it names nothing. `count` is how many
 * inspections a file brought.
 */
export function inspectionsDoneSentence({
  done,
  count = '',
}: Readonly<Record<string, string>>): string | null {
  const isCounted = done === 'imported' && /^[1-9]\d{0,4}$/.test(count)
  return isCounted ? `${count} inspections were imported.` : doneSentence(inspectionsDone, done)
}
