/** Loads the demonstration. It may run at every start: what is stored already is left as it is. */
import { join } from 'node:path'
import {
  loadDemonstrationFieldwork,
  registerDemonstrationFieldwork,
} from '../app/fieldwork/demonstration/loadDemonstrationFieldwork.ts'
import { loadEditions } from '../app/framework/editions.ts'
import { loadDemonstrationPeople } from '../app/people/accounts/demonstration.ts'
import { loadDemonstration } from '../app/ratings/demonstration.ts'
import { loadDemonstrationFindings } from '../app/report/findings/demonstrationFindings.ts'
import { done, type Result } from '../core/kernel/result.ts'
import { printProblems } from '../platform/printProblems.ts'
import { processTerminal } from '../platform/processTerminal.ts'
import type { Shell } from '../platform/shell.ts'
import { openCommandShell } from './openShell.ts'

const projectFolder = join(import.meta.dirname, '../..')

/** Stores the inspections and people of the demonstration that are missing. Returns how many inspections. */
export async function seedDemonstration(shell: Shell): Promise<Result<number>> {
  const editions = await loadEditions(join(projectFolder, 'editions'))
  if (!editions.ok) return editions
  const folder = join(projectFolder, 'demonstration')
  const added = await loadDemonstration(shell, editions.value, folder)
  if (!added.ok) return added
  const findings = await loadDemonstrationFindings(shell, editions.value, folder)
  if (!findings.ok) return findings
  const inspected = await registerDemonstrationFieldwork(shell, editions.value, folder)
  if (!inspected.ok) return inspected
  const { id, isNew } = inspected.value
  const people = await loadDemonstrationPeople(shell, folder, ['northmoor-2024-06', id])
  if (!people.ok) return people
  const fieldwork = await loadDemonstrationFieldwork(shell, editions.value, folder, id)
  return fieldwork.ok ? done(added.value.length + (isNew ? 1 : 0)) : fieldwork
}

if (import.meta.main) {
  const { shell, close } = await openCommandShell(processTerminal)
  const seeded = await seedDemonstration(shell)
  await close()
  if (!seeded.ok) {
    printProblems(processTerminal, seeded.problems)
    process.exitCode = 1
  }
}
