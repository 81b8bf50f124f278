/** The pages on which a case is answered: the facts, one key question, or all of them at once. */
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import { formErrors } from '../../layout/form/formErrors.ts'
import { type FormPage, type SentForm, sendForm, showForm } from '../../layout/form/formPage.ts'
import { findCase } from '../case/case.queries.ts'
import { caseKeyOf } from '../case/caseKey.ts'
import { loadCase } from '../case/loadCase.ts'
import { whyBarred } from '../case/whyBarred.ts'
import { factsPage } from '../facts-page/factsPage.view.ts'
import { conflictsPath } from '../paths.ts'
import { problem } from '../problems.ts'
import { questionsPage } from '../questions-page/questionsPage.view.ts'
import { acceptProposals } from './acceptProposals.ts'
import { entriesForm } from './entries.form.ts'
import { controlId, type EntryField, type ShownCase } from './entryField.view.ts'
import { type RefusedEntry, saveEntries } from './saveEntries.ts'
import { problemOfConflict, proposeEntry, type WriteRequest } from './writeEntry.ts'

type EntryPage = {
  readonly next: string
  /** Every field of the page, in its order. */
  readonly fields: readonly EntryField[]
}
type PageOf = (shown: ShownCase, request: RouteRequest) => EntryPage | undefined
type EntryPages = { readonly path: string; readonly template: string; readonly pageOf: PageOf }

/** What the page after a page of entries says. */
export const entriesDone = { saved: 'Your answers are saved.' }

const ofCase = '/inspections/:inspection/cases/:case'

const pages: readonly EntryPages[] = [
  { path: `${ofCase}/facts`, template: 'fieldwork/facts-page/factsPage.njk', pageOf: factsPage },
  {
    path: `${ofCase}/questions`,
    template: 'fieldwork/questions-page/questionsPage.njk',
    pageOf: (shown) => questionsPage(shown, null),
  },
  {
    path: `${ofCase}/questions/:keyQuestion`,
    template: 'fieldwork/questions-page/questionsPage.njk',
    pageOf: (shown, { params: { keyQuestion = '' } }) => questionsPage(shown, keyQuestion),
  },
]

/** Returns the routes of the pages on which a case is answered. */
export function entryPageRoutes(editions: Editions): readonly Route[] {
  return pages.flatMap(({ path, template, pageOf }): readonly Route[] => {
    const page = entryPage(editions, template, pageOf)
    const save = sendForm(page, { act: saveOf(editions, pageOf), next: nextPage })
    return [
      { method: 'GET', path, permission: 'case.read', audit: 'reads', handle: showForm(page) },
      {
        method: 'POST',
        path,
        permission: 'case.answer',
        audit: 'case.answer',
        repeats: true,
        handle: save,
        whenNotAllowed: propose(editions),
      },
    ]
  })
}

/** If something was refused, everything else is saved: the page shows what is stored now, and what was refused as it was sent. */
function entryPage(editions: Editions, template: string, pageOf: PageOf): FormPage {
  return {
    template,
    done: entriesDone,
    view: async (request, shell, sent) => {
      const loaded = await loadCase(shell, editions, caseKeyOf(request))
      if (!loaded.ok) return loaded
      const page = pageOf({ ...loaded.value, ...(sent === null ? {} : { sent: sentOf(sent) }) }, request)
      if (page === undefined) return refuse(questionNotAsked(request))
      const mayAnswer = await shell.mayDo('case.answer', loaded.value.inspected.inspectionId)
      const model = {
        ...page,
        personId: shell.actor.personId ?? '',
        mayAnswer,
        ...(mayAnswer ? {} : { frozen: true }),
      }
      return done({ ...model, page: model })
    },
  }
}

function sentOf({ values, problems }: SentForm): NonNullable<ShownCase['sent']> {
  return { entries: entriesForm(values).entries, errors: formErrors(problems).fields }
}

/** Returns the address of the page that follows: that of the conflicts, if the form caused any. */
function saveOf(editions: Editions, pageOf: PageOf) {
  return async (request: RouteRequest, shell: Shell): Promise<Result<Following>> => {
    const key = caseKeyOf(request)
    const loaded = await loadCase(shell, editions, key)
    if (!loaded.ok) return loaded
    const page = pageOf(loaded.value, request)
    if (page === undefined) return refuse(questionNotAsked(request))
    const form = entriesForm(request.body)
    const entries = acceptProposals(loaded.value, request.body, form.entries)
    const { conflicts, refused } = await saveEntries(shell, editions, { key, form: { ...form, entries } })
    return unlessProblems(problemsAt(page.fields, refused), () =>
      conflicts > 0 ? { address: conflictsPath(key), isSaved: false } : { address: page.next, isSaved: true },
    )
  }
}

type Following = { readonly address: string; readonly isSaved: boolean }

function nextPage({ address, isSaved }: Following): Reply {
  return isSaved ? redirectSaying(entriesDone, 'saved', address) : { kind: 'redirect', to: address }
}

/** Returns each problem at the control of its entry; in the order of the page. */
function problemsAt(fields: readonly EntryField[], refused: readonly RefusedEntry[]) {
  const placed = fields.flatMap((field) =>
    refused
      .filter(({ ref }) => ref.kind === field.kind && ref.item === field.item)
      .map((entry) => ({ ...entry.problem, place: { field: controlId(field) } })),
  )
  // An entry that is not on the page was not sent by it.
  const elsewhere = refused.filter(({ ref }) =>
    fields.every(({ kind, item }) => kind !== ref.kind || item !== ref.item),
  )
  return [...placed, ...elsewhere.map((entry) => entry.problem)]
}

/**
 * Saves what someone sends who once had permission to write here, as a conflict. The reply is the same whatever the
 * current values are and however much of it is new: it reveals nothing of the case.
 */
function propose(editions: Editions): NonNullable<Route['whenNotAllowed']> {
  return async (request, shell) => {
    const key = caseKeyOf(request)
    const because = await whyBarred(shell, key)
    if (because === undefined) return undefined
    if ((await findCase(shell.database, key)) === undefined) return undefined
    const form = entriesForm(request.body)
    const proposeOne = (by: Shell, of: Editions, write: WriteRequest) => proposeEntry(by, of, write, because)
    const { refused } = await saveEntries(shell, editions, { key, form }, proposeOne)
    if (refused.length > 0) return undefined
    return { kind: 'refused', problems: [problem(problemOfConflict[because], {})] }
  }
}

function questionNotAsked({ params: { keyQuestion = '' } }: RouteRequest) {
  return problem('fieldwork.question-not-asked', { question: keyQuestion })
}
