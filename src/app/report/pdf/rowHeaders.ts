/**
 * Row headers in a tagged PDF. Typst tags the cells of a table's head as headers and has no way to tag those of its rows,
 * so the first cell of each row is tagged here, as an update that is added to the file (ISO 32000-1, 7.5.6). Every
 * table of the report has its headings in its first column.
 */

type StructureElement = { readonly role: string; readonly children: readonly number[]; readonly text: string }

/** Returns the same PDF with the first cell of every row of a table's body as the header of that row. */
export function withRowHeaders(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf)
  const text = file.toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const elements = structureElements(text, start)
  const changed = [...elements.values()]
    .filter(({ role }) => role === 'TBody')
    .flatMap(({ children }) => children)
    .flatMap((row) => rowCells(elements.get(row)?.children ?? [], elements))
  return changed.length === 0 ? pdf : Buffer.concat([file, update(text, start, changed)])
}

type ChangedObject = { readonly number: number; readonly text: string }

/** The first cell heads its row. The others no longer name a header by its id, so that both scopes count. */
function rowCells(
  cells: readonly number[],
  elements: ReadonlyMap<number, StructureElement>,
): readonly ChangedObject[] {
  return cells.flatMap((number, index) => {
    const { text } = elements.get(number) ?? {}
    if (text === undefined) return []
    const header = /\/Headers \[[^\]]*\]/
    if (index > 0) return [{ number, text: text.replace(header, '') }]
    return [{ number, text: text.replace('/S /TD', '/S /TH').replace(header, '/Scope /Row') }]
  })
}

/** The elements of the structure tree by the numbers of their objects. */
function structureElements(text: string, start: number): ReadonlyMap<number, StructureElement> {
  const [, first = '', entries = ''] =
    /^xref\s+(\d+) \d+\s+((?:\d{10} \d{5} [nf]\s+)+)/.exec(text.slice(start)) ?? []
  const offsets = entries.match(/\d{10} \d{5} [nf]/g) ?? []
  const elements = offsets.flatMap((entry, index): [number, StructureElement][] => {
    const object = text.slice(Number(entry.slice(0, 10)), text.indexOf('endobj', Number(entry.slice(0, 10))))
    const [, role = ''] = /^\d+ 0 obj\s+<<\s+\/Type \/StructElem\s+\/S \/(\w+)/.exec(object) ?? []
    return role === '' ? [] : [[Number(first) + index, { role, children: childrenOf(object), text: object }]]
  })
  return new Map(elements)
}

function childrenOf(object: string): readonly number[] {
  const [, children = ''] = /\/K \[([^\]]*)\]/.exec(object) ?? []
  return [...children.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}

/** The changed objects with a table of their places, and a trailer that points to the older table. */
function update(text: string, start: number, changed: readonly ChangedObject[]): Buffer {
  let body = '\n'
  const places = changed.map(({ number, text: object }) => {
    const place = text.length + body.length
    body += `${object}endobj\n`
    return `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`
  })
  const [, trailer = ''] = /trailer\s+<<([\s\S]*?)>>\s+startxref/.exec(text.slice(start)) ?? []
  const table = `xref\n${places.join('')}trailer\n<<${trailer}  /Prev ${start}\n>>\n`
  return Buffer.from(`${body}${table}startxref\n${text.length + body.length}\n%%EOF\n`, 'latin1')
}
