import { dateText } from '../../../core/kernel/londonTime.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { inspectionDone, inspectionsDone } from '../../inspections/inspectionDone.ts'
import { whichInspection } from '../../inspections/whichInspection.form.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { listServiceNames } from '../../people/access/rights.queries.ts'
import { formErrors } from '../../people/formErrors.ts'
import { hasWork } from './announced.queries.ts'
import {
  correctInspection,
  findUnpublished,
  markOfAnnouncement,
  withdrawInspection,
} from './correctInspection.ts'

type Body = Readonly<Record<string, string>>
type Sent = { readonly body: Body; readonly problems: readonly Problem[] }

const base = '/inspections/:inspection'
const permission = 'inspection.correct'

/** The form that corrects what an inspection was announced with, and the one that withdraws it. */
export function correctRoutes(editions: Editions): readonly Route[] {
  return [
    {
      method: 'GET',
      path: `${base}/correct`,
      permission,
      audit: 'reads',
      handle: ({ params: { inspection = '' } }, shell) => correctPage(shell, editions, inspection, null),
    },
    {
      method: 'POST',
      path: `${base}/correct`,
      permission,
      audit: 'inspection.correct',
      repeats: true,
      handle: async ({ params: { inspection = '' }, body }, shell) => {
        const corrected = await correct(shell, editions, inspection, body)
        if (corrected.ok) return redirectSaying(inspectionDone, 'corrected', inspectionPath(inspection))
        return correctPage(shell, editions, inspection, { body, problems: corrected.problems })
      },
    },
    {
      method: 'GET',
      path: `${base}/withdraw`,
      permission,
      audit: 'reads',
      handle: ({ params: { inspection = '' } }, shell) => withdrawPage(shell, inspection, null),
    },
    {
      method: 'POST',
      path: `${base}/withdraw`,
      permission,
      audit: 'inspection.withdraw',
      handle: async ({ params: { inspection = '' }, body }, shell) => {
        const { reason = '' } = body
        const withdrawn = await withdrawInspection(shell, inspection, reason.trim())
        if (withdrawn.ok) return redirectSaying(inspectionsDone, 'withdrawn', '/inspections')
        return withdrawPage(shell, inspection, { body, problems: withdrawn.problems })
      },
    },
  ]
}

function correct(shell: Shell, editions: Editions, inspection: string, body: Body) {
  const which = whichInspection(body)
  if (!which.ok) return which
  const { madeUp = '', reason = '', seen = '' } = body
  const announcement = { ...which.value, madeUp: madeUp === 'yes' }
  return correctInspection(shell, editions, inspection, { announcement, reason: reason.trim(), seen })
}

async function correctPage(shell: Shell, editions: Editions, id: string, sent: Sent | null): Promise<Reply> {
  const found = await findUnpublished(shell.database, id)
  if (!found.ok) return { kind: 'refused', problems: found.problems }
  const inspection = found.value
  const problems = sent?.problems ?? []
  const before = stored(inspection)
  const isFixed = await hasWork(shell.database, inspection.id)
  const edition = editions.get(inspection.editionId)?.title ?? inspection.editionId
  return {
    kind: 'page',
    template: 'intake/announce/correctPage.njk',
    status: statusOf(problems),
    problems,
    model: {
      ...frameOf(inspection),
      // Once work has begun the date alone is a field; the rest is what is stored, whoever corrected it meanwhile.
      typed: { ...before, ...sent?.body, ...(isFixed ? fixedByWork(before) : {}) },
      corrected: problems.some(({ code }) => code === 'inspection.corrected-meanwhile')
        ? storedRows(inspection, edition)
        : null,
      reason: sent?.body['reason'] ?? '',
      seen: markOfAnnouncement(inspection),
      isFixed,
      errors: formErrors(problems),
      edition,
      editions: [...editions.values()].map((edition) => ({ id: edition.id, title: edition.title })),
      services: await listServiceNames(shell.database),
    },
  }
}

/** What is stored, as the form's fields have it. */
function stored({ serviceName, editionId, fieldworkStarted, madeUp }: Inspection): Body {
  const [year = '', month = '', day = ''] = (fieldworkStarted ?? '').split('-')
  return {
    service: serviceName,
    edition: editionId,
    'fieldwork-day': day,
    'fieldwork-month': month,
    'fieldwork-year': year,
    madeUp: madeUp ? 'yes' : '',
  }
}

function fixedByWork({ service, edition, madeUp }: Body) {
  return { service, edition, madeUp }
}

/** What somebody else stored while this form was open: saving it again would replace that. */
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

async function withdrawPage(shell: Shell, id: string, sent: Sent | null): Promise<Reply> {
  const found = await findUnpublished(shell.database, id)
  if (!found.ok) return { kind: 'refused', problems: found.problems }
  const problems = sent?.problems ?? []
  return {
    kind: 'page',
    template: 'intake/announce/withdrawPage.njk',
    status: statusOf(problems),
    problems,
    model: {
      ...frameOf(found.value),
      reason: sent?.body['reason'] ?? '',
      hasWork: await hasWork(shell.database, id),
      errors: formErrors(problems),
    },
  }
}

function frameOf({ id, serviceName }: Inspection) {
  return { id, serviceName, inspectionHref: inspectionPath(id) }
}
