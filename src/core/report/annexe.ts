/** The data annexe: every standard, key question and prompt with its counts, as rows and as printed tables. */

import { denominatorTitle } from '../framework/answers.ts'
import type { Edition } from '../framework/edition.ts'
import type { Domain, Standard } from '../framework/standards.ts'
import type {
  CountedPrompt,
  RatedInspection,
  RatedKeyQuestion,
  RatedStandard,
} from '../ratings/ratedInspection.ts'
import { numberText, percentText, ratingText } from '../ratings/ratingText.ts'
import { ratedStandard } from './ratingsSection.ts'
import type { AnnexeRow, Cell, Column, Section } from './reportModel.ts'
import { paragraph, plain } from './wording.ts'

/** Returns a row for every rated standard of the edition, each followed by its questions in the edition's order. */
export function annexeRows(edition: Edition, rated: RatedInspection): readonly AnnexeRow[] {
  return edition.domains.flatMap((domain) =>
    domain.standards.flatMap((standard) => {
      const ratings = ratedStandard(rated, standard.id)
      return ratings === undefined ? [] : standardRows(edition, domain, standard, ratings)
    }),
  )
}

function standardRows(
  edition: Edition,
  domain: Domain,
  standard: Standard,
  rated: RatedStandard,
): readonly AnnexeRow[] {
  const blank = { ...blankRow, domain: domain.title, standard: standard.id }
  const line: AnnexeRow = {
    ...blank,
    item: standard.id,
    text: standard.title,
    rating: ratingText(edition, rated.awarded).text,
    calculated: rated.calculated === null ? null : ratingText(edition, rated.calculated).text,
    points: rated.points,
  }
  return [line, ...standard.keyQuestions.flatMap((question) => questionRows(edition, blank, question, rated))]
}

const blankRow: AnnexeRow = {
  kind: 'standard',
  domain: '',
  standard: '',
  item: '',
  text: '',
  yes: null,
  no: null,
  notApplicable: null,
  unanswered: null,
  base: null,
  dividedBy: null,
  percentYes: null,
  rating: null,
  calculated: null,
  points: null,
}

function questionRows(
  edition: Edition,
  blank: AnnexeRow,
  question: Standard['keyQuestions'][number],
  rated: RatedStandard,
): readonly AnnexeRow[] {
  const figure = rated.keyQuestions.find(({ id }) => id === question.id)
  const prompts = question.prompts.flatMap(({ id, text }) => {
    const counted = rated.prompts.find((prompt) => prompt.id === id)
    return counted === undefined ? [] : [figureRow(blank, 'prompt', text, counted)]
  })
  if (figure === undefined) return prompts
  const row = figureRow(blank, 'key-question', question.text, figure)
  return [{ ...row, rating: ratingText(edition, figure.band).text }, ...prompts]
}

function figureRow(
  blank: AnnexeRow,
  kind: AnnexeRow['kind'],
  text: string,
  figure: RatedKeyQuestion | CountedPrompt,
): AnnexeRow {
  return {
    ...blank,
    kind,
    item: figure.id,
    text,
    yes: figure.yes,
    no: figure.no,
    notApplicable: figure.na,
    unanswered: 'unanswered' in figure ? figure.unanswered : null,
    base: figure.of,
    dividedBy: denominatorTitle(figure.denominator),
    percentYes: figure.percentYes,
  }
}

/** Returns the annexe for printing: one table for each standard with figures. */
export function annexeSection(edition: Edition, rows: readonly AnnexeRow[]): Section {
  const standards = edition.domains.flatMap((domain) => domain.standards)
  const sections = standards.flatMap((standard) => {
    const questions = rows.filter((row) => row.standard === standard.id && row.kind !== 'standard')
    return questions.length === 0 ? [] : [annexeStandard(edition, standard, questions)]
  })
  const introduction =
    sections.length === 0
      ? 'There are no figures for this inspection.'
      : 'These tables have every figure of the report. For each question, they say what its percentage is divided by. The same figures are available as a CSV file and as an OpenDocument spreadsheet.'
  return { id: 'annexe', title: 'Data annexe', blocks: [paragraph(introduction)], sections }
}

function annexeStandard(edition: Edition, standard: Standard, rows: readonly AnnexeRow[]): Section {
  const counted = rows.some((row) => row.base !== null)
  const columns = [questionColumn, ...(counted ? countColumns : []), ...figureColumns]
  const table = {
    caption: `Answers to the questions of standard ${standard.id}, ${standard.title}`,
    columns,
    rows: rows.map((row) => annexeCells(edition, row, counted)),
  }
  return {
    id: `annexe-${standard.id}`,
    title: `${standard.id} ${standard.title}: figures`,
    blocks: [{ kind: 'table', table }],
    sections: [],
  }
}

const questionColumn: Column = { title: 'Question', kind: 'heading' }

const countColumns: readonly Column[] = [
  { title: 'Yes', kind: 'number' },
  { title: 'No', kind: 'number' },
  { title: 'Not applicable', kind: 'number' },
  { title: 'Base', kind: 'number' },
]

const figureColumns: readonly Column[] = [
  { title: 'Divided by', kind: 'text' },
  { title: 'Per cent yes', kind: 'number' },
  { title: 'Rating', kind: 'rating' },
]

function annexeCells(edition: Edition, row: AnnexeRow, counted: boolean): readonly Cell[] {
  const counts = [row.yes, row.no, row.notApplicable, row.base].map((value) => plain(numberText(value)))
  return [
    plain(`${row.item} ${row.text}`),
    ...(counted ? counts : []),
    plain(row.dividedBy ?? ''),
    plain(percentText(row.percentYes)),
    row.kind === 'key-question' ? ratingByTitle(edition, row.rating) : plain('Not banded'),
  ]
}

function ratingByTitle(edition: Edition, title: string | null): Cell {
  const point = edition.scale.find((candidate) => candidate.title === title)
  return ratingText(edition, point?.rating ?? null)
}
