/** The worst findings files cost in proportion to their size. */
import { describe, test } from 'vitest'
import { anEdition } from '../../../../test/support/anEdition.ts'
import { expectProportion, type Worst } from '../../../../test/support/growth.ts'
import { checkFindings } from '../../../core/report/checkFindings.ts'
import { readFindingsFile } from './findingsFile.ts'

const edition = anEdition('yos-2021')

function findings(name: string, make: (size: number) => unknown): Worst {
  return {
    name,
    read: (size) => {
      const made = make(size)
      const content = typeof made === 'string' ? made : JSON.stringify(made)
      return () => {
        const read = readFindingsFile(content, 'findings.json')
        if (read.ok) checkFindings(edition, 'a', read.value)
      }
    },
  }
}

const many = <Item>(count: number, item: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => item(at))

const worst: readonly Worst[] = [
  findings('of one standard again and again', (n) => ({
    inspection: 'a',
    findings: many(n * 50, () => ({ standard: '2.1' })),
  })),
  findings('of standards that are none', (n) => ({
    inspection: 'a',
    findings: many(n * 50, (at) => ({ standard: `${at}` })),
  })),
  findings('of fields that nobody knows', (n) => Object.fromEntries(many(n * 100, (at) => [`k${at}`, 1]))),
  findings('of recommendations in the wrong order', (n) => ({
    inspection: 'a',
    recommendations: many(n * 50, () => ({ owner: 'A', text: 'B', number: 7 })),
  })),
  findings('of one long text', (n) => ({
    inspection: 'a',
    findings: [{ standard: '2.1', strengths: ['\n'.repeat(n * 5_000)] }],
  })),
  findings('of empty lists', (n) => `[${'[],'.repeat(n * 500)}1]`),
  findings('of one long number', (n) => '1'.repeat(n * 5_000)),
  findings('of faults after many lines', (n) => `[${'\n'.repeat(n * 5_000)}${'"\\u0000",'.repeat(90)}1]`),
]

describe('four times the findings are no more than ten times the work', () => {
  test.each(worst)('$name', ({ read }) => expectProportion(read))
})
