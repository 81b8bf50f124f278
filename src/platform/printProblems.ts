import { printableText } from '../core/kernel/printableText.ts'
import type { Place, Problem } from '../core/kernel/problem.ts'
import type { Terminal } from './command.ts'

/** Prints each problem as a block: where, what is wrong, what to do. */
export function printProblems(terminal: Terminal, problems: readonly Problem[]): void {
  for (const { code, text, action, place } of problems) {
    const where = placeText(place)
    const lines = [...(where === '' ? [] : [where]), `${text} [${code}]`, action]
    terminal.err(`${lines.join('\n  ')}\n\n`)
  }
}

/** The known parts of a place, from the outside in: `cases.csv, row 4, answer`. */
export function placeText({ file, line, column, row, field, path }: Place): string {
  const inFile = [
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${column}`,
    row === undefined ? undefined : `row ${row}`,
  ]
  return [file, ...inFile, field, path]
    .filter((part) => part !== undefined)
    .map(printableText)
    .join(', ')
}
