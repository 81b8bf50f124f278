/** Writes the reference pages that are made from code. A structure test compares them with the code. */
import { writeFileSync } from 'node:fs'
import { editionReference } from '../app/framework/editionReference.ts'
import { caseListReference } from '../app/intake/caseListReference.ts'
import { apiReference } from '../app/layout/api/apiReference.ts'
import { permissionsReference } from '../app/people/access/permissions-page/permissionsPage.view.ts'
import { annexeReference } from '../app/report/annexe/annexeReference.ts'
import { settingsTable } from '../platform/config/settings.ts'
import { apiOperations } from './apiOperations.ts'
import { commands } from './commands.ts'
import { retentionRows } from './housekeeping.ts'
import { problems } from './problems.ts'

/** Every page of `docs/reference` that is made from code, by its file name. */
export const madeReferences: Readonly<Record<string, () => string>> = {
  'annexe.md': annexeReference,
  'case-list-format.md': caseListReference,
  'api.md': () => apiReference(apiOperations(new Map())),
  'commands.md': commandsReference,
  'edition-format.md': editionReference,
  'permissions.md': permissionsReference,
  'problems.md': problemsReference,
  'retention.md': retentionReference,
  'settings.md': settingsReference,
}

function problemsReference(): string {
  const rows = Object.entries(problems)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { status, sentence, action }]) => `| \`${code}\` | ${status} | ${sentence} | ${action} |`)
  return page(
    'Problems',
    'Every refusal of the product. Made from each room’s `problems.ts` by `npm run docs`.',
    ['| code | status | what it says | what to do |', '| --- | --- | --- | --- |', ...rows],
  )
}

function retentionReference(): string {
  return page(
    'Temporary data',
    'The server removes it every hour; `assay tidy` removes it by hand. Everything else stays: nobody can remove the audit log or what was written about cases. Made from each room’s `retention.ts` by `npm run docs`.',
    ['| what | how long | why |', '| --- | --- | --- |', ...retentionRows()],
  )
}

function settingsReference(): string {
  const rows = Object.values(settingsTable).map(
    ({ name, meaning, byDefault, expected }) =>
      `| \`${name}\` | ${meaning} | ${byDefault === null ? 'not set' : `\`${byDefault}\``} | ${expected} |`,
  )
  return page(
    'Settings',
    'Read once from the environment when the program starts. A setting that is unknown or malformed stops the start. Made from `src/platform/config/settings.ts` by `npm run docs`.',
    ['| setting | meaning | by default | what it takes |', '| --- | --- | --- | --- |', ...rows],
  )
}

function commandsReference(): string {
  const sections = commands.flatMap(({ name, summary, usage }) => [
    `## ${name}`,
    '',
    summary,
    '',
    '```sh',
    usage,
    '```',
    '',
  ])
  return page(
    'Commands',
    'In a clone, use `script/assay` instead of `assay`. Exit codes: 0 done, 1 refused with the problem on standard error, 2 wrong usage. Made from the commands by `npm run docs`.',
    sections.slice(0, -1),
  )
}

function page(title: string, opening: string, lines: readonly string[]): string {
  return [`# ${title}`, '', opening, '', ...lines, ''].join('\n')
}

if (import.meta.main) {
  for (const [name, make] of Object.entries(madeReferences)) writeFileSync(`docs/reference/${name}`, make())
}
