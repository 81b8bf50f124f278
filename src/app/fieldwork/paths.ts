/** The addresses of fieldwork's pages. */
import type { CaseStep } from '../../core/fieldwork/caseProgress.ts'
import type { EntryRef } from '../../core/fieldwork/entry.ts'
import { inspectionPagePath } from '../layout/inspectionPath.ts'

type Key = { readonly inspectionId: string; readonly caseId: string }

const encoded = encodeURIComponent

/** Returns the address of the page that begins fieldwork. */
export function beginFieldworkPath(inspection: string): string {
  return inspectionPagePath(inspection, 'begin-fieldwork')
}

/** Returns the address of the list of cases. */
export function casesPath(inspection: string): string {
  return inspectionPagePath(inspection, 'cases')
}

/** Returns the address of a case. */
export function casePath({ inspectionId, caseId }: Key): string {
  return `${casesPath(inspectionId)}/${encoded(caseId)}`
}

/** Returns the address of the case in the API, from which scripts make those of its entries. */
export function caseApiPath(key: Key): string {
  return `/api/v1${casePath(key)}`
}

/** Returns the address of the facts of a case. */
export function factsPath(key: Key): string {
  return `${casePath(key)}/facts`
}

/** Returns the address of all questions of a case on one page. */
export function questionsPath(key: Key): string {
  return `${casePath(key)}/questions`
}

/** Returns the address of one key question of a case. */
export function questionPath(key: Key, keyQuestion: string): string {
  return `${questionsPath(key)}/${encoded(keyQuestion)}`
}

/** Returns the address of an entry on the page on which it is written. A prompt is on the page of all questions. */
export function entryPath(key: Key, { kind, item }: EntryRef): string {
  return `${kind === 'fact' ? factsPath(key) : questionsPath(key)}#${kind}-${item}`
}

/** Returns the address of the conflicts of a case. */
export function conflictsPath(key: Key): string {
  return `${casePath(key)}/conflicts`
}

/** Returns the address of the conflict between the values of one entry. */
export function conflictPath(key: Key, { kind, item }: EntryRef): string {
  return `${conflictsPath(key)}#${kind}-${item}`
}

/** Returns the address of the history of a case. */
export function historyPath(key: Key): string {
  return `${casePath(key)}/history`
}

/** Returns the address of one value in the history of a case. */
export function historyLinePath(key: Key, line: string): string {
  return `${historyPath(key)}/${encoded(line)}`
}

/** Returns the address to which a form sends a step of a case. */
export function stepPath(key: Key, step: CaseStep): string {
  return `${casePath(key)}/steps/${step}`
}

/** Returns the address to which a form sends the assessors of a case. */
export function assessorsPath(key: Key): string {
  return `${casePath(key)}/people`
}
