/** One entry as a form shows it: its label, its values, and whether it is saved. */
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
import { isLocalDateTime, localDateTimeText } from '../../../core/kernel/localDateTime.ts'
import { momentText } from '../../../core/kernel/londonTime.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import type { FormErrors } from '../../layout/form/formErrors.ts'
import type { LoadedCase } from '../case/loadCase.ts'
import { conflictPath } from '../paths.ts'
import type { SentEntry } from './entries.form.ts'

export type EntryField = EntryRef & {
  readonly id: string
  readonly version: number
  readonly label: string
  readonly hint: string | null
  readonly control: 'radios' | 'select' | 'text' | 'age' | 'date-time' | 'textarea'
  readonly options: readonly Option[]
  /** The same options by their group, if they have groups. */
  readonly groups: readonly { readonly title: string; readonly options: readonly Option[] }[]
  readonly value: string
  readonly detail: string
  /** The label of the text that goes with the value; null if there is no such text. */
  readonly detailLabel: string | null
  /** The only value with which that text is asked for; null if it goes with every value. */
  readonly detailFor: string | null
  readonly state: string
  /** True if only the case list says it. */
  readonly fromList: boolean
  /** What is wrong with the value that was sent and not saved; null if nothing is. */
  readonly error: string | null
  readonly hasConflict: boolean
  /** The address of the conflict. */
  readonly conflictHref: string
  /** Why it is proposed as not applicable; null if it is not. */
  readonly proposal: string | null
}

export type Option = {
  /** Of no other element of the page. */
  readonly id: string
  readonly value: string
  readonly text: string
  readonly checked: boolean
}

/** A case as a form shows it: an entry with an error, by the id of its control, is shown as it was sent. */
export type ShownCase = LoadedCase & {
  readonly sent?: { readonly entries: readonly SentEntry[]; readonly errors: FormErrors['fields'] }
}

/** The texts of values that are the same in every edition. */
const commonTexts: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  na: 'Not applicable',
  'good-practice': 'Good practice',
  'poor-practice': 'Poor practice',
  ...textsOfCodes([...genders, ...ethnicities]),
}

/** Returns the text of a value as every page of fieldwork shows it. */
export function valueText(edition: Edition, value: string | null): string {
  return value === null ? 'Removed' : (valueTexts(edition)[value] ?? localDateTimeText(value))
}

function valueTexts({ fieldwork }: Edition): Readonly<Record<string, string>> {
  return { ...commonTexts, ...textsOfCodes(fieldwork.values) }
}

function textsOfCodes(values: readonly { readonly code: string; readonly title: string }[]) {
  return Object.fromEntries(values.map(({ code, title }) => [code, title]))
}

const ethnicGroupTitles: Readonly<Record<EthnicGroup, string>> = {
  asian: 'Asian, Asian British or Asian Welsh',
  black: 'Black, Black British, Black Welsh, Caribbean or African',
  mixed: 'Mixed or multiple ethnic groups',
  white: 'White',
  other: 'Other ethnic group',
}

type Question = Pick<EntryField, 'label' | 'control' | 'detailLabel'> &
  Partial<Pick<EntryField, 'hint' | 'detailFor'>> & {
    readonly values: readonly string[]
    readonly proposal?: string | undefined
  }

function entryField(shown: ShownCase, ref: EntryRef, question: Question): EntryField {
  const { edition, entries, conflicting, inspected } = shown
  const isIt = ({ kind, item }: EntryRef) => kind === ref.kind && item === ref.item
  const entry = entries.find(ref)
  const texts = valueTexts(edition)
  const id = entryId(ref)
  const unchecked = question.values.map((value, index) => ({
    id: optionId(id, value, index),
    value,
    text: texts[value] ?? value,
  }))
  const error =
    shown.sent?.errors[controlId({ id, control: question.control, options: unchecked })]?.text ?? null
  const { value, detail } = (error === null ? entry : sentValue(shown, ref)) ?? nothing
  const options = unchecked.map((option) => ({ ...option, checked: option.value === value }))
  return {
    ...ref,
    id,
    version: entry?.version ?? 0,
    label: question.label,
    hint: question.hint ?? null,
    control: question.control,
    options,
    groups: question.control === 'select' ? grouped(options) : [],
    value: value ?? '',
    detail: detail ?? '',
    detailLabel: question.detailLabel,
    detailFor: question.detailFor ?? null,
    state: entry === undefined ? '' : stateOf(entry),
    fromList: entry !== undefined && isUnconfirmed(entry),
    error,
    hasConflict: conflicting.some(isIt),
    conflictHref: conflictPath(inspected, ref),
    proposal: entry?.value == null ? (question.proposal ?? null) : null,
  }
}

