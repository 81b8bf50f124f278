/**
 * Number formats that place the figures of a whole number among other characters, such as `00-000` or `"YJS-"0000`,
 * as spreadsheet programs show them. ECMA-376 part 1, 18.8.31.
 */

type Token = { readonly kind: 'figure' | 'text'; readonly text: string }

/** `value` as the format shows it; undefined for a format of another kind, and for numbers that are not whole. */
export function maskedNumber(format: string, value: number): string | undefined {
  const tokens = tokensOf(format)
  if (tokens === undefined || !Number.isSafeInteger(value) || value < 0) return undefined
  const first = tokens.findIndex(({ kind }) => kind === 'figure')
  if (first < 0) return undefined
  let left = value === 0 ? '' : String(value)
  const shown: string[] = []
  for (let place = tokens.length - 1; place >= 0; place -= 1) {
    const token = tokens[place]
    if (token === undefined) continue
    if (token.kind === 'text') shown.unshift(token.text)
    else if (place === first) shown.unshift(left === '' ? unused(token.text) : left)
    else {
      shown.unshift(left === '' ? unused(token.text) : left.slice(-1))
      left = left.slice(0, -1)
    }
  }
  return shown.join('')
}

function unused(placeholder: string): string {
  if (placeholder === '0') return '0'
  return placeholder === '?' ? ' ' : ''
}

/** The part of the format for numbers above nought, taken apart; undefined if it does more than to place figures. */
function tokensOf(format: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  for (let place = 0; place < format.length; place += 1) {
    const [piece] = /^(?:"[^"]*"|\\.|\[[A-Za-z]+\d*\]|[0#?]|[-+():;' ])/s.exec(format.slice(place)) ?? []
    if (piece === undefined) return undefined
    if (piece === ';') break
    if (/^[0#?]$/.test(piece)) tokens.push({ kind: 'figure', text: piece })
    else if (!piece.startsWith('[')) tokens.push({ kind: 'text', text: literal(piece) })
    place += piece.length - 1
  }
  return tokens
}

function literal(piece: string): string {
  if (piece.startsWith('"')) return piece.slice(1, -1)
  return piece.startsWith('\\') ? piece.slice(1) : piece
}
