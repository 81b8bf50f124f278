/** One entry as a form shows it: its words, its values, and how it stands. */
import { findFact, valuesOf } from '../../../core/fieldwork/caseFacts.ts'
import {
  type EntryRef,
  type EntryValue,
  type EntryVersion,
  entryName,
  isUnconfirmed,
} from '../../../core/fieldwork/entry.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import type { CaseFact } from '../../../core/framework/rules/caseRules.ts'
import type { KeyQuestion, Prompt } from '../../../core/framework/standards.ts'
import { type EthnicGroup, ethnicities } from '../../../core/intake/ethnicities.ts'
import { genders } from '../../../core/intake/valueCodes.ts'
import { isLocalDateTime } from '../../../core/kernel/localDateTime.ts'
import { momentText } from '../../../core/kernel/londonTime.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import type { LoadedCase } from '../case/loadCase.ts'

export type EntryField = EntryRef & {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly hint: string | null
  readonly control: 'radios' | 'select' | 'text' | 'age' | 'date-time' | 'textarea'
  readonly options: readonly Option[]
  /** The same options by their group, where they have any. */
  readonly groups: readonly { readonly title: string; readonly options: readonly Option[] }[]
  readonly value: string
  readonly detail: string
  /** The words for what may stand beside the value; null where nothing may. */
  readonly detailLabel: string | null
  /** The one value with which the words beside it are asked for; null where they may stand beside any. */
  readonly detailFor: string | null
  readonly state: string
  /** True where only the case list says it. */
  readonly fromList: boolean
  /** What is wrong with the value that was sent and not saved; null where nothing is. */
  readonly error: string | null
  readonly contested: boolean
  /** Why it is proposed as not applicable; null where it is not. */
  readonly proposal: string | null
}

export type Option = {
  /** Of no other element of the page. */
  readonly id: string
  readonly value: string
  readonly text: string
  readonly checked: boolean
}

/** What was sent and cannot be saved: shown as it was sent, with what is wrong. */
export type RefusedEntry = { readonly ref: EntryRef; readonly sent: EntryValue; readonly error: string }

/** A case as a form shows it. */
export type ShownCase = LoadedCase & { readonly refused?: readonly RefusedEntry[] }

/** The words of values that are the same in every edition. */
const commonWords: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  na: 'Not applicable',
  'good-practice': 'Good practice',
  'poor-practice': 'Poor practice',
  ...wordsOfCodes([...genders, ...ethnicities]),
}

/** The words of values, as every page of fieldwork says them. */
export function valueWords({ fieldwork }: Edition): Readonly<Record<string, string>> {
  return { ...commonWords, ...wordsOfCodes(fieldwork.values) }
}

function wordsOfCodes(values: readonly { readonly code: string; readonly title: string }[]) {
  return Object.fromEntries(values.map(({ code, title }) => [code, title]))
}

const ethnicGroupTitles: Readonly<Record<EthnicGroup, string>> = {
  asian: 'Asian, Asian British or Asian Welsh',
  black: 'Black, Black British, Black Welsh, Caribbean or African',
  mixed: 'Mixed or multiple ethnic groups',
  white: 'White',
  other: 'Other ethnic group',
}

type Asked = Pick<EntryField, 'label' | 'control' | 'detailLabel'> &
  Partial<Pick<EntryField, 'hint' | 'detailFor'>> & {
    readonly values: readonly string[]
    readonly proposal?: string | undefined
  }

function entryField(
  { edition, entries, kept, refused = [] }: ShownCase,
  ref: EntryRef,
  asked: Asked,
): EntryField {
  const isIt = ({ kind, item }: EntryRef) => kind === ref.kind && item === ref.item
  const entry = entries.find(ref)
  const refusal = refused.find((each) => isIt(each.ref))
  const { value, detail } = refusal?.sent ?? entry ?? { value: null, detail: null }
  const words = valueWords(edition)
  const id = entryId(ref)
  const options = asked.values.map((each, index) => ({
    id: optionId(id, each, index),
    value: each,
    text: words[each] ?? each,
    checked: each === value,
  }))
  return {
    ...ref,
    id,
    version: entry?.version ?? 0,
    label: asked.label,
    hint: asked.hint ?? null,
    control: asked.control,
    options,
    groups: asked.control === 'select' ? grouped(options) : [],
    value: value ?? '',
    detail: detail ?? '',
    detailLabel: asked.detailLabel,
    detailFor: asked.detailFor ?? null,
    state: entry === undefined ? '' : stateOf(entry),
    fromList: entry !== undefined && isUnconfirmed(entry),
    error: refusal?.error ?? null,
    contested: kept.some(isIt),
    proposal: entry?.value == null ? (asked.proposal ?? null) : null,
  }
}

