/** The limits of a case list. A list beyond one is refused with the limit. */

export const caseListLimits = {
  /** Of the uploaded file. */
  bytes: 20 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  /** Of one cell. */
  characters: 1_000,
  /** Parts of a workbook's archive; real ones have about twenty. */
  parts: 1_000,
  /** Of a workbook unpacked. 20,000 cases in 15 columns have about 30 MB. */
  unpackedBytes: 120 * 1024 * 1024,
  /** Unpacked by packed. Real workbooks reach about 30. */
  ratio: 150,
  /** Errors that are listed for one list, by row; their number is always shown. */
  faults: 2_000,
} as const

/** A little more than the limit, so that a file just above it is refused with the reason and not cut off. */
export const caseListUpload = { maximumBytes: caseListLimits.bytes + 1024 * 1024 }

/** Of the threads that read lists: a workbook of 20,000 cases takes about 400 MB. */
export const caseListThreads = { atOnce: 2, waiting: 8, memoryMegabytes: 768, seconds: 45 }
