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
import { comparePath, editionPath } from '../paths.ts'

export type CompareView = {
  readonly before: EditionLink
  readonly after: EditionLink
  readonly swapHref: string
  readonly totals: readonly {
    readonly words: string
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
  /** The text where both have it or one lacks it; null where it changed. */
  readonly text: string | null
  /** The words before and after, those apart that went or came; null where nothing changed. */
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

export function compareView(before: Edition, after: Edition): CompareView {
  const { standards, rules } = compareEditions(before, after)
  const words = (difference: Difference) => differenceWords(difference, before, after)
  return {
    before: link(before),
    after: link(after),
    swapHref: comparePath(after.id, before.id),
    totals: differences.map((difference) => ({
      words: words(difference),
      ...totalsOf(standards, difference),
    })),
    standards: standards.map((standard) => standardView(standard, words)),
    rules: rules.filter(({ difference }) => difference === 'changed').map(ruleView),
    sameRules: rules.filter(({ difference }) => difference === 'same').map((rule) => rule.before.title),
  }
}

function link({ id, title }: Edition): EditionLink {
  return { id, title, href: editionPath(id) }
}

type Words = (difference: Difference) => string

function differenceWords(difference: Difference, before: Edition, after: Edition): string {
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

function standardView(standard: ComparedStandard, words: Words): StandardView {
  const { id, title, statement, keyQuestions } = standard
  return {
    heading: `${id} ${title.after ?? title.before ?? ''}`,
    title: textView(title, words),
    statement: textView(statement, words),
    keyQuestions: keyQuestions.map((question) => ({
      ...textView(question, words),
      guidance: question.guidance === null ? null : textView(question.guidance, words),
      prompts: question.prompts.map((prompt) => textView(prompt, words)),
      promptsSummary: promptsSummary(question, words),
    })),
  }
}

function textView({ id, difference, before, after }: ComparedText, words: Words): TextView {
  const tag = { text: words(difference), classes: tagClasses(difference) }
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
function promptsSummary({ prompts }: ComparedKeyQuestion, words: Words): string {
  const parts = differences
    .map((difference) => ({
      difference,
      count: prompts.filter((one) => one.difference === difference).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ difference, count }) => `${words(difference)}: ${count}`)
  return `${countOf(prompts.length, 'prompt')}. ${parts.join(', ')}.`
}

function ruleView({ before, after }: ComparedRule): RuleView {
  return {
    title: after.title,
    before: [...before.sentences, ...before.items],
    after: [...after.sentences, ...after.items],
  }
}
