import type { Edition } from '../../../../core/framework/edition.ts'
import { allStandards } from '../../../../core/framework/findInEdition.ts'
import { momentText } from '../../../../core/kernel/londonTime.ts'
import type { Problem } from '../../../../core/kernel/problem.ts'
import { type FormErrors, formErrors } from '../../../people/formErrors.ts'
import { unprintableWords } from '../../pdf/unprintable.ts'
import type { StoredFindings } from '../findings.queries.ts'
import { asText, type FindingsForm, fingerprint } from './findingsPage.form.ts'

export type FindingsView = {
  readonly inspection: string
  readonly service: string
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly standards: readonly StandardView[]
}

type StandardView = {
  readonly id: string
  readonly title: string
  /** The version that the form says it saw. */
  readonly version: number
  readonly strengths: string
  readonly areasForImprovement: string
  /** What the PDF cannot print of each, in words. */
  readonly unprintable: { readonly strengths: string | null; readonly areasForImprovement: string | null }
  /** Of the text that is stored: what differs from it has been typed and not saved. */
  readonly was: string
  readonly saved: string
  /** What is wrong with each of its fields. */
  readonly errors: FormErrors['fields']
  /** What is stored now, where it is not what the writer saw; both texts are shown and none is lost. */
  readonly stored: {
    readonly strengths: readonly string[]
    readonly areasForImprovement: readonly string[]
  } | null
}

/** A form that was sent back, with what is wrong with it. */
export type RefusedForm = { readonly form: FindingsForm; readonly problems: readonly Problem[] }

type Inspection = { readonly id: string; readonly serviceName: string }

/** The page on which findings are written; findings that were refused are shown as they were typed. */
export function findingsView(
  inspection: Inspection,
  edition: Edition,
  stored: readonly StoredFindings[],
  refused: readonly RefusedForm[],
): FindingsView {
  return {
    inspection: inspection.id,
    service: inspection.serviceName,
    problems: refused.flatMap(({ form, problems }) =>
      problems.map(({ text, action, place }) => ({
        text: `${text} ${action}`,
        href: `#${place.field === 'areasForImprovement' ? 'areas' : 'strengths'}-${form.standard}`,
      })),
    ),
    standards: allStandards(edition).map(({ id, title }) => {
      const own = stored.find(({ standard }) => standard === id)
      const sentBack = refused.find(({ form }) => form.standard === id) ?? null
      return standardView({ id, title: `${id} ${title}` }, own, sentBack)
    }),
  }
}

function standardView(
  standard: { readonly id: string; readonly title: string },
  stored: StoredFindings | undefined,
  refused: RefusedForm | null,
): StandardView {
  const shown = refused?.form ?? stored
  const strengths = asText(shown?.strengths ?? [])
  const areasForImprovement = asText(shown?.areasForImprovement ?? [])
  return {
    ...standard,
    // After a conflict the writer has seen both texts, so the next save may replace what is stored now.
    version: stored?.version ?? 0,
    strengths,
    areasForImprovement,
    unprintable: {
      strengths: unprintableWords(strengths),
      areasForImprovement: unprintableWords(areasForImprovement),
    },
    errors: formErrors(refused?.problems ?? []).fields,
    was: fingerprint(stored ?? { strengths: [], areasForImprovement: [] }),
    saved:
      stored === undefined
        ? 'No findings have been saved for this standard.'
        : `Saved by ${stored.savedBy}, ${momentText(stored.savedAt)}.`,
    stored:
      refused === null || stored === undefined || refused.form.version === stored.version ? null : stored,
  }
}
