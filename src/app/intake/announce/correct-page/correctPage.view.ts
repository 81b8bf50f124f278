import { dateText } from '../../../../core/kernel/londonTime.ts'
import type { Inspection } from '../../../inspections/inspection.ts'
import type { FormValues, SentForm } from '../../../layout/form/formPage.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { hashOfAnnouncement } from '../correctInspection.ts'
import { correctPath, withdrawPath } from '../paths.ts'

/** What the page shows of the register: `hasWork` if work on the inspection has begun. */
export type Correctable = {
  readonly inspection: Inspection
  /** Title of the edition that the inspection is pinned to. */
  readonly edition: string
  readonly hasWork: boolean
}

/**
 * Returns what the form that corrects an inspection shows. Once work has begun only the date is a field; the rest is
 * what is stored, whatever was sent.
 */
export function correctView({ inspection, edition, hasWork }: Correctable, sent: SentForm | null) {
  const stored = storedValues(inspection)
  const fixed = { service: stored.service, edition: stored.edition, madeUp: stored.madeUp }
  // A box without a tick is not sent.
  const typed = sent === null ? {} : { madeUp: '', ...sent.values }
  const isChanged = sent?.problems.some(({ code }) => code === 'inspection.corrected-meanwhile') ?? false
  return {
    id: inspection.id,
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    action: correctPath(inspection.id),
    withdrawHref: withdrawPath(inspection.id),
    values: { ...stored, ...typed, ...(hasWork ? fixed : {}) },
    seen: hashOfAnnouncement(inspection),
    isFixed: hasWork,
    edition,
    /** What someone else stored while the form was open, which saving again would replace; null if nobody did. */
    stored: isChanged ? storedRows(inspection, edition) : null,
  }
}

function storedValues({ serviceName, editionId, fieldworkStarted, madeUp }: Inspection) {
  const [year = '', month = '', day = ''] = (fieldworkStarted ?? '').split('-')
  return {
    service: serviceName,
    edition: editionId,
    'fieldwork-day': day,
    'fieldwork-month': month,
    'fieldwork-year': year,
    madeUp: madeUp ? 'yes' : '',
    reason: '',
  } satisfies FormValues
}

function storedRows({ serviceName, fieldworkStarted, madeUp }: Inspection, edition: string) {
  return [
    { key: { text: 'Service' }, value: { text: serviceName } },
    { key: { text: 'Edition' }, value: { text: edition } },
    {
      key: { text: 'Start of fieldwork' },
      value: { text: fieldworkStarted === null ? 'Not known' : dateText(fieldworkStarted) },
    },
    { key: { text: 'Made up' }, value: { text: madeUp ? 'Yes' : 'No' } },
  ]
}
