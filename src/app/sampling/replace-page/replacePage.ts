/** Replacing one sampled case: a person gives the reason and a note, but does not choose the replacement. */
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { problem } from '../problems.ts'
import { type DrawnSample, loadDrawnSample } from '../sampleContext.ts'
import { toSample } from '../sampleDone.ts'
import { replaceForm } from './replacePage.form.ts'
import { replacePage } from './replacePage.view.ts'
import { replaceSampledCase } from './replaceSampledCase.ts'

const path = '/inspections/:inspection/sample/cases/:case/replace'
const permission = 'sample.write'

/** Returns the routes of the page that replaces a case. */
export function replaceRoutes(editions: Editions): readonly Route[] {
  const page: FormPage = {
    template: 'sampling/replace-page/replacePage.njk',
    view: async (request, { database }, sent) => {
      const { case: pseudonym = '' } = request.params
      const drawn = await sampleWithCase(database, editions, request)
      return drawn.ok ? done(replacePage(drawn.value, pseudonym, sent?.values ?? {})) : drawn
    },
  }
  const replace = sendForm(page, {
    act: async (request, shell) => {
      const { inspection = '', case: pseudonym = '' } = request.params
      const drawn = await sampleWithCase(shell.database, editions, request)
      if (!drawn.ok) return drawn
      const form = replaceForm(drawn.value.edition, pseudonym, request.body)
      return form.ok ? replaceSampledCase(shell, editions, inspection, form.value) : form
    },
    next: (_, { params: { inspection = '' } }) => toSample(inspection, 'replaced', '#replacements'),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'sample.replace', handle: replace },
  ]
}

/** The drawn sample. Refuses if the case is not in it now. */
async function sampleWithCase(
  connection: Connection,
  editions: Editions,
  { params: { inspection = '', case: pseudonym = '' } }: RouteRequest,
): Promise<Result<DrawnSample>> {
  const drawn = await loadDrawnSample(connection, editions, inspection)
  if (!drawn.ok) return drawn
  const isSampled = drawn.value.sampled.some((each) => each.pseudonym === pseudonym && !each.isReplaced)
  return isSampled ? drawn : refuse(problem('sampling.case-not-in-sample', { case: pseudonym }))
}
