import { questionOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import type { ConflictReason } from '../../../core/fieldwork/decideWrite.ts'
import type { EntryRef } from '../../../core/fieldwork/entry.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { localDateTimeText } from '../../../core/kernel/localDateTime.ts'
import { momentText } from '../../../core/kernel/londonTime.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { formErrors } from '../../people/formErrors.ts'
import type { KeptEntry } from '../case/case.queries.ts'
import { contestedOf, type LoadedCase } from '../case/loadCase.ts'
import { entryTitle, valueWords } from '../entries/entryField.view.ts'
import { caseFrame } from '../questions-page/questionsPage.view.ts'

export type Choice = {
  /** `current`, or the id of the kept value. */
  readonly choice: string
  readonly words: string
  readonly detail: string
  readonly by: string
}

/** A decision that was sent and not taken: what was typed stays, beside what is wrong with it. */
export type RefusedDecision = {
  readonly ref: EntryRef
  readonly choice: string
  readonly reason: string
  readonly problems: readonly Problem[]
}

/** The first of the values: what the error summary leads to. */
export function firstChoiceId({ kind, item }: EntryRef): string {
  return `${kind}-${item}-1`
}

/** The field of the reason. */
export function reasonId({ kind, item }: EntryRef): string {
  return `${kind}-${item}-reason`
}

/** Every entry with more than one value, each value with its writer and time. */
export function conflictsPage(loaded: LoadedCase, refused: RefusedDecision | null) {
  const errors = formErrors(refused?.problems ?? [])
  return {
    ...caseFrame(loaded),
    place: 'conflicts',
    errors,
    conflicts: contestedOf(loaded.kept).map((ref) => {
      const entry = loaded.entries.find(ref)
      const sent = refused !== null && isSame(refused.ref, ref) ? refused : null
      const kept = loaded.kept.filter(({ kind, item }) => kind === ref.kind && item === ref.item)
      const current = {
        choice: 'current',
        words: wordsOf(loaded.edition, entry?.value ?? null),
        detail: entry?.detail ?? '',
        by:
          entry === undefined
            ? 'nothing was written'
            : `${entry.author.name}, ${momentText(new Date(entry.at))}; this stands now`,
      }
      return {
        id: `${ref.kind}-${ref.item}`,
        error: errors.fields[firstChoiceId(ref)] ?? null,
        reasonError: errors.fields[reasonId(ref)],
        chosen: sent?.choice ?? null,
        reason: sent?.reason ?? '',
        kind: ref.kind,
        item: ref.item,
        title: entryTitle(loaded.edition, ref),
        question: questionOfCase(loaded.edition, loaded.inspected.caseDomain, ref.item)?.text ?? null,
        sawVersion: entry?.version ?? 0,
        choices: [current, ...kept.map((each) => choiceOf(loaded.edition, each))],
      }
    }),
  }
}

function isSame(one: EntryRef, other: EntryRef): boolean {
  return one.kind === other.kind && one.item === other.item
}

function choiceOf(edition: Edition, { keptId, value, detail, author, at, because }: KeptEntry): Choice {
  return {
    choice: keptId,
    words: wordsOf(edition, value),
    detail: detail ?? '',
    by: `${author.name}, ${momentText(new Date(at))}${becauseWords[because]}`,
  }
}

const becauseWords: Readonly<Record<ConflictReason, string>> = {
  'changed-meanwhile': '',
  'case-frozen': '; it arrived after the case was handed in',
  'right-taken-away': '; when it arrived they could no longer work on this case',
  'conflict-of-interest': '; when it arrived a conflict of interest between them and this case was declared',
}

export function wordsOf(edition: Edition, value: string | null): string {
  return value === null ? 'Taken back' : (valueWords(edition)[value] ?? localDateTimeText(value))
}
