/** `/inspections/:inspection/cases/:case/conflicts`: every conflict of a case, each with a form to resolve it. */
import type { EntryValue } from '../../../../core/fieldwork/entry.ts'
import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import type { Route, RouteRequest } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import type { Editions } from '../../../framework/editions.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { placedAt } from '../../../layout/form/formErrors.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { caseKeyOf } from '../../case/caseKey.ts'
import { type LoadedCase, loadCase } from '../../case/loadCase.ts'
import { conflictsPath } from '../../paths.ts'
import { problem } from '../../problems.ts'
import { resolveConflict } from '../resolveConflict.ts'
import { type ConflictForm, conflictFieldId, conflictForm } from './conflict.form.ts'
import { conflictsPage, isInConflict } from './conflictsPage.view.ts'

const path = '/inspections/:inspection/cases/:case/conflicts'

const conflictsDone = { decided: 'Your decision is saved.' }

/** Returns the routes of the page on which the conflicts of a case are resolved. */
export function conflictsPageRoutes(editions: Editions): readonly Route[] {
  const page = pageOfConflicts(editions)
  const resolve = sendForm(page, {
    act: async (request, shell) => {
      const form = conflictForm(request.body)
      return placedAt(await resolveWith(form, editions, request, shell), (field) =>
        conflictFieldId(form.ref, field),
      )
    },
    next: (_, request) => redirectSaying(conflictsDone, 'decided', conflictsPath(caseKeyOf(request))),
  })
  return [
    { method: 'GET', path, permission: 'case.read', audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission: 'case.decide', audit: 'case.decide', handle: resolve },
  ]
}

function pageOfConflicts(editions: Editions): FormPage {
  return {
    template: 'fieldwork/conflicts/conflicts-page/conflictsPage.njk',
    done: conflictsDone,
    view: async (request, shell, sent) => {
      const loaded = await loadCase(shell, editions, caseKeyOf(request))
      if (!loaded.ok) return loaded
      // Someone else resolved the conflict: the page no longer has the form to say so.
      if (sent !== null && !isInConflict(loaded.value, conflictForm(sent.values).ref)) {
        return { ok: false, problems: sent.problems }
      }
      const mayDecide = await shell.mayDo('case.decide', loaded.value.inspected.inspectionId)
      return done({ ...conflictsPage(loaded.value, sent), mayDecide })
    },
  }
}

async function resolveWith(
  form: ConflictForm,
  editions: Editions,
  request: RouteRequest,
  shell: Shell,
): Promise<Result<number>> {
  const key = caseKeyOf(request)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return loaded
  const chosen = chosenValue(loaded.value, form)
  if (chosen === undefined) {
    return refuse(
      form.choice === ''
        ? problem('fieldwork.choice-missing', {}, { field: 'choice' })
        : problem('fieldwork.conflict-not-found', {}, { field: 'choice' }),
    )
  }
  return resolveConflict(shell, editions, {
    key,
    ref: form.ref,
    chosen: { ...chosen, sawVersion: form.sawVersion },
    reason: form.reason === '' ? null : form.reason,
  })
}

/** Returns the value that is selected; undefined if it is none of the values in conflict. */
function chosenValue(
  { entries, conflicting }: LoadedCase,
  { ref, choice }: ConflictForm,
): EntryValue | undefined {
  const selected =
    choice === 'current'
      ? (entries.find(ref) ?? { value: null, detail: null })
      : conflicting.find(({ keptId }) => keptId === choice)
  return selected && { value: selected.value, detail: selected.detail }
}
