/** `assay audit verify` and `assay audit head`: whether the audit log is as it was written, and what shows it. */
import { problem } from '../core/kernel/problem.ts'
import { done, type Result } from '../core/kernel/result.ts'
import { listHeads, type VerifiedLog, verifyAuditLog } from './auditChain.queries.ts'
import { headLine, type KeptHead, readHeads } from './auditHeads.ts'
import type { Command, CommandContext, ExitCode } from './command.ts'
import { printProblems } from './printProblems.ts'
import { readGivenFile } from './readGivenFile.ts'

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  summary: 'Check that nothing in the audit log was changed or taken out, also against heads that were kept.',
  usage: 'assay audit verify [--heads FILE]',
  run: async (words, context) => {
    const [option, file, ...others] = words
    const compares = option === '--heads' && file !== undefined && others.length === 0
    if (words.length > 0 && !compares) return wrongUsage(auditVerifyCommand, context)
    const kept = file === undefined ? done([]) : await readHeadsFile(file)
    if (!kept.ok) {
      printProblems(context.terminal, kept.problems)
      return 1
    }
    const { shell, close } = await context.openShell()
    const verified = await verifyAuditLog(shell.database, kept.value).finally(close)
    return report(context, verified, distinctHeads(kept.value))
  },
}

export const auditHeadCommand: Command = {
  name: 'audit head',
  summary: 'Print the present end of each chain of the audit log, as lines to keep somewhere else.',
  usage: 'assay audit head',
  run: async (words, context) => {
    if (words.length > 0) return wrongUsage(auditHeadCommand, context)
    const { shell, close } = await context.openShell()
    const heads = await listHeads(shell.database).finally(close)
    for (const head of heads) context.terminal.out(`${headLine(head, shell.now())}\n`)
    return 0
  },
}

function wrongUsage({ usage }: Command, { terminal }: CommandContext): ExitCode {
  terminal.err(`Usage: ${usage}\n`)
  return 2
}

async function readHeadsFile(file: string): Promise<Result<readonly KeptHead[]>> {
  const content = await readGivenFile(file)
  return content.ok ? readHeads(new TextDecoder().decode(content.value), file) : content
}

/** How many heads there are: one that was kept again, because nothing was logged since, counts once. */
function distinctHeads(heads: readonly KeptHead[]): number {
  return new Set(heads.map(({ chain, position, hash }) => `${chain} ${position} ${hash}`)).size
}

function report(
  { terminal }: CommandContext,
  { events, heads, faults }: VerifiedLog,
  compared: number,
): ExitCode {
  printProblems(
    terminal,
    faults.map(({ chain, position, fault }) =>
      problem('audit.chain-broken', { chain: chainTitle(chain), position, fault }),
    ),
  )
  if (faults.length > 0) return 1
  const against = compared === 0 ? '' : `, ${compared} kept heads met`
  terminal.out(`The audit log is as it was written: ${events} events${against}.\n`)
  for (const { chain, position, hash } of heads) terminal.out(`${chainTitle(chain)}: ${position} ${hash}\n`)
  return 0
}

function chainTitle(chain: string): string {
  return chain === '' ? 'everything outside inspections' : chain
}
