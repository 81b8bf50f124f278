/** `assay audit verify` and `assay audit head`: whether the audit log is as it was written, and what shows it. */

import { done, type Result } from '../core/kernel/result.ts'
import { listHeads, type VerifiedLog, verifyAuditLog } from './auditChain.queries.ts'
import { headLine, type KeptHead, readHeads } from './auditHeads.ts'
import type { Command, CommandContext, ExitCode } from './command.ts'
import { printProblems } from './printProblems.ts'
import { problem } from './problems.ts'
import { readGivenFile } from './readGivenFile.ts'
import { type ComparedRecord, compareRecords, type RecordCheck } from './recordCheck.ts'

/** The command that verifies the audit log, and with `checks` that what is stored is what the log says. */
export function auditVerifyCommand(checks: readonly RecordCheck[]): Command {
  const command: Command = {
    name: 'audit verify',
    summary:
      'Check that nothing in the audit log was changed or removed, also against stored heads, and that every stored judgement matches the log.',
    usage: 'assay audit verify [--heads FILE]',
    run: async (words, context) => {
      const [option, file, ...others] = words
      const compares = option === '--heads' && file !== undefined && others.length === 0
      if (words.length > 0 && !compares) return wrongUsage(command, context)
      const kept = file === undefined ? done([]) : await readHeadsFile(file)
      if (!kept.ok) {
        printProblems(context.terminal, kept.problems)
        return 1
      }
      return verify(context, kept.value, checks)
    },
  }
  return command
}

async function verify(
  context: CommandContext,
  kept: readonly KeptHead[],
  checks: readonly RecordCheck[],
): Promise<ExitCode> {
  const { shell, close } = await context.openShell()
  try {
    const log = await verifyAuditLog(shell.database, kept)
    const records = await compareRecords(shell.database, checks)
    return report(context, { log, records, compared: distinctHeads(kept) })
  } finally {
    await close()
  }
}

export const auditHeadCommand: Command = {
  name: 'audit head',
  summary: 'Print the current end of each chain of the audit log, as lines to store elsewhere.',
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

/** How many heads there are: one that was stored again, because nothing was logged since, counts once. */
function distinctHeads(heads: readonly KeptHead[]): number {
  return new Set(heads.map(({ chain, position, hash }) => `${chain} ${position} ${hash}`)).size
}

type Verified = {
  readonly log: VerifiedLog
  readonly records: ComparedRecord
  /** How many stored heads were compared. */
  readonly compared: number
}

function report({ terminal }: CommandContext, { log, records, compared }: Verified): ExitCode {
  const problems = [
    ...log.faults.map(({ chain, position, fault }) =>
      problem('audit.chain-broken', { chain: chainTitle(chain), position, fault }),
    ),
    ...records.faults.map(({ inspectionId, subject, fault }) =>
      problem('audit.record-differs', { inspection: inspectionId, subject, fault }),
    ),
  ]
  printProblems(terminal, problems)
  if (problems.length > 0) return 1
  const against = compared === 0 ? '' : `, ${compared} stored heads match`
  terminal.out(`The audit log is as it was written: ${log.events} events${against}.\n`)
  terminal.out(`What is stored is what the log says: ${records.values} values compared.\n`)
  for (const { chain, position, hash } of log.heads) {
    terminal.out(`${chainTitle(chain)}: ${position} ${hash}\n`)
  }
  return 0
}

function chainTitle(chain: string): string {
  return chain === '' ? 'everything outside inspections' : chain
}
