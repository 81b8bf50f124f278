/** The parts of case lists that are stored as JSON, read back as what they are. */
import { z } from 'zod'
import type { CaseDomain } from '../../core/framework/standards.ts'
import { caseListFields } from '../../core/intake/caseListFields.ts'
import { type ConfirmedWarning, warningCodes } from '../../core/intake/caseListWarnings.ts'
import { intakeRuleProblems } from '../../core/intake/problems.ts'
import type { ColumnMapping } from '../../core/intake/recogniseColumns.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { kernelProblems } from '../../core/kernel/problems.ts'
import { fileProblems } from '../../platform/problems.ts'
import { intakeProblems } from './problems.ts'

export const texts = z.array(z.string())
export const carried = z.record(z.string(), z.string())
export const counts = z.record(z.string(), z.number().int().nonnegative()).nullable()

export const headings: z.ZodType<ColumnMapping['columns']> = z
  .partialRecord(z.enum(caseListFields), z.string())
  .transform((columns) => Object.fromEntries(Object.entries(columns)))

export const confirmedWarnings: z.ZodType<readonly ConfirmedWarning[]> = z.array(
  z.object({
    code: z.enum(warningCodes),
    domain: z.string().transform(storedCaseDomain).nullable(),
    text: z.string(),
    reason: z.string(),
  }),
)

/** A kind of cases that was checked against its edition before it was stored. */
export function storedCaseDomain(text: string): CaseDomain {
  if (!isCaseDomain(text)) throw new RangeError('a stored case has no domain')
  return text
}

function isCaseDomain(text: string): text is CaseDomain {
  return text !== ''
}

/** What may be wrong with a list that waits. */
const listProblems = { ...kernelProblems, ...fileProblems, ...intakeRuleProblems, ...intakeProblems }

const problemCode = z.custom<keyof typeof listProblems>(
  (code) => typeof code === 'string' && Object.hasOwn(listProblems, code),
)

const storedProblem = z.object({
  code: problemCode,
  text: z.string(),
  action: z.string(),
  place: z.object({
    file: z.string().exactOptional(),
    row: z.number().exactOptional(),
    line: z.number().exactOptional(),
    field: z.string().exactOptional(),
    path: z.string().exactOptional(),
  }),
})

/** A list that waits may have been stored by an earlier version, which called the action of a problem `mend`. */
const olderProblem = z
  .object({ ...storedProblem.omit({ action: true }).shape, mend: z.string() })
  .transform(({ mend, ...problem }) => ({ ...problem, action: mend }))

const readProblem = z
  .union([storedProblem, olderProblem])
  .transform((problem) => ({ ...problem, status: listProblems[problem.code].status }))

const problems: z.ZodType<readonly Problem[]> = z.array(readProblem)

const field = z.enum(caseListFields)
const places = z.array(z.number().int().nonnegative()).readonly()

/** What was found when a faulty list was read. */
export const faultyReading = z.object({
  /** The day that counted as today, which decides which dates are in the future. */
  today: z.string(),
  headingRow: z.number(),
  headings: texts.readonly(),
  places: z.array(z.tuple([field, z.number()])).readonly(),
  carried: places,
  leftOut: places,
  faults: z.number().int().positive(),
  problems,
})
export type FaultyReading = Readonly<z.infer<typeof faultyReading>>
