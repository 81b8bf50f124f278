/** The balance of a sample as a picture: for each level, its share of the sample over its share of the list. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

export type BalanceBar = {
  /** Unique in the picture: `Gender: Male`. */
  readonly label: string
  /** Per cent of the sampled cases. */
  readonly sampled: number
  /** Per cent of the eligible cases. */
  readonly eligible: number
  /** Printed at the end of the row. */
  readonly figure: string
}

export type BalanceBarOptions = {
  /** Unique on the page; the ids of title and description begin with it. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** In user units; the drawing scales. */
  readonly width: number
}

const ink = '#0b0c0c'
const track = '#f3f2f1'
const sampleFill = '#1d70b8'
const rowHeight = 44
const labelHeight = 22
const axisHeight = 26
const side = 20

/** Returns an SVG with title and description. It has only presentation attributes, as the content security policy asks. */
export function balanceBars(rows: readonly BalanceBar[], options: BalanceBarOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const drawing = Plot.plot({
    document,
    width: options.width,
    height: rowHeight * rows.length + axisHeight + 2,
    marginTop: 2,
    marginBottom: axisHeight,
    marginLeft: side,
    marginRight: side,
    x: { domain: [0, 100] },
    y: { domain: rows.map(({ label }) => label), axis: null, padding: 0 },
    marks: marks(rows, options.width),
  })
  return named(drawing, options)
}

function marks(rows: readonly BalanceBar[], width: number) {
  const fontSize = width < 400 ? 13 : 15
  const inBar = { insetTop: labelHeight, insetBottom: 6 }
  const onLabelLine = { y: 'label', dy: labelHeight / 2 - rowHeight / 2, fontSize, fill: ink } as const
  const line = { x: 'eligible', y: 'label', insetTop: labelHeight - 1, insetBottom: 2 }
  const fitting = (row: BalanceBar) => fitted(row, (width - 2 * side) / (fontSize / 2))
  return [
    Plot.barX(rows, { x1: 0, x2: 100, y: 'label', fill: track, ...inBar }),
    Plot.barX(rows, { x1: 0, x2: 'sampled', y: 'label', fill: sampleFill, ...inBar }),
    Plot.tickX(rows, { ...line, stroke: ink, strokeWidth: 3 }),
    Plot.text(rows, { x: 0, text: fitting, textAnchor: 'start', ...onLabelLine }),
    Plot.text(rows, { x: 100, text: 'figure', textAnchor: 'end', fontWeight: 'bold', ...onLabelLine }),
    Plot.axisX([0, 25, 50, 75, 100], {
      label: null,
      fontSize: 13,
      color: ink,
      tickSize: 4,
      tickFormat: (percent: number) => `${percent}%`,
    }),
  ]
}

/** A label that would run into its figure is cut; `letters` is about how many a line has. The table has the whole label. */
function fitted({ label, figure }: BalanceBar, letters: number): string {
  const room = Math.floor(letters - figure.length * 1.1 - 2)
  return label.length <= room ? label : `${label.slice(0, room - 1).trimEnd()}…`
}

function named(drawing: ReturnType<typeof Plot.plot>, { id, title, description }: BalanceBarOptions): string {
  for (const style of drawing.querySelectorAll('style')) style.remove()
  for (const part of drawing.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-hidden')
  }
  for (const attribute of ['class', 'height', 'width']) drawing.removeAttribute(attribute)
  drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  drawing.setAttribute('font-family', "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif")
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
