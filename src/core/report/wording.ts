/** The pieces that the sections of a report share. */
import type { Block, Cell } from './reportModel.ts'

/** A text of a person's own, closed so that another sentence can follow it. */
export function fullStop(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

export function note(text: string): Block {
  return { kind: 'note', text }
}

export function plain(text: string): Cell {
  return { text, tone: 'none' }
}
