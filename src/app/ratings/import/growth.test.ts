/** The worst files of each kind cost in proportion to their size: twice the file is about twice the work. */
import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../../test/support/anEdition.ts'
import { rawExcel, rawOpenDocument } from '../../../../test/support/rawWorkbook.ts'
import { readList } from '../../intake/readList.ts'
import { todayInLondon } from '../../intake/todayInLondon.ts'
import { readAnswersFile } from '../answersFile.ts'
import { readResultsFile } from '../resultsFile.ts'

const edition = anEdition('yos-2021')
const heading = 'case_id,domain,disposal,start_date,gender,age,ethnicity,rosh,safety_wellbeing'

function readAsList(content: Uint8Array): void {
  const options = {
    mapping: { columns: {}, leaveOut: [] },
    remembered: { columns: {}, leaveOut: [] },
    today: todayInLondon(new Date('2024-06-03T12:00:00Z')),
  }
  readList({ content, file: 'list', edition, options })
}

const bytes = (text: string) => new TextEncoder().encode(text)
const inSheet = (xml: string) => rawExcel({ sheets: [{ name: 'A', xml }] })
const inTable = (xml: string) => rawOpenDocument(`<table:table table:name="A">${xml}</table:table>`)

type Worst = { readonly name: string; readonly read: (size: number) => () => void }

/** For each the size of the first file, so that reading it takes some milliseconds. */
const worst: readonly Worst[] = [
  listOf('ODS of cells that are never closed', (n) => inTable('<table:table-cell '.repeat(n * 400))),
  listOf('ODS of rows that are repeated and never closed', (n) =>
    inTable('<table:table-row table:number-rows-repeated="2">'.repeat(n * 150)),
  ),
  listOf('ODS of quotation marks', (n) => inTable('<table:table-cell a="'.repeat(n * 400))),
  listOf('XLSX of tags that are never closed', (n) => inSheet(`<sheetData>${'<row><c '.repeat(n * 400)}`)),
  listOf('XLSX of hidden rows', (n) =>
    inSheet(`<sheetData>${'<row hidden="1"><c><v>1</v></c></row>'.repeat(n * 10)}</sheetData>`),
  ),
  listOf('CSV of one reference in every row', (n) =>
    bytes(`${heading}\n${'N1,court,referral order,2024-01-31,male,15,indian,low,low\n'.repeat(n * 30)}`),
  ),
  listOf('CSV in which every cell is faulty', (n) =>
    bytes(`${heading}\n${Array.from({ length: n * 4 }, (_, at) => `=${at},x,y,z,a,b,c,d,e`).join('\n')}`),
  ),
  listOf('CSV of quotation marks', (n) => bytes(`${heading}\n${'"a""",'.repeat(90)}\n`.repeat(n))),
  listOf('CSV of one quotation mark that is never closed', (n) =>
    bytes(`${heading}\n"${'a\n'.repeat(n * 500)}`),
  ),
  listOf('a text without line ends', (n) => bytes('a'.repeat(n * 4_000))),
  {
    name: 'answers of one case',
    read: (n) => {
      const content = `case_id,domain,question,answer\n${'N1,court,2.1.1,yes\n'.repeat(n * 60)}`
      return () => void readAnswersFile(content, 'answers.csv')
    },
  },
  {
    name: 'results nested without end',
    read: (n) => {
      const content = `${'['.repeat(n * 20)}${']'.repeat(n * 20)}`
      return () => void readResultsFile(content, 'results.json')
    },
  },
]

function listOf(name: string, make: (size: number) => Uint8Array): Worst {
  return {
    name,
    read: (size) => {
      const content = make(size)
      return () => readAsList(content)
    },
  }
}

/** The processor's time of the quickest of several runs, in microseconds: what a busy machine changes least. */
function cost(work: () => void): number {
  const runs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.min(...runs)
}

/** Four times the file in proportion is 4, and quadratic 16; what is measured below a millisecond is noise. */
const most = 10
const noise = 2_000

describe('four times the file is no more than ten times the work', () => {
  test.each(worst)('$name', ({ read }) => {
    const size = 20
    read(size)()
    const once = Math.max(cost(read(size)), noise)
    expect(cost(read(size * 4)) / once).toBeLessThan(most)
  })
})
