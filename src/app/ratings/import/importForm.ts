/** What both import forms share: files, whether the figures are made up, and a replacement with its reason. */
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import type { RouteRequest } from '../../../platform/http/route.ts'
import { problem } from '../problems.ts'
import type { NamedFile, Replacement } from './importedInspection.ts'

export type SentForm = Pick<RouteRequest, 'body' | 'files'>

/** Returns the file sent in `field`. Refuses if there is none; `what` names it in the sentence. */
export function requiredFile({ files }: SentForm, field: string, what: string): Result<NamedFile> {
  const file = files.find((sent) => sent.field === field)
  if (file === undefined) return refuse(problem('inspection.file-not-chosen', { what }, { field }))
  return done({ name: file.name, content: file.content })
}

/** Returns the file sent in `field`, or null if there is none. */
export function optionalFile({ files }: SentForm, field: string): NamedFile | null {
  const file = files.find((sent) => sent.field === field)
  return file === undefined ? null : { name: file.name, content: file.content }
}

/** Returns the reason for a replacement; null if none is asked for. Refuses a replacement without a reason. */
export function replacementOf({ body: { replace, reason } }: SentForm): Result<Replacement | null> {
  if (replace !== 'yes') return done(null)
  const text = reason?.trim() ?? ''
  const missing = problem('inspection.replace-without-reason', {}, { field: 'reason' })
  const [fault] = textProblems(text, 'reason', missing)
  if (fault !== undefined) return refuse(fault)
  return done({ reason: text })
}

/** Returns whether the form says that its figures are made up. */
export function isMadeUp({ body: { madeUp } }: SentForm): boolean {
  return madeUp === 'yes'
}
