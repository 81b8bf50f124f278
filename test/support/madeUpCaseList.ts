/**
 * An invented case list of an invented service, made to look like the export of a case management system, and the
 * same list with twenty planted faults; and the list of a second service. `node test/support/madeUpCaseList.ts` writes
 * them into `demonstration/`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, daysBetween, parseCalendarDate } from '../../src/core/kernel/calendarDate.ts'
import type { ProblemCode } from '../../src/core/kernel/problem.ts'

export const madeUpHeadings = [
  'YJS ID',
  'Case type',
  'Programme type',
  'Order start',
  'Sex',
  'Age at start',
  'Ethnicity',
  'Risk of serious harm',
  'SaW',
  'Team',
  'Looked after',
] as const
type Heading = (typeof madeUpHeadings)[number]

type MadeUpService = {
  /** Of its export. */
  readonly title: string
  readonly prefix: string
  readonly seed: number
  readonly cases: number
  readonly firstDay: string
  readonly lastDay: string
}

const northmoor: MadeUpService = {
  title: 'Northmoor Youth Justice Service (invented): programmes by start date, run 03/06/2024',
  prefix: 'NM',
  seed: 20240610,
  cases: 400,
  firstDay: '2023-05-01',
  lastDay: '2024-05-31',
}

/** The service whose inspection is in fieldwork. */
const eastmarch: MadeUpService = {
  title: 'Eastmarch Youth Justice Service (invented): programmes by start date, run 23/02/2026',
  prefix: 'EM',
  seed: 20260302,
  cases: 120,
  firstDay: '2025-02-01',
  lastDay: '2026-02-20',
}

/** Title, a blank row, then the headings. */
export const madeUpHeadingRow = 3
export const madeUpCases = northmoor.cases
/** The day on which the list is read. */
export const madeUpToday = '2024-06-03'

export type Planted = { readonly code: ProblemCode; readonly row: number | null; readonly heading: string }

/** mulberry32, public domain: small, seeded and good enough for made-up data. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Weighted = readonly (readonly [string, number])[]

const disposals: Readonly<Record<string, Weighted>> = {
  'Out of court': [
    ['Community Resolution', 90],
    ['Youth Caution', 35],
    ['Youth Conditional Caution', 55],
    ['Outcome 22', 20],
  ],
  Court: [
    ['Referral Order', 80],
    ['YRO', 45],
    ['YRO with ISS', 12],
    ['Reparation Order', 4],
    ['DTO', 9],
  ],
  Resettlement: [
    ['DTO', 12],
    ['Section 250', 4],
  ],
}
const ethnicities: Weighted = [
  ['W1 - White British', 270],
  ['W9 - Any other White background', 14],
  ['A2 - Pakistani', 24],
  ['Black African', 12],
  ['Black Caribbean', 10],
  ['M1 - White and Black Caribbean', 22],
  ['Mixed - other', 8],
  ['Gypsy or Irish Traveller', 5],
  ['Arab', 3],
  ['Not known', 12],
]
const classes: Weighted = [
  ['Low', 130],
  ['Medium', 170],
  ['High', 70],
  ['Very High', 8],
  ['None made', 22],
]

function pick(chance: () => number, choices: Weighted): string {
  let left = chance() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  return choices.at(-1)?.[0] ?? ''
}

/** The cases without title and headings. */
export function madeUpRows(service = northmoor): string[][] {
  const chance = seeded(service.seed)
  const kinds: Weighted = [
    ['Out of court', 215],
    ['Court', 160],
    ['Resettlement', 25],
  ]
  return Array.from({ length: service.cases }, (_, index) => {
    const kind = pick(chance, kinds)
    return [
      `${service.prefix}${String(100000 + index * 7 + Math.floor(chance() * 7))}`,
      kind,
      pick(chance, disposals[kind] ?? []),
      startDate(service, chance),
      chance() < 0.17 ? 'F' : 'M',
      String(11 + Math.floor(chance() ** 0.6 * 7)),
      pick(chance, ethnicities),
      pick(chance, classes),
      pick(chance, classes),
      pick(chance, [
        ['North', 1],
        ['South', 1],
        ['Court and custody', 1],
      ]),
      chance() < 0.15 ? 'Yes' : 'No',
    ]
  })
}

/** Between the first and the last day of the service's list, as the United Kingdom writes it. */
function startDate({ firstDay, lastDay }: MadeUpService, chance: () => number): string {
  const first = parseCalendarDate(firstDay)
  const last = parseCalendarDate(lastDay)
  if (first === undefined || last === undefined) throw new Error('no such day')
  const day = addDays(first, Math.floor(chance() * (daysBetween(first, last) + 1)))
  return day.split('-').reverse().join('/')
}

