import { momentText } from '../../../core/kernel/londonTime.ts'
import { done } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import { savedFormField } from '../../../platform/http/access.ts'
import type { Route } from '../../../platform/http/route.ts'
import { doneWords } from '../accounts/people-page/doneWords.ts'
import { signedInActor } from '../sign-in/sessions.ts'
import { fieldWords } from './formPage.ts'
import { deleteHeld } from './heldSubmission.queries.ts'
import { heldSubmissions, ownerOf } from './heldSubmission.ts'

/** What was typed before a session was lost, to be sent now or discarded. */
export const heldRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/held',
    permission: 'account.keep',
    audit: 'reads',
    handle: async ({ visit, query: { done: name } }, shell) => {
      const held = await heldSubmissions(shell.database, visit, signedInActor(shell).personId)
      const shown = held.map(({ savedFormId, heldAt, path, fields, files }) => ({
        savedFormId,
        when: momentText(heldAt),
        path,
        files: files.map((file) => file.name),
        missingFiles: files.filter((file) => file.content === null).map((file) => file.name),
        fields: Object.entries(fields).map(([field, value]) => ({
          name: field,
          title: fieldWords(field),
          value,
          // An empty field, and what a form says of the version that it showed, are nothing to read.
          isShown: value !== '' && !/^(version|was|seen)\b/.test(field),
        })),
      }))
      return {
        kind: 'page',
        template: 'people/saved-forms/heldPage.njk',
        model: { held: shown, savedFormField, done: doneWords(name) },
      }
    },
  },
  {
    method: 'POST',
    path: '/held/:held/discard',
    permission: 'account.keep',
    audit: 'held.discard',
    handle: async ({ params: { held = '' }, visit }, shell) => {
      const { personId } = signedInActor(shell)
      const discarded = await shell.transact(async (tx) => {
        await deleteHeld(tx, ownerOf(visit, personId), held)
        await recordAudit(tx, shell, {
          action: 'held.discard',
          inspectionId: null,
          subject: held,
          before: null,
          after: null,
          reason: null,
        })
        return done(null)
      })
      return discarded.ok
        ? { kind: 'redirect', to: '/held?done=discarded' }
        : { kind: 'refused', problems: discarded.problems }
    },
  },
]
