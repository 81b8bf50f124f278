import { type EntryRef, type EntryValue, entryKinds } from '../../../core/fieldwork/entry.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { refuse } from '../../../core/kernel/result.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import type { CaseKey } from '../case/case.queries.ts'
import { type LoadedCase, loadCase } from '../case/loadCase.ts'
import { keyOfPage } from '../entries/entryPages.ts'
import { casePath } from '../paths.ts'
import { problem } from '../problems.ts'
import { conflictsPage, firstChoiceId, type RefusedDecision, reasonId } from './conflictsPage.view.ts'
import { decideKept } from './decideKept.ts'

const path = '/inspections/:inspection/cases/:case/conflicts'

export function conflictsPageRoutes(editions: Editions): readonly Route[] {
  return [
    { method: 'GET', path, permission: 'case.read', audit: 'reads', handle: show(editions) },
    { method: 'POST', path, permission: 'case.decide', audit: 'case.decide', handle: decide(editions) },
  ]
}

function show(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const loaded = await loadCase(shell, editions, keyOfPage(request))
    if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
    const { done } = request.query
    return reply(shell, loaded.value, null, done === 'decided' ? 'Your decision is saved.' : null)
  }
}

async function reply(
  shell: Shell,
  loaded: LoadedCase,
  refused: RefusedDecision | null,
  done: string | null = null,
): Promise<Reply> {
  const { inspectionId } = loaded.inspected
  const model = {
    ...conflictsPage(loaded, refused),
    done,
    mayDecide: await shell.mayDo('case.decide', inspectionId),
  }
  const problems = refused?.problems ?? []
  const status = statusOf(problems)
  return { kind: 'page', template: 'fieldwork/conflicts/conflictsPage.njk', model, status, problems }
}

function decide(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const key = keyOfPage(request)
    const loaded = await loadCase(shell, editions, key)
    if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
    const { kind: wanted = '', item = '', choice = '', sawVersion = '', reason = '' } = request.body
    const kind = entryKinds.find((each) => each === wanted) ?? 'answer'
    const ref = { kind, item }
    const chosen = chosenValue(loaded.value, ref, choice)
    const decided =
      chosen === undefined
        ? refuse(nothingChosen(choice))
        : await decideKept(shell, editions, {
            key,
            ref,
            chosen: { ...chosen, sawVersion: Number(sawVersion) },
            reason: reason.trim() === '' ? null : reason.trim(),
          })
    if (decided.ok) return { kind: 'redirect', to: `${casePath(key)}/conflicts?done=decided` }
    return showAgain(shell, editions, key, { ref, choice, reason, problems: decided.problems })
  }
}

function nothingChosen(choice: string): Problem {
  return choice === '' ? problem('fieldwork.choice-missing', {}) : problem('fieldwork.conflict-not-found', {})
}

/** The values as they are by now, what was typed, and why it was not taken; all of it with the entry it is about. */
async function showAgain(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  refused: RefusedDecision,
): Promise<Reply> {
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
  const isLeft = loaded.value.kept.some(
    ({ kind, item }) => kind === refused.ref.kind && item === refused.ref.item,
  )
  if (!isLeft) return { kind: 'refused', problems: refused.problems }
  const problems = refused.problems.map((each) => ({
    ...each,
    place: { field: each.place.field === 'reason' ? reasonId(refused.ref) : firstChoiceId(refused.ref) },
  }))
  return reply(shell, loaded.value, { ...refused, problems })
}

function chosenValue({ entries, kept }: LoadedCase, ref: EntryRef, choice: string): EntryValue | undefined {
  const found = choice === 'current' ? entries.find(ref) : kept.find(({ keptId }) => keptId === choice)
  if (found !== undefined) return { value: found.value, detail: found.detail }
  return choice === 'current' ? { value: null, detail: null } : undefined
}
