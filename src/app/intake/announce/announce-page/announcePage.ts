import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import type { Editions } from '../../../framework/editions.ts'
import { inspectionDone } from '../../../inspections/inspectionDone.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { listServiceNames } from '../../../people/access/rights.queries.ts'
import { announceInspection } from '../announceInspection.ts'
import { announcementForm } from '../announcement.form.ts'

const path = '/inspections/new'
const permission = 'inspection.announce'

/** Returns the routes of `/inspections/new`: the form that puts an inspection on the register, then its page. */
export function announceRoutes(editions: Editions): readonly Route[] {
  const page: FormPage = {
    template: 'intake/announce/announce-page/announcePage.njk',
    view: async (_, { database }) =>
      done({
        action: path,
        editions: [...editions.values()].map(({ id, title }) => ({ id, title })),
        services: await listServiceNames(database),
      }),
  }
  const announce = sendForm(page, {
    act: async ({ body }, shell) => {
      const form = announcementForm(body)
      return form.ok ? announceInspection(shell, editions, form.value) : form
    },
    next: (id) => redirectSaying(inspectionDone, 'announced', inspectionPath(id)),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'inspection.announce', handle: announce },
  ]
}
