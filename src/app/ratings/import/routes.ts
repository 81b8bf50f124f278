import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { sendForm, showForm } from '../../layout/form/formPage.ts'
import { importAnswersPath, importResultsPath } from '../paths.ts'
import { importAnswersPage, sendAnswers } from './importAnswersPage.ts'
import { importResultsPage, sendResults } from './importResultsPage.ts'

/** A national set of answers is about 60 megabytes; one inspection's file is far below one. */
const maximumBytes = 20 * 1024 * 1024

/** Returns the routes of both imports. */
export function importRoutes(editions: Editions): readonly Route[] {
  const answersPage = importAnswersPage(editions)
  const shows = { method: 'GET', permission: 'inspection.import', audit: 'reads' } as const
  const sends = { method: 'POST', permission: 'inspection.import', upload: { maximumBytes } } as const
  return [
    { ...shows, path: importResultsPath, handle: showForm(importResultsPage) },
    {
      ...sends,
      path: importResultsPath,
      audit: 'inspection.import-results',
      handle: sendForm(importResultsPage, sendResults(editions)),
    },
    { ...shows, path: importAnswersPath, handle: showForm(answersPage) },
    {
      ...sends,
      path: importAnswersPath,
      audit: 'inspection.import-answers',
      handle: sendForm(answersPage, sendAnswers(editions)),
    },
  ]
}
