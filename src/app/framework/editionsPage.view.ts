import { allStandards } from '../../core/framework/findInEdition.ts'
import type { Editions } from './editions.ts'
import { inForceWords } from './editionWords.ts'
import { editionPath } from './paths.ts'

export type EditionsView = {
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    readonly inForce: string
    readonly standards: number
    readonly keyQuestions: number
    readonly prompts: number
  }[]
  readonly before: readonly Choice[]
  readonly after: readonly Choice[]
}

type Choice = { readonly value: string; readonly text: string; readonly selected: boolean }

/** The editions, the one that came into force first at the top; the last two are offered for comparison. */
export function editionsView(editions: Editions): EditionsView {
  const sorted = [...editions.values()].toSorted((a, b) => a.inForceFrom.localeCompare(b.inForceFrom))
  const rows = sorted.map((edition) => {
    const questions = allStandards(edition).flatMap(({ keyQuestions }) => keyQuestions)
    return {
      id: edition.id,
      title: edition.title,
      href: editionPath(edition.id),
      inForce: inForceWords(edition),
      standards: allStandards(edition).length,
      keyQuestions: questions.length,
      prompts: questions.flatMap(({ prompts }) => prompts).length,
    }
  })
  const choices = (selected: string | undefined): readonly Choice[] =>
    rows.map(({ id, title }) => ({ value: id, text: title, selected: id === selected }))
  return { rows, before: choices((rows.at(-2) ?? rows.at(-1))?.id), after: choices(rows.at(-1)?.id) }
}
