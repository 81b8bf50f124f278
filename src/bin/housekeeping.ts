/** The temporary data of all areas, and the command that removes it by hand. */
import { fieldworkRetention } from '../app/fieldwork/retention.ts'
import { intakeRetention } from '../app/intake/retention.ts'
import { peopleRetention } from '../app/people/retention.ts'
import { countOf } from '../core/kernel/countOf.ts'
import type { Command } from '../platform/command.ts'
import { type RetentionRule, tidy } from '../platform/housekeeping.ts'
import { idempotencyRetention } from '../platform/once/retention.ts'
import { refusalRetention } from '../platform/refusals/retention.ts'

export const retentionRules: readonly RetentionRule[] = [
  ...intakeRetention,
  ...fieldworkRetention,
  ...peopleRetention,
  ...idempotencyRetention,
  ...refusalRetention,
]

export const tidyCommand: Command = {
  name: 'tidy',
  summary: 'Remove data that is no longer needed, as the server does every hour, and say how much of each.',
  usage: 'assay tidy',
  run: async (words, { terminal, openShell }) => {
    if (words.length > 0) {
      terminal.err(`Usage: ${tidyCommand.usage}\n`)
      return 2
    }
    const { shell, close } = await openShell()
    const removed = await tidy(shell, retentionRules).finally(close)
    for (const { what, count } of removed) terminal.out(`${what}: ${count}\n`)
    return 0
  },
}

/** What `docs/reference/retention.md` says, before its table's rows. */
export function retentionRows(): readonly string[] {
  return retentionRules.map(
    ({ what, hours, after, why }) => `| ${what} | ${durationText(hours)} after ${after} | ${why} |`,
  )
}

function durationText(hours: number): string {
  if (hours < 1) return countOf(hours * 60, 'minute')
  if (hours % 24 === 0 && hours > 24) return countOf(hours / 24, 'day')
  return countOf(hours, 'hour')
}
