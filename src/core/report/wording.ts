/** What the sections of a report share. */
import type { Block, Cell } from './reportModel.ts'

/** Returns a text that a person wrote, ended with a full stop so that another sentence can follow it. */
export function fullStop(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}

/** Returns a paragraph of the report. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** Returns a caution, which is printed separately from the text around it. */
export function note(text: string): Block {
  return { kind: 'note', text }
}

/** Returns a cell of a table with plain text. */
export function plain(text: string): Cell {
  return { text, tone: 'none' }
}
