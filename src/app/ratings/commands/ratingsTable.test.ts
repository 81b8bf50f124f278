import { beforeAll, describe, expect, test } from 'vitest'
import { doneValue } from '../../../../test/support/results.ts'
import { projectEditions } from '../../../../test/support/sampleOfNorthmoor.ts'
import { allStandards } from '../../../core/framework/findInEdition.ts'
import { figuresFromResults } from '../../../core/ratings/figuresFromResults.ts'
import { rateInspection } from '../../../core/ratings/rateInspection.ts'
import { readResultsFile } from '../import/resultsFile.ts'
import type { RatedFromFile } from './rateFiles.ts'
import { ratingsTable } from './ratingsTable.ts'

let inspection: RatedFromFile
const figure = '100% (12345/12345)'

beforeAll(async () => {
  const edition = (await projectEditions()).get('yos-2021')
  if (edition === undefined) throw new Error('the edition is not there')
  const standards = allStandards(edition)
    .filter(({ judgedFrom, keyQuestions }) => judgedFrom === 'cases' && keyQuestions.length > 0)
    .map(({ id, keyQuestions }) => ({
      standard: id,
      keyQuestions: keyQuestions.map((each) => ({ keyQuestion: each.id, yes: 12_345, of: 12_345 })),
    }))
  const service = 'Example \u001b[31mred\u001b[0m \u202e.ecivreS'
  const text = JSON.stringify({ service, edition: 'yos-2021', standards })
  const [input] = doneValue(readResultsFile(text, 'results.json'))
  if (input === undefined) throw new Error('nothing was read')
  const rated = doneValue(rateInspection(edition, doneValue(figuresFromResults(edition, input))))
  inspection = { service, edition, rated }
})

const widths = Array.from({ length: 161 }, (_, at) => at + 40)

describe('the table of ratings', () => {
  test('never cuts a figure or a rating, however narrow the terminal is', () => {
    const count = inspection.rated.standards.flatMap(({ keyQuestions }) => keyQuestions).length
    for (const columns of widths) {
      const table = ratingsTable(inspection, { colour: false, columns })
      expect([columns, table.split(figure).length - 1]).toEqual([columns, count])
      expect([columns, table.split('Outstanding').length > count]).toEqual([columns, true])
    }
  })

  test('fits in the width from 80 characters on', () => {
    for (const columns of widths.filter((width) => width >= 80)) {
      const [table = ''] = ratingsTable(inspection, { colour: false, columns }).split('\nNotes\n')
      const lines = table.split('\n').slice(1)
      const longest = Math.max(...lines.filter((line) => line.includes('%')).map(({ length }) => length))
      expect([columns, longest <= columns]).toEqual([columns, true])
    }
  })

  test('names what would act on the terminal', () => {
    const table = ratingsTable(inspection, { colour: false })
    expect(table).toContain('Example <U+001B>[31mred<U+001B>[0m <U+202E>.ecivreS')
    expect([table.includes('\u001b'), table.includes('\u202e')]).toEqual([false, false])
  })
})
