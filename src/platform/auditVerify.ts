/** `assay audit verify`: tells whether the audit log is as it was written, and the ends by which that can be shown. */
import { problem } from '../core/kernel/problem.ts'
import { verifyAuditLog } from './auditChain.queries.ts'
import type { Command } from './command.ts'
import { printProblems } from './printProblems.ts'

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  summary: 'Check that nothing in the audit log was changed or taken out',
  usage: 'assay audit verify',
  run: async (words, { terminal, openShell }) => {
    if (words.length > 0) {
      terminal.err('assay audit verify takes no further words.\n')
      return 2
    }
    const { shell, close } = await openShell()
    const { events, heads, faults } = await verifyAuditLog(shell.database)
    await close()
    printProblems(
      terminal,
      faults.map(({ chain, position, fault }) =>
        problem('audit.chain-broken', { chain: chainTitle(chain), position, fault }),
      ),
    )
    if (faults.length > 0) return 1
    terminal.out(`The audit log is as it was written: ${events} events.\n`)
    // Kept elsewhere, these show even a chain that was written anew from its start.
    for (const head of heads) terminal.out(`${chainTitle(head.chain)}: ${head.position} ${head.hash}\n`)
    return 0
  },
}

function chainTitle(chain: string): string {
  return chain === '' ? 'everything outside inspections' : chain
}
