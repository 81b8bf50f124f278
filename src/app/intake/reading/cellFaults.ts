/** Faults of single cells that have nothing to do with what the cell is for. */
import { isSpreadsheetError } from '../../../core/intake/referenceShapes.ts'
import type { Place, Problem } from '../../../core/kernel/problem.ts'
import { problem } from '../problems.ts'
import { caseListLimits } from './caseListLimits.ts'

/** Control characters other than tab and line ends; marks that are not seen or turn the direction of writing. */
const invisible = /(?![\t\n\r])\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFFFE\uFFFF]/u
/** What a spreadsheet program would run: `=1+1`, `@SUM(…)`, `+cmd|…`. */
const formula = /^(?:=|@\w+\(|[+-][^\s]*[(|!])/

/** Returns what is wrong with the text of a cell, whichever column it is in. */
export function cellFaults(text: string, place: Place): readonly Problem[] {
  const faults: Problem[] = []
  if (text.length > caseListLimits.characters) {
    faults.push(problem('intake.cell-too-long', { limit: caseListLimits.characters }, place))
  }
  const [character] = invisible.exec(text) ?? []
  if (character !== undefined) {
    faults.push(problem('intake.control-character', { character: codePoint(character) }, place))
  }
  if (formula.test(text)) faults.push(problem('intake.formula-cell', {}, place))
  if (isSpreadsheetError(text)) faults.push(problem('intake.error-cell', { value: text }, place))
  return faults
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
