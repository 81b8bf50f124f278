/** Writes the reference pages that are made from code. A structure test compares them with the code. */
import { writeFileSync } from 'node:fs'
import { annexeReference } from '../app/report/annexe/annexeReference.ts'
import { catalogue } from '../core/kernel/catalogue.ts'

/** `docs/reference/problems.md`: every refusal with its code, status, sentence and mend. */
export function problemsReference(): string {
  const rows = Object.entries(catalogue).map(
    ([code, entry]) => `| \`${code}\` | ${entry.status} | ${entry.sentence} | ${entry.mend} |`,
  )
  return [
    '# Problems',
    '',
    'Every refusal the product can give. Made from `src/core/kernel/catalogue.ts` by `npm run docs`.',
    '',
    '| code | status | what it says | what to do |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

if (import.meta.main) {
  writeFileSync('docs/reference/problems.md', problemsReference())
  writeFileSync('docs/reference/annexe.md', annexeReference())
}
