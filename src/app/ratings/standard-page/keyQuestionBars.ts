/** Key questions as bars against the bands of their edition: one drawing for the page and for the PDF. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Tone } from '../../../core/ratings/ratingText.ts'

export type BarRow = {
  readonly label: string
  /** Whole per cent. */
  readonly percent: number
  /** What is printed at the end of the row, such as `67% of 18: Good`. */
  readonly figure: string
  readonly tone: Tone
}

export type BarOptions = {
  /** Unique on the page; the ids of title and description begin with it. */
  readonly id: string
  readonly title: string
  /** Says in words what the bars show. */
  readonly description: string
  /** In user units; the drawing scales. */
  readonly width: number
  /** Lowest first; titles are printed above their bands if there is room for all of them. */
  readonly bands: readonly { readonly from: number; readonly title: string }[]
  readonly font: string
}

/** Each has a contrast of 3 to 1 with white and with the track. */
const fills = {
  none: '#505a5f',
  lowest: '#a8271d',
  lower: '#a35a00',
  higher: '#00703c',
  highest: '#144e81',
} as const satisfies Record<Tone, string>

const ink = '#0b0c0c'
const track = '#f3f2f1'
const rowHeight = 52
const labelHeight = 24
const axisHeight = 28
const side = 14

/**
 * Returns an SVG with title and description, drawn only with presentation attributes, so that it needs no style sheet and
 * no exception from a strict content security policy.
 */
export function keyQuestionBars(rows: readonly BarRow[], options: BarOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const titles = bandTitles(options)
  const marginTop = titles.length === 0 ? 2 : 8 + 16 * Math.max(...titles.map(({ lines }) => lines))
  const drawing = Plot.plot({
    document,
    width: options.width,
    height: marginTop + rowHeight * rows.length + axisHeight,
    marginTop,
    marginBottom: axisHeight,
    marginLeft: side,
    marginRight: side,
    x: { domain: [0, 100] },
    y: { domain: rows.map(({ label }) => label), axis: null, padding: 0 },
    marks: marks(rows, options, titles),
  })
  return named(drawing, options)
}

function marks(rows: readonly BarRow[], { width, bands }: BarOptions, titles: readonly BandTitle[]) {
  const starts = bands.map(({ from }) => from).filter((from) => from > 0)
  const inBar = { insetTop: labelHeight, insetBottom: 6 }
  const boundaries = rows.flatMap(({ label }) => starts.map((from) => ({ label, from })))
  const boundary = { x: 'from', y: 'label', insetTop: labelHeight - 3, insetBottom: 3 }
  const fontSize = width < 400 ? 13 : 15
  const onLabelLine = { y: 'label', dy: labelHeight / 2 - rowHeight / 2, fontSize, fill: ink } as const
  return [
    Plot.barX(rows, { x1: 0, x2: 100, y: 'label', fill: track, ...inBar }),
    Plot.barX(rows, { x1: 0, x2: 'percent', y: 'label', fill: (row: BarRow) => fills[row.tone], ...inBar }),
    Plot.tickX(boundaries, { ...boundary, stroke: 'white', strokeWidth: 5 }),
    Plot.tickX(boundaries, { ...boundary, stroke: ink, strokeWidth: 1.5 }),
    Plot.text(rows, { x: 0, text: 'label', textAnchor: 'start', ...onLabelLine }),
    Plot.text(rows, { x: 100, text: 'figure', textAnchor: 'end', fontWeight: 'bold', ...onLabelLine }),
    Plot.text(titles, {
      x: 'middle',
      text: 'text',
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      dy: -8,
      fontSize: 13,
      fill: ink,
    }),
    Plot.axisX([0, ...starts, 100], { label: null, fontSize: 13, color: ink, tickSize: 4 }),
  ]
}

type BandTitle = { readonly middle: number; readonly text: string; readonly lines: number }

/** The titles word by word over their bands; none at all if one of them would touch the next. */
function bandTitles({ bands, width }: BarOptions): readonly BandTitle[] {
  const titles = bands.map(({ from, title }, place) => {
    const to = bands[place + 1]?.from ?? 100
    const words = title.split(' ')
    const room = ((to - from) / 100) * (width - 2 * side)
    const fits = Math.max(...words.map((word) => word.length)) * 7.6 <= room
    return { middle: (from + to) / 2, text: words.join('\n'), lines: words.length, fits }
  })
  return titles.every(({ fits, text }) => fits && text !== '') ? titles : []
}

function named(drawing: ReturnType<typeof Plot.plot>, { id, title, description, font }: BarOptions): string {
  for (const style of drawing.querySelectorAll('style')) style.remove()
  for (const part of drawing.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-hidden')
  }
  drawing.removeAttribute('class')
  drawing.removeAttribute('height')
  drawing.removeAttribute('width')
  drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  drawing.setAttribute('font-family', font)
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-labelledby', `${id}-title ${id}-description`)
  drawing.insertAdjacentHTML(
    'afterbegin',
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-description">${escaped(description)}</desc>`,
  )
  return drawing.outerHTML
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
