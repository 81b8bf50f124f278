/** One entry as a form shows it: its words, its values, and how it stands. */
import { type CaseFact, findFact } from '../../core/fieldwork/caseFacts.ts'
import { type EntryRef, entryName } from '../../core/fieldwork/entry.ts'
import type { KeyQuestion, Prompt } from '../../core/framework/edition.ts'
import type { LoadedCase } from './loadCase.ts'
import { timeWords } from './timeWords.ts'

export type EntryField = EntryRef & {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly control: 'radios' | 'text' | 'textarea'
  readonly options: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly value: string
  readonly detail: string
  /** The words for what may stand beside the value; null where nothing may. */
  readonly detailLabel: string | null
  /** True where the words beside it are only asked for with "not applicable". */
  readonly detailForNa: boolean
  readonly state: string
  readonly contested: boolean
  /** Why it is proposed as not applicable; null where it is not. */
  readonly proposal: string | null
}

/** The words of values, as every page of fieldwork says them. */
export const valueWords: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  na: 'Not applicable',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
  none: 'None made',
  'good-practice': 'Good practice',
  'poor-practice': 'Poor practice',
}

type Asked = Pick<EntryField, 'label' | 'control' | 'detailLabel'> & {
  readonly values: readonly string[]
  readonly detailForNa?: boolean
  readonly proposal?: string | undefined
}

function entryField({ entries, kept }: LoadedCase, ref: EntryRef, asked: Asked): EntryField {
  const entry = entries.find(ref)
  const value = entry?.value ?? ''
  return {
    ...ref,
    id: entryName(ref).replace(' ', '-'),
    version: entry?.version ?? 0,
    label: asked.label,
    control: asked.control,
    options: asked.values.map((each) => ({
      value: each,
      text: valueWords[each] ?? each,
      checked: each === value,
    })),
    value,
    detail: entry?.detail ?? '',
    detailLabel: asked.detailLabel,
    detailForNa: asked.detailForNa ?? false,
    state: entry === undefined ? '' : `Saved ${timeWords(entry.at)} by ${entry.author.name}`,
    contested: kept.some(({ kind, item }) => kind === ref.kind && item === ref.item),
    proposal: entry?.value == null ? (asked.proposal ?? null) : null,
  }
}

/** The answer to a prompt or key question. */
export function answerField(
  loaded: LoadedCase,
  question: Prompt | KeyQuestion,
  proposals: ReadonlyMap<string, string>,
): EntryField {
  const label = 'letter' in question ? `${question.letter}. ${question.text}` : question.text
  return entryField(
    loaded,
    { kind: 'answer', item: question.id },
    {
      label,
      control: 'radios',
      values: question.answers,
      detailLabel: question.answers.includes('na') ? 'Why is it not applicable?' : null,
      detailForNa: true,
      proposal: proposals.get(question.id),
    },
  )
}

export function noteField(loaded: LoadedCase, { id }: KeyQuestion): EntryField {
  const asked = { label: 'Evidence note', control: 'textarea', values: [], detailLabel: null } as const
  return entryField(loaded, { kind: 'note', item: id }, asked)
}

export function practiceField(loaded: LoadedCase, { id }: KeyQuestion): EntryField {
  return entryField(
    loaded,
    { kind: 'practice', item: id },
    {
      label: 'Use this as a practice example?',
      control: 'radios',
      values: ['good-practice', 'poor-practice'],
      detailLabel: 'Changed name of the child. Never write the real one.',
    },
  )
}

export function factField(loaded: LoadedCase, fact: CaseFact): EntryField {
  return entryField(
    loaded,
    { kind: 'fact', item: fact.id },
    {
      label: fact.title,
      control: fact.values.length > 0 ? 'radios' : 'text',
      values: fact.values,
      detailLabel: fact.asksDetail ? 'Reason' : null,
    },
  )
}

/** What an entry is about, in words, for lists of what is missing or contested. */
export function entryTitle({ kind, item }: EntryRef): string {
  switch (kind) {
    case 'answer':
      return `Question ${item}`
    case 'note':
      return `Note on ${item}`
    case 'practice':
      return `Practice example of ${item}`
    case 'fact':
      return findFact(item)?.title ?? item
  }
}
