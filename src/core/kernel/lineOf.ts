/**
 * Returns the line of the character at `offset`, counted from 1 as an editor counts: `\n`, `\r\n` and `\r` each end a
 * line.
 */
export function lineOf(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n|\n|\r(?!\n|$)|\r$/g)?.length ?? 0) + 1
}
