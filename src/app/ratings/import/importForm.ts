/** What both import forms share: files, the mark as made up, and a replacement with its reason. */

import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import type { RouteRequest } from '../../../platform/http/route.ts'
import { problem } from '../problems.ts'
import type { NamedFile, Replacement } from './importedInspection.ts'

export type SentForm = Pick<RouteRequest, 'body' | 'files'>

/** The file sent in `field`; `what` names it where it is missing. */
export function requiredFile({ files }: SentForm, field: string, what: string): Result<NamedFile> {
  const file = files.find((sent) => sent.field === field)
  if (file === undefined) return refuse(problem('inspection.file-not-chosen', { what }, { field }))
  return done({ name: file.name, content: file.content })
}

export function optionalFile({ files }: SentForm, field: string): NamedFile | null {
  const file = files.find((sent) => sent.field === field)
  return file === undefined ? null : { name: file.name, content: file.content }
}

/** The reason for a replacement where one was asked for; null where none was. */
export function replacementOf({ body: { replace, reason } }: SentForm): Result<Replacement | null> {
  if (replace !== 'yes') return done(null)
  const words = reason?.trim() ?? ''
  const missing = problem('inspection.replace-without-reason', {}, { field: 'reason' })
  const [fault] = textProblems(words, 'reason', missing)
  if (fault !== undefined) return refuse(fault)
  return done({ reason: words })
}

export function isMadeUp({ body: { madeUp } }: SentForm): boolean {
  return madeUp === 'yes'
}
