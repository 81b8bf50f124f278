/** What is asked of an import: the files, and what they do not say themselves. */
import type { NamedFile, Replacement } from './importedInspection.ts'

export type ResultsImport = {
  readonly file: NamedFile
  /** The source of the figures, for inspections whose file does not name it. */
  readonly source: string | null
  readonly madeUp: boolean
  readonly replacement: Replacement | null
}

export type AnswersImport = {
  readonly answers: NamedFile
  readonly judgements: NamedFile | null
  readonly editionId: string
  readonly serviceName: string
  /** ISO month or day. */
  readonly fieldworkStarted: string
  /** Cases read for the standard that is rated separately and has no questions about cases; null if not known. */
  readonly resettlementCases: number | null
  readonly madeUp: boolean
  readonly replacement: Replacement | null
}