/** The list as a file has it, with title, blank row and headings. */
export function madeUpTable(service = northmoor): string[][] {
  return [[service.title], [], [...madeUpHeadings], ...madeUpRows(service)]
}

const spoilt: readonly (readonly [number, Heading, string, ProblemCode])[] = [
  [12, 'YJS ID', '', 'intake.value-missing'],
  [47, 'Order start', '31/02/2024', 'intake.date-impossible'],
  [63, 'Order start', '14/09/2052', 'intake.date-future'],
  [80, 'Order start', 'spring 2024', 'intake.date-not-understood'],
  [99, 'Programme type', 'Refferal ordr', 'intake.code-unknown'],
  [121, 'Programme type', 'Fixed penalty', 'intake.code-unknown-far'],
  [140, 'Sex', 'Femail', 'intake.code-unknown'],
  [166, 'Ethnicity', 'White Brittish', 'intake.code-unknown'],
  [187, 'Age at start', '154', 'intake.age-impossible'],
  [203, 'SaW', '', 'intake.value-missing'],
  [222, 'Team', '=HYPERLINK("http://invented.example","North")', 'intake.formula-cell'],
  [241, 'Risk of serious harm', '#N/A', 'intake.error-cell'],
  [260, 'Team', 'South\u0007', 'intake.control-character'],
  [283, 'Looked after', 'No. '.repeat(400), 'intake.cell-too-long'],
]

const personal = [
  { heading: 'D.O.B.', cell: (index: number) => `0${1 + (index % 9)}/0${1 + (index % 8)}/2009` },
  {
    heading: 'Worked with',
    cell: (index: number) => `${['Amber', 'Rhys', 'Chloe', 'Idris', 'Grace', 'Luke'][index % 6]} Madeup`,
  },
  { heading: 'Best contact', cell: (index: number) => `07700 900${String(index % 1000).padStart(3, '0')}` },
] as const

/** The same list spoilt in twenty places, and what is wrong in each. */
export function spoiltTable(): { readonly table: string[][]; readonly planted: readonly Planted[] } {
  const table = madeUpTable()
  const planted: Planted[] = []
  const set = (row: number, heading: Heading, value: string) => {
    const cells = table[row - 1]
    if (cells !== undefined) cells[madeUpHeadings.indexOf(heading)] = value
  }
  const get = (row: number, heading: Heading) => table[row - 1]?.[madeUpHeadings.indexOf(heading)] ?? ''
  for (const [row, heading, value, code] of spoilt) {
    set(row, heading, value)
    planted.push({ code, row, heading })
  }
  set(301, 'YJS ID', get(300, 'YJS ID'))
  set(301, 'Case type', 'Court')
  set(300, 'Case type', 'Court')
  set(300, 'Programme type', 'YRO')
  set(301, 'Programme type', 'YRO')
  planted.push({ code: 'intake.case-id-doubled', row: 301, heading: 'YJS ID' })
  set(331, 'YJS ID', get(330, 'YJS ID'))
  set(330, 'Case type', 'Court')
  set(330, 'Programme type', 'YRO')
  set(331, 'Case type', 'Out of court')
  set(331, 'Programme type', 'Youth Caution')
  planted.push({ code: 'intake.case-in-two-domains', row: 331, heading: 'YJS ID' })
  set(360, 'Case type', 'Court')
  set(360, 'Programme type', 'Community Resolution')
  planted.push({ code: 'intake.disposal-in-other-domain', row: 360, heading: 'Case type' })
  for (const { heading, cell } of personal) {
    table.forEach((cells, index) => {
      if (index === madeUpHeadingRow - 1) cells.push(heading)
      else if (index >= madeUpHeadingRow) cells.push(cell(index))
    })
    planted.push({ code: 'intake.personal-column', row: madeUpHeadingRow, heading })
  }
  return { table, planted }
}

/** Plain CSV as such systems write it: nothing is made safe. */
export function plainCsv(table: readonly (readonly string[])[], delimiter = ',', lineEnd = '\r\n'): string {
  const cell = (text: string) => (/[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return table.map((cells) => cells.map(cell).join(delimiter) + lineEnd).join('')
}

export const madeUpFiles = {
  'made-up-case-list.csv': () => plainCsv(madeUpTable()),
  'made-up-case-list-with-faults.csv': () => plainCsv(spoiltTable().table),
  'made-up-fieldwork-case-list.csv': () => plainCsv(madeUpTable(eastmarch)),
} as const

if (import.meta.main) {
  for (const [name, text] of Object.entries(madeUpFiles)) {
    writeFileSync(join(import.meta.dirname, '../../demonstration', name), text())
  }
}
