import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { doneValue } from '../../../test/support/results.ts'
import { figuresFromAnswers } from '../../core/ratings/figuresFromAnswers.ts'
import { figuresFromResults } from '../../core/ratings/figuresFromResults.ts'
import { ratingNoteCodes } from '../../core/ratings/ratedInspection.ts'
import { rateInspection } from '../../core/ratings/rateInspection.ts'
import { loadEditions } from '../framework/editions.ts'
import { readAnswersFile } from './answers/answersFile.ts'
import { readJudgementsFile } from './answers/judgementsFile.ts'
import { readResultsFile } from './import/resultsFile.ts'

const root = new URL('../../../', import.meta.url)
const edition = doneValue(await loadEditions(fileURLToPath(new URL('editions', root)))).get('yos-2021')
const results = await readFile(new URL('docs/reference/results-format.md', root), 'utf8')
const answers = await readFile(new URL('docs/reference/answers-format.md', root), 'utf8')

/** The first block of a language in a page of the reference. */
function example(page: string, language: string): string {
  return page.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''
}

test('the results that the reference shows are rated as it says', () => {
  const [input] = doneValue(readResultsFile(example(results, 'json'), 'results-format.md'))
  if (edition === undefined || input === undefined) throw new Error('the example is not there')
  const rated = doneValue(rateInspection(edition, doneValue(figuresFromResults(edition, input))))
  expect(rated).toMatchObject({ score: 6, maximum: 24, overall: null })
  expect(rated.standards.find(({ standard }) => standard === '2.2')).toMatchObject({
    calculated: 'requires-improvement',
    awarded: 'good',
  })
  expect(rated.notes.filter(({ code }) => code === 'published-differs')).toEqual([])
})

test('the answers that the reference shows are read, with their judgements', () => {
  if (edition === undefined) throw new Error('the edition is not there')
  const rows = doneValue(readAnswersFile(example(answers, 'csv'), 'answers-format.md'))
  const judgements = doneValue(readJudgementsFile(example(answers, 'json'), 'answers-format.md'))
  expect(doneValue(figuresFromAnswers(edition, rows, judgements)).keyQuestions).toHaveLength(2)
})

test('the reference explains every note', () => {
  const explained = [...results.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
  expect(explained.slice(-ratingNoteCodes.length)).toEqual([...ratingNoteCodes])
})
