/** What a PDF says of itself to assistive technology: its tags, in order, with the text each holds. */
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Tagged = {
  readonly role: string
  readonly alt: string | null
  readonly text: string
  readonly children: readonly Tagged[]
}

export type ReadPdf = {
  readonly title: unknown
  readonly author: unknown
  readonly language: unknown
  readonly marked: boolean
  readonly xmp: string
  /** How many cells of tables say that they head a row, and a column. */
  readonly scopes: { readonly row: number; readonly column: number }
  readonly outline: readonly string[]
  readonly pages: readonly Tagged[]
  /** The text of each page that is content and not page furniture. */
  readonly content: readonly string[]
  /** The whole text of each page, running header and page number among it. */
  readonly printed: readonly string[]
}

const fonts = `${join(import.meta.dirname, '../../node_modules/pdfjs-dist/standard_fonts')}/`

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), standardFontDataUrl: fonts, verbosity: 0 })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as {
    info: { Title?: unknown; Author?: unknown; Language?: unknown }
  }
  const pages: Tagged[] = []
  const content: string[] = []
  const printed: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const items = (await page.getTextContent({ includeMarkedContent: true })).items
    const marked = markedTexts(items as Item[])
    content.push([...marked.byId.values()].join(' '))
    printed.push(marked.all)
    pages.push(tagged(await page.getStructTree(), marked.byId))
  }
  const markInfo: unknown = await document.getMarkInfo()
  const outline = await document.getOutline()
  const result = {
    title: info.Title,
    author: info.Author,
    language: info.Language,
    marked: markInfo instanceof Map && markInfo.get('Marked') === true,
    xmp: xmpOf(bytes),
    scopes: { row: countOf(bytes, '/Scope /Row'), column: countOf(bytes, '/Scope /Column') },
    outline: (outline ?? []).map(({ title }) => title),
    pages,
    content,
    printed,
  }
  await task.destroy()
  return result
}

type Item = { type?: string; id?: string; tag?: string; str?: string; hasEOL?: boolean }

function markedTexts(items: readonly Item[]) {
  const byId = new Map<string, string>()
  const open: (string | undefined)[] = []
  let all = ''
  for (const { type, id, str, hasEOL } of items) {
    if (type?.startsWith('beginMarkedContent')) open.push(id)
    else if (type === 'endMarkedContent') open.pop()
    else {
      const text = `${str ?? ''}${hasEOL ? ' ' : ''}`
      all += text
      const inside = open.findLast((one) => one !== undefined)
      if (inside !== undefined) byId.set(inside, (byId.get(inside) ?? '') + text)
    }
  }
  return { byId, all }
}

type Node = { role?: string; alt?: string; type?: string; id?: string; children?: Node[] } | null

function tagged(node: Node, texts: ReadonlyMap<string, string>): Tagged {
  const children = (node?.children ?? []).filter((child) => child?.role !== undefined)
  const inner = (node?.children ?? []).map((child) =>
    child?.role === undefined ? (texts.get(child?.id ?? '') ?? '') : tagged(child, texts).text,
  )
  return {
    role: node?.role ?? '',
    alt: node?.alt ?? null,
    text: inner.join(' ').replace(/\s+/g, ' ').trim(),
    children: children.map((child) => tagged(child, texts)),
  }
}

/** The metadata packet, which PDF/UA leaves uncompressed so that any program can read it. */
function xmpOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  return text.slice(text.indexOf('<x:xmpmeta'), text.indexOf('</x:xmpmeta>'))
}

function countOf(bytes: Uint8Array, words: string): number {
  return Buffer.from(bytes).toString('latin1').split(words).length - 1
}

/** Every element of a role, in reading order. */
export function withRole(pages: readonly Tagged[], role: string): readonly Tagged[] {
  return pages.flatMap((one) => [...(one.role === role ? [one] : []), ...withRole(one.children, role)])
}
