/** What differs between two editions, matched by the numbers of standards, key questions and prompts. */
import type { Edition } from './edition.ts'
import { allStandards } from './findInEdition.ts'
import type { RuleText } from './rules/rule.ts'
import { type RuleName, rules } from './rules/rules.ts'
import type { KeyQuestion, Standard } from './standards.ts'

export const differences = ['same', 'changed', 'only-before', 'only-after'] as const
export type Difference = (typeof differences)[number]

/** A text of the two editions; null if the edition has none under this id. */
export type ComparedText = {
  readonly id: string
  readonly difference: Difference
  readonly before: string | null
  readonly after: string | null
}

export type ComparedKeyQuestion = ComparedText & {
  /** Null if neither edition has any. */
  readonly guidance: ComparedText | null
  readonly prompts: readonly ComparedText[]
}

export type ComparedStandard = {
  readonly id: string
  /** Of title and statement together; key questions have their own. */
  readonly difference: Difference
  readonly title: ComparedText
  readonly statement: ComparedText
  readonly keyQuestions: readonly ComparedKeyQuestion[]
}

export type ComparedRule = {
  readonly rule: RuleName
  readonly difference: 'same' | 'changed'
  readonly before: RuleText
  readonly after: RuleText
}

export type EditionComparison = {
  readonly standards: readonly ComparedStandard[]
  readonly rules: readonly ComparedRule[]
}

/** Returns what differs from `before` to `after`: standards and questions by their ids, and every rule. */
export function compareEditions(before: Edition, after: Edition): EditionComparison {
  return {
    standards: pairs(allStandards(before), allStandards(after)).map(compareStandard),
    rules: rules.map((rule) => compareRule(rule.name, rule.text(before), rule.text(after))),
  }
}

type Pair<Part> = { readonly id: string; readonly before: Part | undefined; readonly after: Part | undefined }

/** Parts with the same id together: in the order of `before`, those that only `after` has behind the one they follow. */
function pairs<Part extends { readonly id: string }>(
  before: readonly Part[],
  after: readonly Part[],
): readonly Pair<Part>[] {
  return mergedIds(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  ).map((id) => ({
    id,
    before: before.find((part) => part.id === id),
    after: after.find((part) => part.id === id),
  }))
}

function mergedIds(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.reduce<readonly string[]>((merged, id, index) => {
    if (merged.includes(id)) return merged
    const place = index === 0 ? 0 : merged.indexOf(after[index - 1] ?? '') + 1
    return merged.toSpliced(place, 0, id)
  }, before)
}

function compareStandard({ id, before, after }: Pair<Standard>): ComparedStandard {
  const title = compareText(id, before?.title, after?.title)
  const statement = compareText(id, before?.statement, after?.statement)
  return {
    id,
    difference: title.difference === 'same' ? statement.difference : title.difference,
    title,
    statement,
    keyQuestions: pairs(before?.keyQuestions ?? [], after?.keyQuestions ?? []).map(compareKeyQuestion),
  }
}

function compareKeyQuestion({ id, before, after }: Pair<KeyQuestion>): ComparedKeyQuestion {
  return {
    ...compareText(id, before?.text, after?.text),
    guidance: compareGuidance(id, before?.guidance ?? undefined, after?.guidance ?? undefined),
    prompts: pairs(before?.prompts ?? [], after?.prompts ?? []).map((prompt) =>
      compareText(prompt.id, prompt.before?.text, prompt.after?.text),
    ),
  }
}

function compareGuidance(
  id: string,
  before: string | undefined,
  after: string | undefined,
): ComparedText | null {
  return before === undefined && after === undefined ? null : compareText(id, before, after)
}

function compareText(id: string, before: string | undefined, after: string | undefined): ComparedText {
  return { id, difference: differenceOf(before, after), before: before ?? null, after: after ?? null }
}

function differenceOf(before: string | undefined, after: string | undefined): Difference {
  if (before === undefined) return 'only-after'
  if (after === undefined) return 'only-before'
  return before === after ? 'same' : 'changed'
}

function compareRule(rule: RuleName, before: RuleText, after: RuleText): ComparedRule {
  const isSame = sameList(before.sentences, after.sentences) && sameList(before.items, after.items)
  return { rule, difference: isSame ? 'same' : 'changed', before, after }
}

function sameList(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index])
}
