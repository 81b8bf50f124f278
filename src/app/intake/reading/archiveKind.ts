/** What an archive is, by the names of its entries. */
import type { WrongKind } from '../../../platform/fileKind.ts'
import type { ZipEntry } from './zipArchive.ts'

export const locked: WrongKind = {
  what: 'a file with a password',
  next: 'open it with its password, remove the password and save it again',
}
const saveAs = 'open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV'
export const askForSheet = 'select the spreadsheet that contains the case list'
const otherArchives: readonly (readonly [RegExp, string, string])[] = [
  [/^word\//i, 'a Word document', askForSheet],
  [/^ppt\//i, 'a presentation', askForSheet],
  [
    /\.iwa$|^index\.zip$/i,
    'a file of Apple Numbers, Pages or Keynote',
    'export it from Numbers as Excel or CSV',
  ],
  [/\.(?:xlsx|ods|csv)$/i, 'a ZIP archive of other files', 'unpack it and select the case list in it'],
]

/** Returns what an archive without a readable workbook is; undefined if it has one. */
export function archiveKind(entries: readonly ZipEntry[]): WrongKind | undefined {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  if (entries.some(({ encrypted }) => encrypted)) return locked
  if (has(/^xl\/workbook\.bin$/i)) return { what: 'a binary Excel workbook (.xlsb)', next: saveAs }
  if (has(/^xl\/workbook\.xml$/i) && has(/^\[content_types\]\.xml$/i)) return undefined
  if (has(/^content\.xml$/i) && has(/^mimetype$/i)) return undefined
  const [, what, next] = otherArchives.find(([pattern]) => has(pattern)) ?? []
  if (what !== undefined && next !== undefined) return { what, next }
  return { what: 'an archive without a workbook', next: askForSheet }
}
