/**
 * A report as plain data: every number is already rounded and written as text, once. The web page, the PDF and the data
 * annexe print from it and calculate nothing, so that one figure cannot have two values.
 */
import type { RatingText, Tone } from '../ratings/ratingText.ts'

export type ReportModel = {
  readonly language: 'en-GB'
  readonly inspection: string
  readonly edition: string
  readonly title: string
  readonly service: string
  readonly stage: ReportStage
  /** The author of the document. */
  readonly author: string
  /** Shown on every page: the inspection is made up, or its ratings are provisional. Null if neither is true. */
  readonly warning: string | null
  readonly overall: RatingText
  /** The score with its maximum: `14 of 36`; of a draft, `14 of 36 so far`. */
  readonly score: string
  readonly facts: readonly Fact[]
  readonly sections: readonly Section[]
  readonly annexe: readonly AnnexeRow[]
}

/** A draft while cases are still being assessed, then provisional until it is published. */
export type ReportStage = 'draft' | 'provisional' | 'published'

export type Fact = { readonly label: string; readonly value: string }

export type Section = {
  /** Unique in the report: an address inside the page. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A caution, set off from the text around it. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A numbered list; `start` is the number of its first item. */
  | { readonly kind: 'steps'; readonly start: number; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'rating'; readonly label: string; readonly rating: RatingText }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'bars'; readonly bars: Bars }

export type Table = {
  readonly caption: string
  readonly columns: readonly Column[]
  /** As many cells in each row as there are columns. */
  readonly rows: readonly (readonly Cell[])[]
}

export type Column = { readonly title: string; readonly kind: 'heading' | 'text' | 'number' | 'rating' }
export type Cell = { readonly text: string; readonly tone: Tone }

/** A picture of percentages; the table next to it has the same figures. */
export type Bars = {
  readonly id: string
  readonly title: string
  /** What the picture shows, as text, for a reader who cannot see it. */
  readonly alternative: string
  readonly bars: readonly Bar[]
  /** Lowest first: where each band begins, in whole per cent. */
  readonly bands: readonly { readonly from: number; readonly title: string }[]
}

export type Bar = {
  readonly label: string
  readonly percent: number
  /** The figure and its rating as text: `17%: Inadequate`. */
  readonly figure: string
  readonly tone: Tone
}

/** One line of the data annexe: a standard, or one of its questions. */
export type AnnexeRow = {
  readonly kind: 'standard' | 'key-question' | 'prompt'
  readonly domain: string
  readonly standard: string
  /** The id of the standard, key question or prompt; unique in the annexe. */
  readonly item: string
  readonly text: string
  readonly yes: number | null
  readonly no: number | null
  readonly notApplicable: number | null
  /** Inspected cases that have no answer; they are not part of the base. */
  readonly unanswered: number | null
  /** The number of cases that `yes` is divided by, or null if it is not known. */
  readonly base: number | null
  readonly dividedBy: string | null
  readonly percentYes: number | null
  readonly rating: string | null
  /** What the figures of a standard give. */
  readonly calculated: string | null
  readonly points: number | null
}
