/** What is stored, signed and shown in the end, to be compared with what was acknowledged. */
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Shell } from '../../../src/platform/shell.ts'
import { inspection } from './fromListToFieldwork.ts'
import { open } from './people.ts'
import type { Said } from './whatIsSaid.ts'

type ByName = Readonly<Record<string, Said>>
type Entry = {
  readonly kind: string
  readonly item: string
  readonly value: string | null
  readonly detail: string | null
}

function byName(caseId: string, entries: readonly Entry[]): readonly (readonly [string, Said])[] {
  return entries.flatMap(({ kind, item, value, detail }) =>
    value === null ? [] : [[`${caseId} ${kind} ${item}`, { value, detail }] as const],
  )
}

/** The current entries of every case. */
export async function storedEntries({ database }: Pick<Shell, 'database'>): Promise<ByName> {
  const rows = await database
    .selectFrom('current_entry')
    .select(['case_id', 'kind', 'item', 'value', 'detail'])
    .where('inspection_id', '=', inspection)
    .execute()
  const entries = rows.map((row) => ({ ...row, kind: row.kind ?? '', item: row.item ?? '' }))
  return Object.fromEntries(entries.flatMap((row) => byName(row.case_id ?? '', [row])))
}

const signedSchema = z.object({
  questions: z.array(z.object({ id: z.string(), text: z.string() })),
  entries: z.array(
    z.object({
      kind: z.string(),
      item: z.string(),
      value: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
})

/** What the last signature of every case covers, and how many signatures there are. */
export async function signedEntries({ database }: Pick<Shell, 'database'>) {
  const rows = await database
    .selectFrom('signed_case')
    .select(['case_id', 'round', 'content'])
    .where('inspection_id', '=', inspection)
    .orderBy('round')
    .execute()
  const contents = rows.map(({ case_id, content }) => ({ caseId: case_id, ...signedSchema.parse(content) }))
  return {
    signatures: rows.length,
    entries: Object.fromEntries(contents.flatMap(({ caseId, entries }) => byName(caseId, entries))),
    questionsAsAsked: contents.every(({ questions }) => questions.length > 0),
  }
}

const promptSchema = z.array(z.string())
const shownSchema = z.object({
  rating: z.string(),
  keyQuestions: z.array(
    z.object({ id: z.string(), percent: z.string(), words: z.string(), prompts: z.array(promptSchema) }),
  ),
})

const readFigures = `({
  rating: document.querySelector('.app-rating--large').textContent.trim(),
  keyQuestions: [...document.querySelectorAll('.app-key-question')].map((section) => ({
    id: section.id,
    percent: section.querySelector('.app-percent').textContent.trim(),
    words: section.querySelector('.app-counts').textContent.replace(/\\s+/g, ' '),
    prompts: [...section.querySelectorAll('tbody tr')].map((row) => [
      row.querySelector('th strong').textContent,
      ...[...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()),
    ]),
  })),
})`

/** The rating and every figure that the page of a standard shows; of a prompt its letter, yes, no, na, base, per cent. */
export async function shownFigures(page: Page, standard: string) {
  await open(page, `/inspections/${inspection}/standards/${standard}`)
  const shown = shownSchema.parse(await page.evaluate(readFigures))
  return {
    rating: shown.rating,
    keyQuestions: shown.keyQuestions.map(({ id, percent, words, prompts }) => ({
      id,
      percent,
      words,
      prompts: prompts.map((cells) => [...cells.slice(0, 5), cells.at(-1) ?? '']),
    })),
  }
}

const promptJson = z.object({
  id: z.string(),
  yes: z.number(),
  no: z.number(),
  na: z.number(),
  of: z.number(),
  percentYes: z.number().nullable(),
})
export const ratedSchema = z.object({
  score: z.number(),
  maximum: z.number(),
  standards: z.array(
    z.object({
      standard: z.string(),
      awarded: z.string().nullable(),
      keyQuestions: z.array(promptJson),
      prompts: z.array(promptJson),
    }),
  ),
})
export type RatedStandard = z.infer<typeof ratedSchema>['standards'][number]

/** What the page of a standard has to show, by what `assay rate` printed. */
export function figuresRated({ keyQuestions, prompts }: RatedStandard) {
  return keyQuestions.map(({ id, yes, of, percentYes }) => ({
    id,
    percent: `${percentYes}%`,
    yesOf: `${yes} of ${of}`,
    prompts: prompts
      .filter((prompt) => prompt.id.startsWith(`${id}.`))
      .map((prompt) => [
        prompt.id.slice(id.length + 1),
        ...[prompt.yes, prompt.no, prompt.na, prompt.of].map(String),
        prompt.percentYes === null ? '–' : `${prompt.percentYes}%`,
      ]),
  }))
}
