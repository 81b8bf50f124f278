import { answersText, denominatorSentence, denominatorTitle } from '../../../core/framework/answers.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { allStandards, domainOfStandard, findStandard } from '../../../core/framework/findInEdition.ts'
import { paragraphsOf } from '../../../core/framework/paragraphsOf.ts'
import type { KeyQuestion, Prompt, Standard } from '../../../core/framework/standards.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import { editionPath, editionsPath, standardPath } from '../paths.ts'

export type EditionStandardView = {
  readonly editionsHref: string
  readonly edition: { readonly title: string; readonly href: string }
  readonly domain: string
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly judged: string
  readonly keyQuestions: readonly KeyQuestionView[]
  readonly keyData: readonly string[]
  readonly sections: readonly string[]
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
}

type Neighbour = { readonly text: string; readonly href: string }

type KeyQuestionView = {
  readonly id: string
  readonly strand: string | null
  readonly text: string
  /** By paragraphs; empty if the edition has no guidance. */
  readonly guidance: readonly string[]
  /** How cases answer it; null if the standard is judged from evidence. */
  readonly answering: { readonly answers: string; readonly denominator: string } | null
  /** How most of its prompts are answered; null if there is no most common way. */
  readonly promptRule: string | null
  readonly prompts: readonly {
    readonly letter: string
    readonly text: string
    readonly exception: string | null
  }[]
}

/** Returns a standard of an edition with its questions; undefined if the edition has no standard `id`. */
export function editionStandardView(edition: Edition, id: string): EditionStandardView | undefined {
  const standard = findStandard(edition, id)
  const domain = domainOfStandard(edition, id)
  if (standard === undefined || domain === undefined) return undefined
  const standards = allStandards(edition)
  const place = standards.indexOf(standard)
  return {
    editionsHref: editionsPath,
    edition: { title: edition.title, href: editionPath(edition.id) },
    domain: `Domain ${domain.id}. ${domain.title}`,
    id: standard.id,
    title: standard.title,
    statement: standard.statement,
    judged: judgedSentence(standard),
    keyQuestions: standard.keyQuestions.map((question) => keyQuestionView(edition, question)),
    keyData: standard.keyData,
    sections: standard.sections,
    previous: place === 0 ? null : neighbour(edition, standards[place - 1]),
    next: neighbour(edition, standards[place + 1]),
  }
}

function neighbour(edition: Edition, standard: Standard | undefined): Neighbour | null {
  if (standard === undefined) return null
  return { text: `${standard.id} ${standard.title}`, href: standardPath(edition.id, standard.id) }
}

function judgedSentence({ judgedFrom }: Standard): string {
  switch (judgedFrom) {
    case 'cases':
      return 'This standard is rated from the answers of inspected cases.'
    case 'evidence':
      return 'This standard is judged from evidence: documents, meetings, interviews and surveys. Cases do not answer its questions.'
    default:
      return unreachable(judgedFrom)
  }
}

function keyQuestionView(edition: Edition, question: KeyQuestion): KeyQuestionView {
  const { id, text, answers, prompts } = question
  const rules = prompts.map(promptRule)
  const usual =
    rules.find((rule) => rules.filter((other) => other === rule).length > rules.length / 2) ?? null
  return {
    id,
    strand: edition.strands.find((strand) => strand.id === question.strand)?.title ?? null,
    text,
    guidance: paragraphsOf(question.guidance),
    answering:
      answers.length === 0
        ? null
        : { answers: answersText(answers), denominator: denominatorSentence(question) },
    promptRule: usual,
    prompts: prompts.map((prompt) => ({
      letter: prompt.letter,
      text: prompt.text,
      exception: promptRule(prompt) === usual ? null : promptRule(prompt),
    })),
  }
}

/** How a prompt is answered and counted, in one line; null if cases do not answer it. */
function promptRule({ answers, denominator }: Prompt): string | null {
  if (answers.length === 0) return null
  return `Answers: ${answersText(answers).toLowerCase()}. Divided by: ${denominatorTitle(denominator).toLowerCase()}.`
}
