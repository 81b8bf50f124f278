/** What a results file says about an inspection other than its figures: when, how many cases, from which source. */
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
  /** By the names in the file; `outOfCourt` and `out-of-court` are the same. */
  readonly cases: readonly CaseCount[]
  readonly place: Place
}

/** A kind of case with two names, such as `outOfCourt` and `out-of-court`: nobody can know which number is right. */
function casesTwice({ cases, place }: RegisterEntry): readonly Problem[] {
  return cases
    .filter(({ domain }, at) => cases.findIndex((other) => other.domain === domain) < at)
    .map(({ domain: field }) => problem('json.key-twice', { field }, partOf(partOf(place, 'cases'), field)))
}

/** Returns the entries of a results file in its order. Refuses with every fault of form. */
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

function registerEntry(parsed: z.infer<typeof entry>, place: Place): RegisterEntry {
  return {
    published: parsed.published ?? null,
    fieldworkStarted: parsed.fieldworkStarted ?? null,
    source: parsed.source?.trim() || null,
    cases: Object.entries(parsed.cases ?? {}).map(([name, inspected]) => ({
      domain: kebab(name),
      inspected,
    })),
    place,
  }
}

/**
 * Returns the entry with the cases of kinds that the edition inspects. Refuses with every fault of its service, dates
 * and cases.
 */
export function checkRegisterEntry(
  edition: Edition,
  service: string,
  unchecked: RegisterEntry,
): Result<RegisterEntry> {
  const problems = [
    ...textProblems(
      service,
      'name',
      problem('inspection.service-missing', {}, partOf(unchecked.place, 'service')),
    ),
    ...lengthProblems(unchecked.source, 'reason', partOf(unchecked.place, 'source')),
    ...(printableText(service) === service
      ? []
      : [problem('inspection.service-unprintable', { service }, partOf(unchecked.place, 'service'))]),
    ...dateProblems(unchecked),
    ...(unchecked.published === null && unchecked.fieldworkStarted === null
      ? [problem('inspection.date-missing', { service }, unchecked.place)]
      : []),
    ...caseProblems(edition, unchecked),
    ...casesTwice(unchecked),
  ]
  const cases = unchecked.cases.filter(({ domain }) => inspects(edition, domain))
  return unlessProblems(problems, () => ({ ...unchecked, cases }))
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

/** A kind that the edition does not inspect is no fault if the file says 0 cases. */
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
