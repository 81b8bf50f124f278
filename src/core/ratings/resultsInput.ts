/** An inspection's results from a file: well formed, not yet checked against an edition. */
import type { Place } from '../kernel/problem.ts'

export type ResultsInput = {
  readonly service: string
  readonly edition: string
  readonly standards: readonly StandardInput[]
  readonly unrated: readonly UnratedInput[]
  /** Score and overall rating as published; null if they were not. */
  readonly score: number | null
  readonly overall: string | null
  /** The place of this inspection in its file. */
  readonly place: Place
}

export type StandardInput = {
  readonly standard: string
  readonly rating: string | null
  readonly keyQuestions: readonly KeyQuestionInput[]
  readonly professionalJudgement: { readonly rating: string; readonly reason: string | null } | null
  readonly unrated: { readonly reason: string | null } | null
  readonly place: Place
}

export type KeyQuestionInput = {
  /** A strand's name or a full id. */
  readonly keyQuestion: string
  readonly percentYes: number | null
  readonly yes: number | null
  readonly of: number | null
  readonly place: Place
}

/** A declaration as unrated; it names a standard or a domain. */
export type UnratedInput = {
  readonly standard: string | null
  readonly domain: string | null
  readonly reason: string | null
  readonly place: Place
}

/** One line of a judgements file: on an evidence standard its rating, on a case standard a professional judgement. */
export type JudgementInput = {
  readonly standard: string
  readonly rating: string
  readonly reason: string | null
  readonly place: Place
}

export type JudgementsInput = {
  readonly judgements: readonly JudgementInput[]
  readonly unrated: readonly UnratedInput[]
}

/**
 * Returns the place of a part of something: the path is extended, and the field is the name without a place in a list.
 */
export function partOf(place: Place, field: string): Place {
  const path = place.path === undefined || place.path === '' ? field : `${place.path}.${field}`
  return { ...place, path, field: field.replace(/\[\d+\]$/, '') }
}