/** The id of an entry's element. The ids of its parts begin with it. */
function entryId(ref: EntryRef): string {
  return entryName(ref).replace(' ', '-')
}

/** The ends of the ids that the parts of an entry have besides its options. */
const partEnds = ['value', 'detail', 'state', 'hint', 'error', 'not-answered']

/** The id of an option: by its value, or by its place where the value would be the id of another part. */
function optionId(id: string, value: string, index: number): string {
  const isFree = /^[\w-]+$/.test(value) && !partEnds.includes(value) && !value.startsWith('option-')
  return `${id}-${isFree ? value : `option-${index + 1}`}`
}

/** The id of the control that a message about the entry leads to: its field, or the first of its options. */
export function controlId({ id, control, options }: EntryField): string {
  return control === 'radios' ? (options[0]?.id ?? id) : `${id}-value`
}

function stateOf(entry: EntryVersion): string {
  const at = momentText(new Date(entry.at))
  return isUnconfirmed(entry)
    ? `From ${entry.author.name}, ${at}. Not confirmed yet.`
    : `Saved ${at} by ${entry.author.name}`
}

/** Ethnicities under the headings of their groups; those that belong to none stand last, under none. */
function grouped(options: readonly Option[]): EntryField['groups'] {
  const groups = Map.groupBy(options, ({ value }) => ethnicities.find(({ code }) => code === value)?.group)
  return [...groups].map(([group, own]) => ({ title: group ? ethnicGroupTitles[group] : '', options: own }))
}

/** The answer to a prompt or key question. */
export function answerField(
  loaded: ShownCase,
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
      detailFor: 'na',
      proposal: proposals.get(question.id),
    },
  )
}

export function noteField(loaded: ShownCase, { id }: KeyQuestion): EntryField {
  const asked = { label: 'Evidence note', control: 'textarea', values: [], detailLabel: null } as const
  return entryField(loaded, { kind: 'note', item: id }, asked)
}

export function practiceField(loaded: ShownCase, { id }: KeyQuestion): EntryField {
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

export function factField(loaded: ShownCase, fact: CaseFact): EntryField {
  return entryField(
    loaded,
    { kind: 'fact', item: fact.id },
    {
      label: fact.title,
      hint: fact.hint,
      control: controlOf(fact, loaded.entries.fact(fact.id)),
      values: valuesOf(fact),
      detailLabel: fact.detailTitle,
      detailFor: fact.needsDetailFor,
    },
  )
}

/** More than a handful of values is a list to choose from. */
const mostRadios = 6

function controlOf(fact: CaseFact, stored: string | null): EntryField['control'] {
  switch (fact.form) {
    case 'choice':
    case 'gender':
    case 'ethnicity':
      return valuesOf(fact).length > mostRadios ? 'select' : 'radios'
    case 'interview-time':
      // What was written before only days and times were taken is still shown, and can be put right.
      return stored === null || isLocalDateTime(stored) ? 'date-time' : 'text'
    case 'age':
      return 'age'
    case 'words':
    case 'disposal':
      return 'text'
    default:
      return unreachable(fact.form)
  }
}

/** What an entry is about, in words, for lists of what is missing or contested. */
export function entryTitle(edition: Edition, { kind, item }: EntryRef): string {
  switch (kind) {
    case 'answer':
      return `Question ${item}`
    case 'note':
      return `Note on ${item}`
    case 'practice':
      return `Practice example of ${item}`
    case 'fact':
      return findFact(edition, item)?.title ?? item
  }
}
