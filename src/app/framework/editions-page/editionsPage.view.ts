import type { Edition } from '../../../core/framework/edition.ts'
import { allStandards } from '../../../core/framework/findInEdition.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { dateText } from '../../../core/kernel/londonTime.ts'
import type { Editions } from '../editions.ts'
import { chooseComparisonPath, editionPath } from '../paths.ts'

export type EditionsView = {
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    readonly inForce: string
    /** `13 standards, 42 key questions, 95 prompts`. */
    readonly contents: string
  }[]
  /** The address to which the choice of two editions is sent. */
  readonly compareHref: string
  readonly before: readonly Choice[]
  readonly after: readonly Choice[]
}

type Choice = { readonly value: string; readonly text: string; readonly selected: boolean }

/** Returns the editions, the one that came into force first at the top; the last two are offered for comparison. */
export function editionsView(editions: Editions): EditionsView {
  const sorted = [...editions.values()].toSorted((edition, other) =>
    edition.inForceFrom.localeCompare(other.inForceFrom),
  )
  const rows = sorted.map((edition) => ({
    id: edition.id,
    title: edition.title,
    href: editionPath(edition.id),
    inForce: dateText(edition.inForceFrom),
    contents: contentsText(edition),
  }))
  const choices = (selected: string | undefined): readonly Choice[] =>
    rows.map(({ id, title }) => ({ value: id, text: `${id}: ${title}`, selected: id === selected }))
  return {
    rows,
    compareHref: chooseComparisonPath,
    before: choices((rows.at(-2) ?? rows.at(-1))?.id),
    after: choices(rows.at(-1)?.id),
  }
}

function contentsText(edition: Edition): string {
  const standards = allStandards(edition)
  const questions = standards.flatMap(({ keyQuestions }) => keyQuestions)
  const prompts = questions.flatMap((question) => question.prompts)
  return [
    countOf(standards.length, 'standard'),
    countOf(questions.length, 'key question'),
    countOf(prompts.length, 'prompt'),
  ].join(', ')
}
