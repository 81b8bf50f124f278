/** What kind of file was sent, judged by its content: its name can say anything. */

export type FileKind =
  /** A ZIP archive, as workbooks are. */
  { readonly kind: 'archive' } | { readonly kind: 'text' } | ({ readonly kind: 'other' } & WrongKind)

/** What a file is that cannot be read, in words, and what to do next: `To continue, …` */
export type WrongKind = { readonly what: string; readonly next: string }

const unpack = 'unpack it and choose the file that it holds'
const askForData = 'choose the spreadsheet or the data that it was made from'
const exportAgain = 'export the data again from the program that holds them'

/** First bytes, as hexadecimal figures. */
const beginnings: readonly (readonly [string, string, string])[] = [
  ['255044462d', 'a PDF', askForData],
  ['89504e47', 'a picture', askForData],
  ['ffd8ff', 'a picture', askForData],
  ['47494638', 'a picture', askForData],
  ['49492a00', 'a picture', askForData],
  ['4d4d002a', 'a picture', askForData],
  ['1f8b', 'a packed file (gzip)', unpack],
  ['377abcaf271c', 'a packed file (7-Zip)', unpack],
  ['526172211a', 'a packed file (RAR)', unpack],
  ['425a68', 'a packed file (bzip2)', unpack],
  ['fd377a585a00', 'a packed file (xz)', unpack],
  ['28b52ffd', 'a packed file (Zstandard)', unpack],
  ['7b5c727466', 'a rich text document', askForData],
  ['53514c69746520666f726d6174', 'a database (SQLite)', exportAgain],
  ['000100005374616e64617264', 'a database (Access)', exportAgain],
  ['50415231', 'a table in Parquet', exportAgain],
]

/** Streams of a compound file, the container of old office programs and of workbooks with a password. */
const compound = 'd0cf11e0a1b11ae1'
const streams: readonly (readonly [string, string, string])[] = [
  ['EncryptedPackage', 'a workbook with a password', 'open it, remove the password and save it again'],
  ['WordDocument', 'an old Word document (.doc)', askForData],
  ['PowerPoint Document', 'an old presentation (.ppt)', askForData],
  ['__properties_version1.0', 'an e-mail (.msg)', 'save its attachment and choose that'],
  [
    'Workbook',
    'an old Excel workbook (.xls)',
    'open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV',
  ],
]

export function fileKind(content: Uint8Array): FileKind {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const begins = (hexadecimal: string) =>
    bytes.subarray(0, hexadecimal.length / 2).toString('hex') === hexadecimal
  if (['504b0304', '504b0506'].some(begins)) return { kind: 'archive' }
  if (begins(compound)) return { kind: 'other', ...compoundKind(bytes) }
  const [, what, next] = beginnings.find(([start]) => begins(start)) ?? []
  if (what !== undefined && next !== undefined) return { kind: 'other', what, next }
  if (isPictureContainer(bytes)) return { kind: 'other', what: 'a picture', next: askForData }
  return looksBinary(bytes) ? { kind: 'other', ...unreadable } : { kind: 'text' }
}

const unreadable: WrongKind = {
  what: 'neither text nor a workbook',
  next: 'check that it is the right file, and export or save it again',
}

function compoundKind(bytes: Buffer): WrongKind {
  const [, what, next] = streams.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le'))) ?? []
  if (what !== undefined && next !== undefined) return { what, next }
  return { what: 'a file of an old office program', next: 'open it there and save it in a newer format' }
}

/** WebP, HEIC and AVIF, whose containers begin with a length. */
function isPictureContainer(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 16)
  return /^RIFF.{4}WEBP/s.test(start) || /^.{4}ftyp(?:hei|mif|avif)/s.test(start)
}

/** More than one byte in twenty is a control character. Every other byte of UTF-16 may be zero. */
function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 20_000)
  const controls = sample.filter((byte) => byte > 0 && byte < 32 && (byte < 9 || byte > 13)).length
  return controls > sample.length / 20
}

/** What a text is that is neither a table nor data of the wanted kind; undefined if it may be. */
export function wrongText(text: string, wanted: 'table' | 'json' | 'yaml'): WrongKind | undefined {
  const start = text.slice(0, 2_000).trimStart()
  if (/^<\?xml/.test(start) && /Excel\.Sheet|:spreadsheet"/.test(start))
    return markup('a spreadsheet written as XML')
  if (/^<(?:!doctype html|html|table|head|body|meta|style)/i.test(start)) {
    return markup('a web page, which may have been named as a spreadsheet')
  }
  if (/^<(?:!|\?xml|[a-z]+[\s>/])/i.test(start)) return markup('an XML file')
  if (/^MIME-Version:/i.test(start)) return markup('a web page saved as one file (.mht)')
  if (wanted === 'table' && /^[[{]\s*["{[\]}]/.test(start)) {
    return { what: 'a JSON file', next: 'choose the table, or export the data again as CSV' }
  }
  if (wanted === 'json' && isTable(start)) {
    return { what: 'a table, such as CSV', next: 'choose the JSON file that holds the data' }
  }
  const sample = text.slice(0, 20_000)
  const lost = sample.match(/(?![\t\n\r])[\p{Cc}\uFFFD]/gu)?.length ?? 0
  return lost > sample.length / 20 ? unreadable : undefined
}

/** The first of several lines has words and something that divides them, and nothing that begins an object or a list. */
function isTable(start: string): boolean {
  const [line = ''] = start.split(/[\n\r]/, 1)
  return line.length < start.length && /[A-Za-z"]/.test(line) && /[,;\t]/.test(line) && !/[[{]/.test(line)
}

function markup(what: string): WrongKind {
  return { what, next: 'open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV' }
}
