import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { type BarOptions, keyQuestionBars } from './keyQuestionBars.ts'

const rows = [
  { label: '2.1.1 Desistance', percent: 17, figure: '17%, 1 of 6: Inadequate', tone: 'lowest' },
  { label: '2.1.2 Child’s safety', percent: 50, figure: '50%, 3 of 6: Requires improvement', tone: 'lower' },
  { label: '2.1.3 Safety <of> others', percent: 100, figure: '100%, 6 of 6: Outstanding', tone: 'highest' },
] as const

const options: BarOptions = {
  id: 'standard-bars',
  title: 'Key questions of standard 2.1',
  description: 'Desistance 17%, child’s safety 50% & others 100%.',
  width: 640,
  bands: [
    { from: 0, title: 'Inadequate' },
    { from: 50, title: 'Requires improvement' },
    { from: 65, title: 'Good' },
    { from: 80, title: 'Outstanding' },
  ],
  font: 'Source Sans 3',
}

function drawn(changes: Partial<BarOptions> = {}) {
  const svg = keyQuestionBars(rows, { ...options, ...changes })
  return { svg, root: parseHTML(`<body>${svg}</body>`).document }
}

describe('bars of key questions', () => {
  test('are as long as the percentages, on a track of 100', () => {
    const widths = [...drawn().root.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('width')))
    const [track = 0] = widths
    expect(widths.map((width) => Math.round((100 * width) / track))).toEqual([100, 100, 100, 17, 50, 100])
  })

  test('print the figure and the rating in words next to each label', () => {
    const words = [...drawn().root.querySelectorAll('text')].map((text) => text.textContent)
    expect(words).toEqual(expect.arrayContaining(['2.1.1 Desistance', '17%, 1 of 6: Inadequate']))
  })

  test('draw each boundary of the bands in each row, and print its place', () => {
    const { root } = drawn()
    const places = new Set([...root.querySelectorAll('line')].map((line) => line.getAttribute('x1')))
    expect(places.size).toBe(3)
    const words = [...root.querySelectorAll('text')].map((text) => text.textContent)
    expect(words.slice(-5)).toEqual(['0', '50', '65', '80', '100'])
  })

  test('name the bands if there is room for all of them, otherwise none', () => {
    expect(drawn().svg).toContain('Outstanding</text>')
    expect(drawn({ width: 300 }).svg).not.toContain('>Outstanding</text>')
  })

  test('are one image with a title and a description', () => {
    const svg = drawn().root.querySelector('svg')
    expect(svg?.getAttribute('role')).toBe('img')
    const ids = svg?.getAttribute('aria-labelledby')?.split(' ') ?? []
    expect(ids.map((id: string) => drawn().root.getElementById(id)?.textContent)).toEqual([
      options.title,
      options.description,
    ])
  })

  test('carry no style that a strict content security policy refuses', () => {
    expect(drawn().svg).not.toMatch(/<style|style=/)
  })
})
