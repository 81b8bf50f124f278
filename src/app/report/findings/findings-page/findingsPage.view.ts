import type { Edition } from '../../../../core/framework/edition.ts'
import { allStandards } from '../../../../core/framework/findInEdition.ts'
import type { SentForm } from '../../../layout/form/formPage.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { recommendationsPath, reportPath } from '../../paths.ts'
import { unprintableText } from '../../pdf/unprintableText.ts'
import { savedText } from '../../savedText.ts'
import type { StoredFindings } from '../findings.queries.ts'
import { asText, type FindingsForm, findingsForms, fingerprint } from './findingsPage.form.ts'

export type FindingsView = {
  readonly service: string
  readonly inspectionHref: string
  readonly reportHref: string
  readonly recommendationsHref: string
  readonly standards: readonly StandardView[]
}

type StandardView = {
  readonly id: string
  readonly title: string
  /** The version that the form says it saw. */
  readonly version: number
  readonly strengths: string
  readonly areasForImprovement: string
  /** For each, which characters the PDF cannot print, as a sentence. */
  readonly unprintable: { readonly strengths: string | null; readonly areasForImprovement: string | null }
  /** The hash of the stored text: a text with another hash was typed and is not saved. */
  readonly was: string
  readonly saved: string
  /** What is stored now, if it is not what the writer saw; both texts are shown and none is lost. */
  readonly stored: {
    readonly strengths: readonly string[]
    readonly areasForImprovement: readonly string[]
  } | null
}

type Inspection = { readonly id: string; readonly serviceName: string }

/** Returns the id that a field of a standard has on the page. */
export function fieldId(field: string, standard: string): string {
  return `${field === 'areasForImprovement' ? 'areas' : 'strengths'}-${standard}`
}

/**
 * Returns what the page on which findings are written shows. Of what was sent, the findings that were refused are shown
 * as they were typed; the others are stored by then.
 */
export function findingsView(
  inspection: Inspection,
  edition: Edition,
  stored: readonly StoredFindings[],
  sent: SentForm | null,
): FindingsView {
  const refused = sent === null ? [] : refusedForms(sent)
  return {
    service: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    reportHref: reportPath(inspection.id),
    recommendationsHref: recommendationsPath(inspection.id),
    standards: allStandards(edition).map(({ id, title }) => {
      const storedFindings = stored.find(({ standard }) => standard === id)
      const typed = refused.find(({ standard }) => standard === id) ?? null
      return standardView({ id, title: `${id} ${title}` }, storedFindings, typed)
    }),
  }
}

function refusedForms({ values, problems }: SentForm): readonly FindingsForm[] {
  const refused = new Set(problems.map(({ place }) => place.field))
  return findingsForms(values).filter(({ standard }) =>
    ['strengths', 'areasForImprovement'].some((field) => refused.has(fieldId(field, standard))),
  )
}

function standardView(
  standard: { readonly id: string; readonly title: string },
  stored: StoredFindings | undefined,
  refused: FindingsForm | null,
): StandardView {
  const shown = refused ?? stored
  const strengths = asText(shown?.strengths ?? [])
  const areasForImprovement = asText(shown?.areasForImprovement ?? [])
  return {
    ...standard,
    // After a conflict the writer has seen both texts, so the next save may replace what is stored now.
    version: stored?.version ?? 0,
    strengths,
    areasForImprovement,
    unprintable: {
      strengths: unprintableText(strengths),
      areasForImprovement: unprintableText(areasForImprovement),
    },
    was: fingerprint(stored ?? { strengths: [], areasForImprovement: [] }),
    saved: stored === undefined ? 'No findings have been saved for this standard.' : savedText(stored),
    stored: refused === null || stored === undefined || refused.version === stored.version ? null : stored,
  }
}
