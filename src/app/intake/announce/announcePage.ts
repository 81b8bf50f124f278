import type { Problem } from '../../../core/kernel/problem.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionDone } from '../../inspections/inspectionDone.ts'
import { whichInspection } from '../../inspections/whichInspection.form.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { listServiceNames } from '../../people/access/rights.queries.ts'
import { formErrors } from '../../people/formErrors.ts'
import { announceInspection } from './announceInspection.ts'

const path = '/inspections/new'

/** `/inspections/new`: the form that puts an inspection on the register, then its page. */
export function announceRoutes(editions: Editions): readonly Route[] {
  const permission = 'inspection.announce'
  return [
    {
      method: 'GET',
      path,
      permission,
      audit: 'reads',
      handle: (_request, shell) => page(shell, editions, {}, []),
    },
    {
      method: 'POST',
      path,
      permission,
      audit: 'inspection.announce',
      handle: async ({ body }, shell) => {
        const which = whichInspection(body)
        const { madeUp = '' } = body
        const announced = which.ok
          ? await announceInspection(shell, editions, {
              ...which.value,
              madeUp: madeUp === 'yes',
            })
          : which
        return announced.ok
          ? redirectSaying(inspectionDone, 'announced', inspectionPath(announced.value))
          : page(shell, editions, body, announced.problems)
      },
    },
  ]
}

async function page(
  shell: Shell,
  editions: Editions,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Reply> {
  return {
    kind: 'page',
    template: 'intake/announce/announcePage.njk',
    status: statusOf(problems),
    problems,
    model: {
      typed,
      errors: formErrors(problems),
      editions: [...editions.values()].map(({ id, title }) => ({ id, title })),
      services: await listServiceNames(shell.database),
    },
  }
}
