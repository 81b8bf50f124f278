/** The most that is taken of a case list. Whatever is beyond is refused with the limit named. */

export const caseListLimits = {
  /** Of the file as it is sent. */
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
  /** Faults that are told of one list, by row; it is told how many there are. */
  faults: 2_000,
} as const

/** A little more than is taken, so that a file just above the limit is refused by name and not cut off. */
export const caseListUpload = { maximumBytes: caseListLimits.bytes + 1024 * 1024 }

/** Of the threads that read lists: a workbook of 20,000 cases takes about 400 MB. */
export const caseListThreads = { atOnce: 2, waiting: 8, memoryMegabytes: 768, seconds: 45 }
