/** XML as the reader of workbooks expects it; it would skip or misread what other writers may write. */

/**
 * Returns the same XML without comments, with character data as escaped text, and with texts that are empty written in two
 * tags; undefined if a comment or character data does not end. In time that grows with its length and no faster.
 */
export function plainXml(text: string): string | undefined {
  const written = /<!--|<!\[CDATA\[/.test(text) ? withoutSections(text) : text
  return written?.replace(emptyText, '<$1$2></$1$2>').replace(sharedText, '<$1>')
}

/** `<si/>` and `<t/>`: the reader skips them, and reads every text after them as the one before. */
const emptyText = /<((?:\w{1,40}:)?)(si|t)(?:\s[^<>]*)?\/>/g
/** `<si>` with attributes is not seen. */
const sharedText = /<((?:\w{1,40}:)?si)\s[^<>]*>/g

function withoutSections(text: string): string | undefined {
  const pieces: string[] = []
  const begin = /<!--|<!\[CDATA\[/g
  let end = 0
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const isComment = found[0] === '<!--'
    const start = found.index + found[0].length
    const close = text.indexOf(isComment ? '-->' : ']]>', start)
    if (close < 0) return undefined
    pieces.push(text.slice(end, found.index))
    if (!isComment) pieces.push(escaped(text.slice(start, close)))
    end = close + 3
    begin.lastIndex = end
  }
  pieces.push(text.slice(end))
  return pieces.join('')
}

function escaped(characters: string): string {
  return characters.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
