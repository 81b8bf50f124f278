/** What kind of file was sent, told by its first bytes: its name may say anything. */

export type FileKind =
  | { readonly kind: 'workbook' }
  | { readonly kind: 'text' }
  /** `what`: in words, for the refusal. */
  | { readonly kind: 'other'; readonly what: string }

const beginnings: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls) or a workbook with a password'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x1f, 0x8b], 'a packed file (gzip)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a packed file (7-Zip)'],
  [[0x52, 0x61, 0x72, 0x21], 'a packed file (RAR)'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document'],
]

export function fileKind(content: Uint8Array): FileKind {
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04]) || startsWith(content, [0x50, 0x4b, 0x05, 0x06])) {
    return { kind: 'workbook' }
  }
  const known = beginnings.find(([bytes]) => startsWith(content, bytes))
  if (known !== undefined) return { kind: 'other', what: known[1] }
  return looksBinary(content) ? { kind: 'other', what: 'neither text nor a workbook' } : { kind: 'text' }
}

/** More than one byte in twenty is a control character. Every other byte of UTF-16 may be zero. */
function looksBinary(content: Uint8Array): boolean {
  const sample = content.subarray(0, 20_000)
  const controls = sample.filter((byte) => byte > 0 && byte < 32 && (byte < 9 || byte > 13)).length
  return controls > sample.length / 20
}

/** Text that is no table: what it is, in words; undefined where it may be a list. */
export function notATable(text: string): string | undefined {
  const start = text.slice(0, 500).trimStart()
  if (/^<(?:!doctype|html|\?xml|table|[a-z]+[\s>])/i.test(start)) return 'a web page or XML file'
  if (/^[[{]\s*["{[]/.test(start)) return 'a JSON file'
  const sample = text.slice(0, 20_000)
  const unreadable = sample.match(/(?![\t\n\r])[\p{Cc}\uFFFD]/gu)?.length ?? 0
  return unreadable > sample.length / 20 ? 'neither text nor a workbook' : undefined
}

function startsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, place) => content[place] === byte)
}
