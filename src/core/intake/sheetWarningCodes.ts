/** The warnings that only a workbook can give. */
export const sheetWarningCodes = [
  'hidden-sheet',
  'hidden-rows',
  'hidden-columns',
  'merged-cells',
  'hidden-values',
] as const

export type SheetWarningCode = (typeof sheetWarningCodes)[number]
