/** The parts of case lists that are stored as JSON, read back as what they are. */
import { z } from 'zod'
import type { CaseDomain } from '../../core/framework/edition.ts'
import { caseListFields } from '../../core/intake/caseListFields.ts'
import { type ConfirmedWarning, warningCodes } from '../../core/intake/caseListWarnings.ts'
import type { ColumnMapping } from '../../core/intake/recogniseColumns.ts'

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
