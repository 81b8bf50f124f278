/** Somebody with the owner's rights changes what is stored: `assay audit verify` says what, whatever they take away. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordChecks } from '../../src/bin/recordChecks.ts'
import { seedDemonstration } from '../../src/bin/seed.ts'
import { auditVerifyCommand } from '../../src/platform/auditCommands.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { asOwner, clonedShell } from '../support/database.ts'
import { must } from '../support/demonstrationReports.ts'
import { runCommand } from '../support/runCommand.ts'

let cloned: Awaited<ReturnType<typeof clonedShell>>
const shell = (): Shell => cloned.shell
const verify = () => runCommand(shell(), auditVerifyCommand(recordChecks))

beforeAll(async () => {
  cloned = await clonedShell()
  must(await seedDemonstration(shell()))
})
afterAll(() => cloned?.remove())

test('the demonstration, in fieldwork with a case in every state, is what its audit log says', async () => {
  const { code, out, err } = await verify()
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/What is stored is what the log says: [\d]{3,} values compared\./)
})