const nothing: EntryValue = { value: null, detail: null }

function sentValue({ sent }: ShownCase, { kind, item }: EntryRef): EntryValue | undefined {
  return sent?.entries.find(({ ref }) => ref.kind === kind && ref.item === item)?.write
}

/** Returns the id of an entry's element. The ids of its parts begin with it. */
export function entryId(ref: EntryRef): string {
  return entryName(ref).replace(' ', '-')
}

/** The ends of the ids of the parts of an entry other than its options. */
const partEnds = ['value', 'detail', 'state', 'hint', 'error', 'not-answered']

/** Returns the id of an option: from its value, or from its place if the value would make the id of another part. */
function optionId(id: string, value: string, index: number): string {
  const isFree = /^[\w-]+$/.test(value) && !partEnds.includes(value) && !value.startsWith('option-')
  return `${id}-${isFree ? value : `option-${index + 1}`}`
}

/** Returns the id of the control that a message about the entry leads to: its field, or the first of its options. */
export function controlId({
  id,
  control,
  options,
}: Pick<EntryField, 'id' | 'control'> & { readonly options: readonly Pick<Option, 'id'>[] }): string {
  return control === 'radios' ? (options[0]?.id ?? id) : `${id}-value`
}

function stateOf(entry: EntryVersion): string {
  const at = momentText(new Date(entry.at))
  return isUnconfirmed(entry)
    ? `From ${entry.author.name} on ${at}. Not yet confirmed.`
    : `Saved by ${entry.author.name} on ${at}`
}

/** Returns ethnicities under the headings of their groups; those without a group come last, without a heading. */
function grouped(options: readonly Option[]): EntryField['groups'] {
  const groups = Map.groupBy(options, ({ value }) => ethnicities.find(({ code }) => code === value)?.group)
  return [...groups].map(([group, members]) => ({
    title: group ? ethnicGroupTitles[group] : '',
    options: members,
  }))
}

/** Returns the field of the answer to a prompt or key question. `proposals` has the reason of each that is proposed as not applicable. */
export function answerField(
  shown: ShownCase,
  question: Prompt | KeyQuestion,
  proposals: ReadonlyMap<string, string>,
): EntryField {
  const label = 'letter' in question ? `${question.letter}. ${question.text}` : question.text
  return entryField(
    shown,
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

/** Returns the field of the evidence note on a key question. */
export function noteField(shown: ShownCase, { id }: KeyQuestion): EntryField {
  const question = { label: 'Evidence note', control: 'textarea', values: [], detailLabel: null } as const
  return entryField(shown, { kind: 'note', item: id }, question)
}

/** Returns the field of the rating of a practice example, with the name that the child has in the report. */
export function practiceField(shown: ShownCase, { id }: KeyQuestion): EntryField {
  return entryField(
    shown,
    { kind: 'practice', item: id },
    {
      label: 'Use this as a practice example?',
      control: 'radios',
      values: ['good-practice', 'poor-practice'],
      detailLabel: 'Changed name of the child (never enter the real name)',
    },
  )
}

/** Returns the field of a fact of a case. */
export function factField(shown: ShownCase, fact: CaseFact): EntryField {
  return entryField(
    shown,
    { kind: 'fact', item: fact.id },
    {
      label: fact.title,
      hint: fact.hint,
      control: controlOf(fact, shown.entries.fact(fact.id)),
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
      // What was written before only dates with times were accepted is still shown, and can be corrected.
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

/** Returns what an entry is about, for lists of what is missing or in conflict: `Question 2.1.1.a`. */
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
