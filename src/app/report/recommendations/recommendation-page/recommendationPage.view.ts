import type { Problem } from '../../../../core/kernel/problem.ts'
import { byOwner } from '../../../../core/report/orderRecommendations.ts'
import { type FormErrors, formErrors } from '../../../people/formErrors.ts'
import type { StoredRecommendation } from '../recommendations.queries.ts'
import { recommendationsAddress, savedWords } from '../recommendations-page/recommendationsPage.view.ts'
import { versionSeen } from './recommendation.form.ts'

/** Which recommendation is changed (null: a new one), and the form that was refused, if any. */
export type FormState = {
  readonly id: string | null
  readonly refused: {
    readonly body: Readonly<Record<string, string>>
    readonly problems: readonly Problem[]
  } | null
}

export type RecommendationView = {
  readonly inspection: string
  readonly service: string
  readonly address: string
  /** Where the form is sent. */
  readonly action: string
  readonly title: string
  /** The version that the form says it saw. */
  readonly version: number
  readonly owner: string
  readonly text: string
  /** Owners that other recommendations have, to be offered. */
  readonly owners: readonly string[]
  /** What is stored now, where somebody changed it after the writer had read it: both are shown and none is lost. */
  readonly stored: { readonly owner: string; readonly text: string; readonly saved: string } | null
  readonly errors: FormErrors
}

type Inspection = { readonly id: string; readonly serviceName: string }

/** The form of one recommendation; undefined where there is none of this id. A refused form keeps what was typed. */
export function recommendationView(
  inspection: Inspection,
  list: readonly StoredRecommendation[],
  { id, refused }: FormState,
): RecommendationView | undefined {
  const stored = list.find((one) => one.id === id)
  if (id !== null && stored === undefined) return undefined
  const problems = refused?.problems ?? []
  const shown = { ...stored, ...refused?.body }
  const clashes = problems.some(({ code }) => code === 'recommendations.changed-meanwhile')
  const address = recommendationsAddress(inspection.id)
  return {
    inspection: inspection.id,
    service: inspection.serviceName,
    address,
    action: stored === undefined ? address : `${address}/${stored.id}`,
    title: stored === undefined ? 'Add a recommendation' : 'Change a recommendation',
    // After a clash the writer sees both texts, so the next save may replace what is stored now.
    version: clashes || refused === null ? (stored?.version ?? 0) : versionSeen(refused.body),
    owner: shown.owner ?? '',
    text: shown.text ?? '',
    owners: byOwner(list).map(({ owner }) => owner),
    stored: clashes && stored !== undefined ? { ...stored, saved: savedWords(stored) } : null,
    errors: formErrors(problems),
  }
}
