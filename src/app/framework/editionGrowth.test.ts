/** The worst edition files cost in proportion to their size. */
import { describe, test } from 'vitest'
import { expectProportion, type Worst } from '../../../test/support/growth.ts'
import { readEdition } from './editionFile.ts'

function edition(name: string, make: (size: number) => string): Worst {
  return {
    name,
    read: (size) => {
      const content = Buffer.from(make(size))
      return () => void readEdition(content, 'a.yaml')
    },
  }
}

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

const worst: readonly Worst[] = [
  edition('of keys in one group', (n) => lines(n * 100, (at) => `k${at}: 1`)),
  edition('of one key again and again', (n) => lines(n * 100, () => 'k: 1')),
  edition(
    'of anchors and aliases',
    (n) => `${lines(n * 25, (at) => `- &a${at} x`)}\n${lines(n * 25, (at) => `- *a${at}`)}`,
  ),
  edition('of one alias again and again', (n) => `- &a x\n${lines(n * 50, () => '- *a')}`),
  edition('nested in brackets', (n) => '['.repeat(n * 200)),
  edition('nested in hyphens', (n) => '- '.repeat(n * 200)),
  edition('of faulty domains', (n) => `domains:\n${lines(n * 10, () => '  - {}')}`),
  edition('of unknown escapes', (n) => `a: "${'\\q'.repeat(n * 100)}"`),
]

describe('four times the edition is no more than ten times the work', () => {
  test.each(worst)('$name', ({ read }) => expectProportion(read))
})
