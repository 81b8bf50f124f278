/** `assay audit refusals`: what the server refused, as a table for other programs. */
import { csvTextWithoutMark } from '../../core/kernel/csvText.ts'
import type { Command, CommandContext } from '../command.ts'
import { type ListedRefusal, listRefusals } from './refusal.queries.ts'

const headings = ['first', 'last', 'times', 'refused', 'with token', 'account', 'network', 'route']
const rowsAtOnce = 1_000
const dayMs = 86_400_000

export const refusalsCommand: Command = {
  name: 'audit refusals',
  summary:
    'Print what the server refused in the last days (by default 7) as CSV, the newest first: failed sign-ins, forms from elsewhere, missing permissions, limits.',
  usage: 'assay audit refusals [--days NUMBER]',
  run: async (words, context) => {
    const days = daysIn(words)
    if (days === undefined) {
      context.terminal.err(`Usage: ${refusalsCommand.usage}\n`)
      return 2
    }
    await print(context, days)
    return 0
  },
}

/** Undefined if the words are not as the usage says. */
function daysIn(words: readonly string[]): number | undefined {
  if (words.length === 0) return 7
  const [option, number = '', ...others] = words
  return option === '--days' && /^[1-9]\d{0,3}$/.test(number) && others.length === 0
    ? Number(number)
    : undefined
}

async function print({ terminal, openShell }: CommandContext, days: number): Promise<void> {
  const { shell, close } = await openShell()
  try {
    const since = new Date(shell.now().getTime() - days * dayMs)
    terminal.out(csvTextWithoutMark([headings]))
    for (let from = 0; ; from += rowsAtOnce) {
      const rows = await listRefusals(shell.database, { since, from, atMost: rowsAtOnce })
      if (rows.length > 0) terminal.out(csvTextWithoutMark(rows.map(cellsOf)))
      if (rows.length < rowsAtOnce) return
    }
  } finally {
    await close()
  }
}

function cellsOf(refusal: ListedRefusal): readonly string[] {
  const { firstAt, lastAt, times, code, byToken, personId, network, route } = refusal
  const moments = [firstAt.toISOString(), lastAt.toISOString()]
  return [...moments, String(times), code, byToken ? 'yes' : 'no', personId ?? '', network ?? '', route ?? '']
}
