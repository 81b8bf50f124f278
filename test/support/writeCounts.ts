/** Writes what a soak counted into docs/explanation/nothing-lost.md: node test/support/writeCounts.ts LOG COMMIT */
import { readFileSync, writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const [log, commit] = process.argv.slice(2)
if (log === undefined || commit === undefined) throw new Error('node test/support/writeCounts.ts LOG COMMIT')
const page = 'docs/explanation/nothing-lost.md'
const heading = '## Counted at full length'

const counts = stripVTControlCharacters(readFileSync(log, 'utf8'))
  .split('\n')
  // The titles of tests speak of it too.
  .filter((line) => line.includes('acknowledged') && !/^\s*[✓×]/.test(line))
if (counts.length === 0) throw new Error('the log holds no counts')
const section = [
  heading,
  '',
  `By \`script/soak\` on commit ${commit}:`,
  '',
  ...counts.map((line) => `- ${line.trim()}`),
]
const [above = ''] = readFileSync(page, 'utf8').split(`\n${heading}\n`)
writeFileSync(page, `${above.trimEnd()}\n\n${section.join('\n')}\n`)
