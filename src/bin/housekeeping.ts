/** The temporary data of all areas, and the command that removes it by hand. */
import { fieldworkPassing } from '../app/fieldwork/housekeeping.ts'
import { intakePassing } from '../app/intake/housekeeping.ts'
import { peoplePassing } from '../app/people/housekeeping.ts'
import { countOf } from '../core/kernel/countOf.ts'
import type { Command } from '../platform/command.ts'
import { type Passing, tidy } from '../platform/housekeeping.ts'
import { oncePassing } from '../platform/once/housekeeping.ts'
import { refusalPassing } from '../platform/refusals/housekeeping.ts'

export const allPassing: readonly Passing[] = [
  ...intakePassing,
  ...fieldworkPassing,
  ...peoplePassing,
  ...oncePassing,
  ...refusalPassing,
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
    const removed = await tidy(shell, allPassing).finally(close)
    for (const { what, count } of removed) terminal.out(`${what}: ${count}\n`)
    return 0
  },
}

/** What `docs/reference/retention.md` says, before its table's rows. */
export function retentionRows(): readonly string[] {
  return allPassing.map(
    ({ what, hours, after, why }) => `| ${what} | ${durationText(hours)} after ${after} | ${why} |`,
  )
}

function durationText(hours: number): string {
  if (hours < 1) return countOf(hours * 60, 'minute')
  if (hours % 24 === 0 && hours > 24) return countOf(hours / 24, 'day')
  return countOf(hours, 'hour')
}
