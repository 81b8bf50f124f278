import { type EntryRef, type EntryValue, entryKinds } from '../../core/fieldwork/entry.ts'
import { problem } from '../../core/kernel/problem.ts'
import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { conflictsPage } from './conflictsPage.view.ts'
import { decideKept } from './decideKept.ts'
import { keyOfPage } from './entryPages.ts'
import { type LoadedCase, loadCase } from './loadCase.ts'
import { casePath } from './paths.ts'

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
    const mayDecide = await shell.mayDo('case.decide', loaded.value.inspected.inspectionId)
    const model = { ...conflictsPage(loaded.value), mayDecide }
    return { kind: 'page', template: 'fieldwork/conflictsPage.njk', model }
  }
}

function decide(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const key = keyOfPage(request)
    const loaded = await loadCase(shell, editions, key)
    if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
    const { kind: wanted = '', item = '', choice = '', sawVersion = '', reason = '' } = request.body
    const kind = entryKinds.find((each) => each === wanted) ?? 'answer'
    const chosen = chosenValue(loaded.value, { kind, item }, choice)
    if (chosen === undefined) {
      return { kind: 'refused', problems: [problem('fieldwork.conflict-not-found', {})] }
    }
    const decided = await decideKept(shell, editions, {
      key,
      ref: { kind, item },
      chosen: { ...chosen, sawVersion: Number(sawVersion) },
      reason: reason.trim() === '' ? null : reason.trim(),
    })
    if (!decided.ok) return { kind: 'refused', problems: decided.problems }
    return { kind: 'redirect', to: `${casePath(key)}/conflicts` }
  }
}

function chosenValue({ entries, kept }: LoadedCase, ref: EntryRef, choice: string): EntryValue | undefined {
  const found = choice === 'current' ? entries.find(ref) : kept.find(({ keptId }) => keptId === choice)
  if (found !== undefined) return { value: found.value, detail: found.detail }
  return choice === 'current' ? { value: null, detail: null } : undefined
}
