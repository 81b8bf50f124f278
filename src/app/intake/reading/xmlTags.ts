/** The tags of an XML part, one after the other, in time that grows with its length and no faster. */

export type XmlTag = {
  /** Without its prefix. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  /** As written. */
  readonly attributes: string
  /** The place after it in the text. */
  readonly end: number
}

/** Returns every tag in order. Ends at the first that is not closed: nothing after it can be distinguished. */
export function* xmlTags(text: string): Generator<XmlTag> {
  let end = 0
  for (;;) {
    const start = text.indexOf('<', end)
    if (start < 0) return
    end = endOfTag(text, start)
    if (end < 0) return
    const tag = tagIn(text, start, end)
    if (tag !== undefined) yield tag
  }
}

/** The place after the tag that begins at `start`; a `>` within quotation marks does not end it. -1 if none does. */
function endOfTag(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return after(text, '-->', start + 4)
  if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start + 9)
  for (let place = start + 1; place < text.length; place += 1) {
    const character = text.charCodeAt(place)
    if (character === greaterThan) return place + 1
    if (character === quote || character === apostrophe) {
      place = text.indexOf(text.charAt(place), place + 1)
      if (place < 0) return -1
    }
  }
  return -1
}

const [greaterThan, quote, apostrophe] = [0x3e, 0x22, 0x27]

function after(text: string, ending: string, from: number): number {
  const place = text.indexOf(ending, from)
  return place < 0 ? -1 : place + ending.length
}

const longestName = 200

function tagIn(text: string, start: number, end: number): XmlTag | undefined {
  const closes = text.charAt(start + 1) === '/'
  const from = closes ? start + 2 : start + 1
  const [written] = /^[A-Za-z_][\w:.-]*/.exec(text.slice(from, Math.min(end, from + longestName))) ?? []
  if (written === undefined) return undefined
  const isEmpty = text.charAt(end - 2) === '/'
  return {
    name: written.slice(written.indexOf(':') + 1),
    kind: closes ? 'close' : isEmpty ? 'empty' : 'open',
    attributes: text.slice(from + written.length, isEmpty ? end - 2 : end - 1),
    end,
  }
}

/** The value of an attribute by its name without prefix, as written; undefined if the tag does not have it. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  const [, double, single] = pattern.exec(attributes) ?? []
  return double ?? single
}

const patterns = new Map<string, RegExp>()

/** The text of an attribute with its entities read. */
export function plainAttribute(value: string): string {
  return value.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (entity, hex, decimal, name) => {
    const named = entities.get(name)
    if (named !== undefined) return named
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
