/** What tests of fieldwork need of the people and stages around it. */

import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { makeToken } from '../../src/app/people/accounts/tokens-page/tokens.ts'
import { valuesOf } from '../../src/core/fieldwork/caseFacts.ts'
import type { EntryValue } from '../../src/core/fieldwork/entry.ts'
import type { CaseFact } from '../../src/core/framework/rules/caseRules.ts'
import type { Shell } from '../../src/platform/shell.ts'

/** Moves an inspection to a stage, whatever it had. */
export async function setStage(shell: Shell, inspection: string, stage: string): Promise<void> {
  await shell.database
    .insertInto('inspection_stage')
    .values({ inspection_id: inspection, stage })
    .onConflict((conflict) => conflict.column('inspection_id').doUpdateSet({ stage }))
    .execute()
}

/** A token of someone of the demonstration. */
export async function tokenOf(shell: Shell, email: string): Promise<string> {
  const person = await findPersonByEmail(shell.database, email)
  if (person === undefined) throw new Error(`nobody is ${email}`)
  const made = await makeToken(shell, person.personId, { name: 'test', days: '365' })
  if (!made.ok) throw new Error(made.problems[0].text)
  return made.value.secret
}

/** Something that may be recorded for the fact, and leaves nothing of it missing. */
export function completeFact(fact: CaseFact): EntryValue {
  const free: Readonly<Record<string, string>> = { age: '15', 'interview-time': '2026-06-01T10:30' }
  const value = valuesOf(fact)[0] ?? free[fact.form] ?? 'words'
  return { value, detail: value === fact.needsDetailFor ? 'words' : null }
}
