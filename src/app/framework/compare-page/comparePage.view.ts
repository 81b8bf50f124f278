import {
  type ComparedKeyQuestion,
  type ComparedRule,
  type ComparedStandard,
  type ComparedText,
  compareEditions,
  type Difference,
  differences,
} from '../../../core/framework/compareEditions.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { type WordRun, wordDifference } from '../../../core/framework/wordDifference.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import { comparePath, editionPath, editionsPath } from '../paths.ts'

export type CompareView = {
  readonly before: EditionLink
  readonly after: EditionLink
  readonly editionsHref: string
  readonly swapHref: string
  readonly totals: readonly {
    readonly title: string
    readonly standards: number
    readonly keyQuestions: number
    readonly prompts: number
  }[]
  readonly standards: readonly StandardView[]
  readonly rules: readonly RuleView[]
  readonly sameRules: readonly string[]
}

type EditionLink = { readonly id: string; readonly title: string; readonly href: string }
type Tag = { readonly text: string; readonly classes: string }

/** A run of words with the blank before it, which is not struck through. */
type RunView = { readonly kind: WordRun['kind']; readonly blank: string; readonly text: string }

type TextView = {
  readonly id: string
  readonly tag: Tag
  /** The text, if both editions have it or only one does; null if it changed. */
  readonly text: string | null
  /** The words before and after, with those that were removed or added as runs of their own; null if nothing changed. */
  readonly runs: { readonly before: readonly RunView[]; readonly after: readonly RunView[] } | null
}

type StandardView = {
  readonly heading: string
  readonly title: TextView
  readonly statement: TextView
  readonly keyQuestions: readonly (TextView & {
    readonly guidance: TextView | null
    readonly prompts: readonly TextView[]
    readonly promptsSummary: string
  })[]
}

type RuleView = {
  readonly title: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Returns what differs between two editions: totals, standards with their questions, and rules. */
export function compareView(before: Edition, after: Edition): CompareView {
  const { standards, rules } = compareEditions(before, after)
  const titleOf = (difference: Difference) => differenceTitle(difference, before, after)
  return {
    before: link(before),
    after: link(after),
    editionsHref: editionsPath,
    swapHref: comparePath(after.id, before.id),
    totals: differences.map((difference) => ({
      title: titleOf(difference),
      ...totalsOf(standards, difference),
    })),
    standards: standards.map((standard) => standardView(standard, titleOf)),
    rules: rules.filter(({ difference }) => difference === 'changed').map(ruleView),
    sameRules: rules.filter(({ difference }) => difference === 'same').map((rule) => rule.before.title),
  }
}

function link({ id, title }: Edition): EditionLink {
  return { id, title, href: editionPath(id) }
}

type TitleOf = (difference: Difference) => string

function differenceTitle(difference: Difference, before: Edition, after: Edition): string {
  switch (difference) {
    case 'same':
      return 'Same text'
    case 'changed':
      return 'Changed'
    case 'only-before':
      return `Only in ${before.id}`
    case 'only-after':
      return `Only in ${after.id}`
    default:
      return unreachable(difference)
  }
}

function tagClasses(difference: Difference): string {
  switch (difference) {
    case 'same':
      return 'govuk-tag--grey'
    case 'changed':
      return 'govuk-tag--yellow'
    case 'only-before':
      return 'govuk-tag--orange'
    case 'only-after':
      return 'govuk-tag--blue'
    default:
      return unreachable(difference)
  }
}

function totalsOf(standards: readonly ComparedStandard[], difference: Difference) {
  const keyQuestions = standards.flatMap((standard) => standard.keyQuestions)
  const prompts = keyQuestions.flatMap((question) => question.prompts)
  const count = (parts: readonly { readonly difference: Difference }[]) =>
    parts.filter((part) => part.difference === difference).length
  return { standards: count(standards), keyQuestions: count(keyQuestions), prompts: count(prompts) }
}

function standardView(standard: ComparedStandard, titleOf: TitleOf): StandardView {
  const { id, title, statement, keyQuestions } = standard
  return {
    heading: `${id} ${title.after ?? title.before ?? ''}`,
    title: textView(title, titleOf),
    statement: textView(statement, titleOf),
    keyQuestions: keyQuestions.map((question) => ({
      ...textView(question, titleOf),
      guidance: question.guidance === null ? null : textView(question.guidance, titleOf),
      prompts: question.prompts.map((prompt) => textView(prompt, titleOf)),
      promptsSummary: promptsSummary(question, titleOf),
    })),
  }
}

function textView({ id, difference, before, after }: ComparedText, titleOf: TitleOf): TextView {
  const tag = { text: titleOf(difference), classes: tagClasses(difference) }
  if (difference !== 'changed' || before === null || after === null)
    return { id, tag, text: after ?? before, runs: null }
  const runs = wordDifference(before, after)
  return {
    id,
    tag,
    text: null,
    runs: {
      before: runs.filter(({ kind }) => kind !== 'added').map(runView),
      after: runs.filter(({ kind }) => kind !== 'removed').map(runView),
    },
  }
}

function runView({ kind, text }: WordRun): RunView {
  const word = text.trimStart()
  return { kind, blank: text.slice(0, text.length - word.length), text: word }
}

/** `9 prompts. Only in yos-2021: 9.` */
function promptsSummary({ prompts }: ComparedKeyQuestion, titleOf: TitleOf): string {
  const parts = differences
    .map((difference) => ({
      difference,
      count: prompts.filter((prompt) => prompt.difference === difference).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ difference, count }) => `${titleOf(difference)}: ${count}`)
  return `${countOf(prompts.length, 'prompt')}. ${parts.join(', ')}.`
}

function ruleView({ before, after }: ComparedRule): RuleView {
  return {
    title: after.title,
    before: [...before.sentences, ...before.items],
    after: [...after.sentences, ...after.items],
  }
}
