/** The worst files of each kind cost in proportion to their size: twice the file is about twice the work. */
import { describe, test } from 'vitest'
import { anEdition } from '../../../../test/support/anEdition.ts'
import { expectProportion, type Worst } from '../../../../test/support/growth.ts'
import { rawExcel, rawOpenDocument } from '../../../../test/support/rawWorkbook.ts'
import { londonDay } from '../../../core/kernel/londonDate.ts'
import { figuresFromAnswers } from '../../../core/ratings/figuresFromAnswers.ts'
import { figuresFromResults } from '../../../core/ratings/figuresFromResults.ts'
import { readList } from '../../intake/reading/readList.ts'
import { storedArchive } from '../../intake/reading/zipArchive.ts'
import { readAnswersFile } from '../answers/answersFile.ts'
import { readJudgementsFile } from '../answers/judgementsFile.ts'
import { readResultsFile } from './resultsFile.ts'

const edition = anEdition('yos-2021')
const heading = 'case_id,domain,disposal,start_date,gender,age,ethnicity,rosh,safety_wellbeing'

function readAsList(content: Uint8Array): void {
  const options = {
    mapping: { columns: {}, leaveOut: [] },
    remembered: { columns: {}, leaveOut: [] },
    today: londonDay(new Date('2024-06-03T12:00:00Z')),
  }
  readList({ content, file: 'list', edition, options })
}

const bytes = (text: string) => new TextEncoder().encode(text)
const inSheet = (xml: string) => rawExcel({ sheets: [{ name: 'A', xml }] })
const inTable = (xml: string) => rawOpenDocument(`<table:table table:name="A">${xml}</table:table>`)

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
  listOf('XLSX of columns that are hidden again and again', (n) =>
    inSheet(`<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(n * 20)}</cols><sheetData/>`),
  ),
  listOf('XLSX of shared texts', (n) =>
    rawExcel({
      sharedStrings: Array.from({ length: n * 20 }, (_, at) => `<si><t>${at}</t></si>`),
      sheets: [
        { name: 'A', xml: `<sheetData>${'<row><c t="s"><v>1</v></c></row>'.repeat(n * 10)}</sheetData>` },
      ],
    }),
  ),
  listOf('XLSX of comments that are never closed', (n) => inSheet('<!--'.repeat(n * 4_000))),
  listOf('XLSX of texts that are never closed', (n) => inSheet('<t '.repeat(n * 4_000))),
  listOf('XLSX of merged cells', (n) =>
    inSheet(`<sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(n * 50)}</mergeCells>`),
  ),
  listOf('an archive of parts that nobody reads', (n) =>
    storedArchive(new Map(Array.from({ length: n * 4 }, (_, at) => [`xl/${at}.xml`, Buffer.from('<a/>')]))),
  ),
  listOf('letters that are never UTF-8', (n) => Buffer.from('a\xC9\xC3\xA9'.repeat(n * 2_000), 'latin1')),
  {
    name: 'answers of which none is right',
    read: (n) => {
      const content = `case_id,domain,question,answer\n${'=1,x,y,z\n'.repeat(n * 100)}`
      return () => {
        const rows = readAnswersFile(content, 'answers.csv')
        if (rows.ok) figuresFromAnswers(edition, rows.value, { judgements: [], unrated: [] })
      }
    },
  },
  {
    name: 'judgements of one standard',
    read: (n) => {
      const content = JSON.stringify(
        Array.from({ length: n * 30 }, () => ({ standard: '1.1', rating: 'good' })),
      )
      return () => {
        const read = readJudgementsFile(content, 'judgements.json')
        if (read.ok) figuresFromAnswers(edition, [], read.value)
      }
    },
  },
  {
    name: 'results of one key question',
    read: (n) => {
      const keyQuestions = Array.from({ length: n * 30 }, () => ({ keyQuestion: '2.1.1', percentYes: 80 }))
      const standards = [{ standard: '2.1', keyQuestions }]
      const content = JSON.stringify({ service: 'A', edition: edition.id, standards })
      return () => {
        const read = readResultsFile(content, 'results.json')
        for (const each of read.ok ? read.value : []) figuresFromResults(edition, each)
      }
    },
  },
  {
    name: 'results of fields that nobody knows',
    read: (n) => {
      const content = JSON.stringify(
        Object.fromEntries(Array.from({ length: n * 60 }, (_, at) => [`k${at}`, 1])),
      )
      return () => void readResultsFile(content, 'results.json')
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

describe('four times the file is no more than ten times the work', () => {
  test.each(worst)('$name', ({ read }) => expectProportion(read))
})
