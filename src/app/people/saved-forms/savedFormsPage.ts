/** The forms that you sent after a session was lost, to be sent again or deleted. */
import { done, type Result } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Visit } from '../../../platform/http/access.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { savedFormsPath } from '../paths.ts'
import { signedInActor } from '../sign-in/sessions.ts'
import { deleteSavedForm } from './savedForm.queries.ts'
import { ownerOf, readSavedForms } from './savedForm.ts'
import { savedFormsView } from './savedFormsPage.view.ts'

const savedFormsDone = { deleted: 'Saved form deleted' }

const permission = 'account.keep'

const page: FormPage = {
  template: 'people/saved-forms/savedFormsPage.njk',
  done: savedFormsDone,
  view: async ({ visit }, shell) =>
    done(savedFormsView(await readSavedForms(shell.database, visit, signedInActor(shell).personId))),
}

const remove = sendForm(page, {
  act: ({ params: { savedForm = '' }, visit }, shell) => deleteOwnForm(shell, visit, savedForm),
  next: () => redirectSaying(savedFormsDone, 'deleted', savedFormsPath),
})

async function deleteOwnForm(shell: Shell, visit: Visit, savedFormId: string): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    await deleteSavedForm(tx, ownerOf(visit, signedInActor(shell).personId), savedFormId)
    await recordAudit(tx, shell, {
      action: 'saved-form.delete',
      inspectionId: null,
      subject: savedFormId,
      before: null,
      after: null,
      reason: null,
    })
    return done(null)
  })
}

/** The routes of your saved forms, and of the address that they had before. */
export const savedFormsRoutes: readonly Route[] = [
  { method: 'GET', path: savedFormsPath, permission, audit: 'reads', handle: showForm(page) },
  {
    method: 'POST',
    path: `${savedFormsPath}/:savedForm/delete`,
    permission,
    audit: 'saved-form.delete',
    handle: remove,
  },
  {
    method: 'GET',
    path: '/held',
    permission,
    audit: 'reads',
    handle: async () => ({ kind: 'redirect', to: savedFormsPath }),
  },
]
