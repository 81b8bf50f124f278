/**
 * Number formats that place the digits of a whole number among other characters, such as `00-000` or `"YJS-"0000`,
 * as spreadsheet programs show them. ECMA-376 part 1, 18.8.31.
 */

type Token = { readonly kind: 'figure' | 'point' | 'text'; readonly text: string }

/** Returns `value` as the format shows it; undefined for a format of another kind, and for numbers that are not whole. */
export function maskedNumber(format: string, value: number): string | undefined {
  const tokens = tokensOf(format)
  if (tokens === undefined || !Number.isSafeInteger(value) || value < 0) return undefined
  if (value === 0 && hasPartForNought(format)) return undefined
  const point = tokens.findIndex(({ kind }) => kind === 'point')
  const whole = point < 0 ? tokens : tokens.slice(0, point)
  const figures = whole.filter(({ kind }) => kind === 'figure')
  const [first] = figures
  if (first === undefined || (figures.length > 1 && figures.some(({ text }) => isGeneral(text))))
    return undefined
  let left = value === 0 ? '' : String(value)
  const shown = tokens
    .slice(whole.length)
    .map((token) => (token.kind === 'figure' ? unused(token.text) : token.text))
  for (const token of whole.toReversed()) {
    if (token.kind !== 'figure') shown.unshift(token.text)
    else if (token === first || left === '') shown.unshift(left === '' ? unused(token.text) : left)
    else {
      shown.unshift(left.slice(-1))
      left = left.slice(0, -1)
    }
  }
  return shown.join('')
}

function unused(placeholder: string): string {
  if (placeholder === '0' || isGeneral(placeholder)) return '0'
  return placeholder === '?' ? ' ' : ''
}

/** All digits of the number. */
function isGeneral(placeholder: string): boolean {
  return /^general$/i.test(placeholder)
}

/** The third part of a format is for zero. */
function hasPartForNought(format: string): boolean {
  return format.replaceAll(/"[^"]*"|\\./gs, '').split(';').length > 2
}

/** The parts of the format for numbers above zero; undefined if it does more than place digits. */
function tokensOf(format: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  for (let place = 0; place < format.length; place += 1) {
    const [piece] =
      /^(?:"[^"]*"|\\.|\[[A-Za-z]+\d*\]|[0#?]|general|[-+():;' .])/is.exec(format.slice(place)) ?? []
    if (piece === undefined) return undefined
    if (piece === ';') break
    if (/^[0#?]$/.test(piece) || isGeneral(piece)) tokens.push({ kind: 'figure', text: piece })
    else if (piece === '.') tokens.push({ kind: 'point', text: piece })
    else if (!piece.startsWith('[')) tokens.push({ kind: 'text', text: literal(piece) })
    place += piece.length - 1
  }
  return tokens
}

function literal(piece: string): string {
  if (piece.startsWith('"')) return piece.slice(1, -1)
  return piece.startsWith('\\') ? piece.slice(1) : piece
}
