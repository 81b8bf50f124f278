/** What of a file is read as English: text, comments and whole sentences in strings, without code. */

/** Blanks `text` and keeps its lines, so that the numbers of the lines stay right. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

const strings = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g

/** Only the matches of `pattern` in `text`, each at its place. */
function onlyMatches(text: string, pattern: RegExp): string {
  let end = 0
  const parts = [...text.matchAll(pattern)].map((match) => {
    const before = blank(text.slice(end, match.index))
    end = match.index + match[0].length
    return before + match[0]
  })
  return parts.join('') + blank(text.slice(end))
}

/** Comments, and strings of more than one word, without the code in them. */
function proseOfCode(text: string): string {
  const pieces = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
  return onlyMatches(text, pieces).replace(pieces, (piece) => {
    if (piece.startsWith('/')) return piece.replace(/`[^`\n]*`/g, blank)
    return /\s/.test(piece) ? piece.replace(/\$\{[^}]*\}/g, blank) : blank(piece)
  })
}

/** The text of a template and the strings of more than one word in its tags, without names of attributes and classes. */
const proseOfTemplate = (text: string): string =>
  text
    .replace(/\{[{%][\s\S]*?[%}]\}/g, (tag) =>
      onlyMatches(tag, strings).replace(strings, (string) => (string.includes(' ') ? string : blank(string))),
    )
    .replace(/\bclass="[^"]*"|[\w-]+=/g, blank)

/** A document without its blocks and spans of code and the addresses of its links. */
const proseOfDocument = (text: string): string =>
  text.replace(/^ *```[\s\S]*?^ *```/gm, blank).replace(/`[^`\n]*`|\]\([^)]*\)/g, blank)

/** Comments of YAML and shell scripts, and the notes of an edition, whose other words are the standards' own. */
const proseOfSettings = (text: string): string =>
  onlyMatches(text, /(?<=^|\s)#.*|(?<=\b(?:note|what|consequence|hint): ).*/gm)

/** A file's text with everything blanked that is not prose, each word at its place; `extension` says how it is read. */
export const proseOf = (text: string, extension: string): string => readerOf(extension)(text)

function readerOf(extension: string): (text: string) => string {
  switch (extension) {
    case '.md':
      return proseOfDocument
    case '.njk':
      return proseOfTemplate
    case '.ts':
    case '.js':
    case '.typ':
    case '.scss':
      return proseOfCode
    default:
      return proseOfSettings
  }
}
