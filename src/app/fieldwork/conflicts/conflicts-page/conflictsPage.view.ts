import { questionOfCase } from '../../../../core/fieldwork/caseQuestions.ts'
import type { ConflictReason } from '../../../../core/fieldwork/decideWrite.ts'
import type { EntryRef } from '../../../../core/fieldwork/entry.ts'
import type { Edition } from '../../../../core/framework/edition.ts'
import { momentText } from '../../../../core/kernel/londonTime.ts'
import type { SentForm } from '../../../layout/form/formPage.ts'
import type { ConflictingEntry } from '../../case/case.queries.ts'
import { caseFrame } from '../../case/caseFrame.view.ts'
import { entriesInConflict, type LoadedCase } from '../../case/loadCase.ts'
import { entryId, entryTitle, valueText } from '../../entries/entryField.view.ts'
import { conflictFieldId, conflictForm } from './conflict.form.ts'

export type Choice = {
  /** `current`, or the id of a value in conflict with it. */
  readonly choice: string
  readonly text: string
  readonly detail: string
  /** Who wrote it, when, and why it is in conflict. */
  readonly by: string
}

/** Returns every entry with a conflict, each value with its writer and time; a refused form is shown as it was sent. */
export function conflictsPage(loaded: LoadedCase, sent: SentForm | null) {
  const form = sent === null ? null : conflictForm(sent.values)
  return {
    ...caseFrame(loaded),
    place: 'conflicts',
    conflicts: entriesInConflict(loaded.conflicting).map((ref) => {
      const refused = form !== null && isSame(form.ref, ref) ? form : null
      return {
        ...ref,
        id: entryId(ref),
        choiceId: conflictFieldId(ref, 'choice'),
        reasonId: conflictFieldId(ref, 'reason'),
        selected: refused?.choice ?? null,
        reason: refused?.reason ?? '',
        title: entryTitle(loaded.edition, ref),
        question: questionOfCase(loaded.edition, loaded.inspected.caseDomain, ref.item)?.text ?? null,
        sawVersion: loaded.entries.find(ref)?.version ?? 0,
        choices: choicesOf(loaded, ref),
      }
    }),
  }
}

/** Returns whether the conflict of an entry is not resolved. */
export function isInConflict({ conflicting }: LoadedCase, ref: EntryRef): boolean {
  return conflicting.some((value) => isSame(value, ref))
}

function isSame(one: EntryRef, other: EntryRef): boolean {
  return one.kind === other.kind && one.item === other.item
}

function choicesOf({ edition, entries, conflicting }: LoadedCase, ref: EntryRef): readonly Choice[] {
  const entry = entries.find(ref)
  const current = {
    choice: 'current',
    text: entry === undefined ? 'No value' : valueText(edition, entry.value),
    detail: entry?.detail ?? '',
    by:
      entry === undefined ? 'This is the current value.' : `${writtenText(entry)} This is the current value.`,
  }
  return [
    current,
    ...conflicting.filter((value) => isSame(value, ref)).map((value) => choiceOf(edition, value)),
  ]
}

function choiceOf(edition: Edition, conflicting: ConflictingEntry): Choice {
  const { keptId, value, detail, because } = conflicting
  const reason = becauseTexts[because]
  return {
    choice: keptId,
    text: valueText(edition, value),
    detail: detail ?? '',
    by: reason === null ? writtenText(conflicting) : `${writtenText(conflicting)} ${reason}`,
  }
}

function writtenText({ author, at }: Pick<ConflictingEntry, 'author' | 'at'>): string {
  return `Entered by ${author.name} on ${momentText(new Date(at))}.`
}

const becauseTexts: Readonly<Record<ConflictReason, string | null>> = {
  'changed-meanwhile': null,
  'case-frozen': 'It arrived after the case was handed in.',
  'right-taken-away': 'When it arrived, this person no longer worked on this case.',
  'conflict-of-interest': 'When it arrived, this person had a conflict of interest with this case.',
}
