/** What a results file says about an inspection besides its figures: when, how many cases, from where. */
import { z } from 'zod'
import type { Edition } from '../../../core/framework/edition.ts'
import { printableText } from '../../../core/kernel/printableText.ts'
import type { Place, Problem } from '../../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { lengthProblems, textProblems } from '../../../core/kernel/textLimits.ts'
import { partOf } from '../../../core/ratings/resultsInput.ts'
import { readJsonParts } from '../../../platform/readJsonFile.ts'
import { readShape } from '../../../platform/readShape.ts'
import { isFieldworkDate } from '../../inspections/fieldworkDate.ts'
import type { CaseCount } from '../../inspections/inspection.ts'
import { problem } from '../problems.ts'
import { allDone } from './importedInspection.ts'

const entry = z.looseObject({
  published: z.string().nullish(),
  fieldworkStarted: z.string().nullish(),
  cases: z.record(z.string(), z.int().nonnegative()).nullish(),
  source: z.string().nullish(),
})

export type RegisterEntry = {
  readonly published: string | null
  readonly fieldworkStarted: string | null
  readonly source: string | null
  /** By the names the file gives; `outOfCourt` and `out-of-court` are one. */
  readonly cases: readonly CaseCount[]
  readonly place: Place
}

/** A kind of case under two names, such as `outOfCourt` and `out-of-court`: which counts cannot be known. */
function casesTwice({ cases, place }: RegisterEntry): readonly Problem[] {
  return cases
    .filter(({ domain }, at) => cases.findIndex((other) => other.domain === domain) < at)
    .map(({ domain: field }) => problem('json.key-twice', { field }, partOf(partOf(place, 'cases'), field)))
}

/** The entries of a results file in its order. Refuses with every fault of form. */
export function readRegisterEntries(content: Uint8Array, file: string): Result<readonly RegisterEntry[]> {
  const json = readJsonParts(content, file)
  if (!json.ok) return json
  return allDone(
    json.value.parts.map(({ value, place }) => {
      const parsed = readShape(entry, value, place)
      return parsed.ok ? { ok: true, value: registerEntry(parsed.value, place) } : parsed
    }),
  )
}

function registerEntry(given: z.infer<typeof entry>, place: Place): RegisterEntry {
  return {
    published: given.published ?? null,
    fieldworkStarted: given.fieldworkStarted ?? null,
    source: given.source?.trim() || null,
    cases: Object.entries(given.cases ?? {}).map(([name, inspected]) => ({
      domain: kebab(name),
      inspected,
    })),
    place,
  }
}

/** The entry again where its dates can be used and its cases are of kinds the edition inspects; else every fault. */
export function checkRegisterEntry(
  edition: Edition,
  service: string,
  given: RegisterEntry,
): Result<RegisterEntry> {
  const problems = [
    ...textProblems(
      service,
      'name',
      problem('inspection.service-missing', {}, partOf(given.place, 'service')),
    ),
    ...lengthProblems(given.source, 'reason', partOf(given.place, 'source')),
    ...(printableText(service) === service
      ? []
      : [problem('inspection.service-unprintable', { service }, partOf(given.place, 'service'))]),
    ...dateProblems(given),
    ...(given.published === null && given.fieldworkStarted === null
      ? [problem('inspection.date-missing', { service }, given.place)]
      : []),
    ...caseProblems(edition, given),
    ...casesTwice(given),
  ]
  const cases = given.cases.filter(({ domain }) => inspects(edition, domain))
  return unlessProblems(problems, () => ({ ...given, cases }))
}

const publishedForm = /^\d{4}(-(0[1-9]|1[0-2]))?$/

function dateProblems({ published, fieldworkStarted, place }: RegisterEntry): readonly Problem[] {
  const malformed = (value: string, form: string, field: string) =>
    problem('inspection.date-malformed', { value, form }, partOf(place, field))
  return [
    ...(published !== null && !publishedForm.test(published)
      ? [malformed(published, 'a year or a month, such as 2022-12', 'published')]
      : []),
    ...(fieldworkStarted !== null && !isFieldworkDate(fieldworkStarted)
      ? [malformed(fieldworkStarted, 'a month or a day, such as 2022-09 or 2022-09-12', 'fieldworkStarted')]
      : []),
  ]
}

/** No case at all of a kind that the edition does not inspect says nothing wrong. */
function caseProblems(edition: Edition, { cases, place }: RegisterEntry): readonly Problem[] {
  const known = edition.domains.flatMap((domain) => domain.cases ?? []).join(', ')
  return cases
    .filter(({ domain, inspected }) => inspected > 0 && !inspects(edition, domain))
    .map(({ domain }) =>
      problem(
        'answers.domain-not-found',
        { edition: edition.id, domain, known },
        partOf(partOf(place, 'cases'), domain),
      ),
    )
}

function inspects(edition: Edition, caseDomain: string): boolean {
  return edition.domains.some(({ cases }) => cases === caseDomain)
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
