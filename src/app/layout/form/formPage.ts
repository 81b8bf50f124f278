/**
 * The one way to make a page with a form.
 *
 * A page with a form is four files in its own folder, and one line in the area's `routes.ts`:
 *
 * 1. `thing.form.ts`, pure: the values of the form become a command, or every problem, each with the id of its field:
 *    `problem('area.name-missing', {}, { field: 'name' })`.
 * 2. `thing.view.ts`, pure: what was loaded, and what was sent and refused if anything was, become what is printed.
 * 3. `thingPage.njk` extends `layout/form/formPage.njk` and fills `title`, `beforeContent` and `pageContent`. The error
 *    summary, “Error: ” in the title and the banner that says what was done are there already. Fields are the official
 *    macros with `value: values.name` and `errorMessage: errors.fields.name`; id, name and the field of the problem are
 *    the same word. `formMacros.njk` has `versionSeen` and `saveButtons`. The server adds the form token and the key by
 *    which a form that is sent twice is recognised.
 * 4. `thingPage.ts` declares the page and its routes:
 *
 * ```ts
 * const thingDone = { saved: 'The thing is saved.' }
 *
 * export function thingRoutes(editions: Editions): readonly Route[] {
 *   const page: FormPage = {
 *     template: 'area/thing/thingPage.njk',
 *     done: thingDone,
 *     view: async ({ params: { inspection = '' } }, shell, sent) => {
 *       const thing = await findThing(shell.database, inspection)
 *       return thing.ok ? done(thingView(thing.value, sent)) : thing
 *     },
 *   }
 *   const save = sendForm(page, {
 *     act: async ({ params: { inspection = '' }, body }, shell) => {
 *       const form = thingForm(body)
 *       return form.ok ? saveThing(shell, inspection, form.value) : form
 *     },
 *     next: (saved) => redirectSaying(thingDone, 'saved', thingAddress(saved)),
 *   })
 *   return [
 *     { method: 'GET', path, permission: 'thing.write', audit: 'reads', handle: showForm(page) },
 *     { method: 'POST', path, permission: 'thing.write', audit: 'thing.save', repeats: true, handle: save },
 *   ]
 * }
 * ```
 *
 * What the template sees is `values` (what was typed, empty if nothing was refused), `errors`, `done`, and what the view
 * returns. A view that shows what is stored returns `values` of its own: `values: sent?.values ?? storedValues(thing)`.
 * A view with more to say of problems, such as a table of what is wrong in a file, returns `errors` of its own.
 *
 * - Several forms on one page: each is a `sendForm` of the same page, with a `name`; the view finds it as `sent.form`
 *   and fills only that form with what was typed. If two have a field of the same name, their ids differ on the page:
 *   wrap what `act` returns in `placedAt(result, (field) => …)`.
 * - A refusal that makes no sense on the page, such as of a thing that was deleted meanwhile: the view refuses with
 *   `sent.problems`, and the server shows the page of problems.
 * - A form that leads to another page: `next` says so with the sentences that the other page exports.
 * - A form that saves a part and refuses a part: `act` refuses, and the view loads what is stored now.
 *
 * The status of every page is that of its first problem: see `statusOf`. A refused POST shows the page at the address
 * that it was sent to, so a form is sent to the address of its page, or below it.
 */
import type { Refused, Result } from '../../../core/kernel/result.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type DoneSentences, doneSentence } from './doneSentences.ts'
import { formErrors } from './formErrors.ts'

/** The fields of a form by their names, as they were typed. */
export type FormValues = Readonly<Record<string, string>>

/** A form that was sent and refused. */
export type SentForm = {
  /** Which form of the page it is: the `name` that it was declared with; empty if the page has only one. */
  readonly form: string
  readonly values: FormValues
  readonly problems: Refused['problems']
}

/** A page with a form or more. */
export type FormPage = {
  /** Path below `src/app` of a template that extends `layout/form/formPage.njk`. */
  readonly template: string
  /** What the page says was done, by the code that its address names. */
  readonly done?: DoneSentences
  /**
   * Returns what the template prints, in addition to `values`, `errors` and `done`. `sent` is null if the page is only opened.
   * Refuses if there is no such page to show.
   */
  readonly view: (request: RouteRequest, shell: Shell, sent: SentForm | null) => Promise<Result<object>>
}

/** A form of a page: what it does, and where it leads when that is done. */
export type FormAction<Value> = {
  /** Distinguishes the forms of a page, if it has several. */
  readonly name?: string
  readonly act: (request: RouteRequest, shell: Shell) => Promise<Result<Value>>
  readonly next: (value: Value, request: RouteRequest, shell: Shell) => Reply | Promise<Reply>
}

/** Returns the handler that opens `page`, which says what was done if its address names it. */
export function showForm(page: FormPage): Route['handle'] {
  return (request, shell) => replyWith(page, request, shell, null)
}

/**
 * Returns the handler of a form of `page`: it does what the form asks and leads on. If that is refused it shows the
 * page again with what was typed and every problem, under the status of the first.
 */
export function sendForm<Value>(
  page: FormPage,
  { name = '', act, next }: FormAction<Value>,
): Route['handle'] {
  return async (request, shell) => {
    const result = await act(request, shell)
    if (result.ok) return next(result.value, request, shell)
    return replyWith(page, request, shell, { form: name, values: request.body, problems: result.problems })
  }
}

async function replyWith(
  page: FormPage,
  request: RouteRequest,
  shell: Shell,
  sent: SentForm | null,
): Promise<Reply> {
  const view = await page.view(request, shell, sent)
  if (!view.ok) return { kind: 'refused', problems: view.problems }
  const problems = sent?.problems ?? []
  const { done } = request.query
  const form = {
    values: sent?.values ?? {},
    errors: formErrors(problems),
    // A form without an action is sent to the address that it was shown at, which may still say what was done before.
    done: sent === null ? doneSentence(page.done ?? {}, done) : null,
  }
  return { kind: 'page', template: page.template, model: { ...form, ...view.value }, problems }
}
