/** The edition's guidance: next to its question, and in what is signed. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inventedEdition } from '../../../../test/support/inventedEdition.ts'
import { newCase } from '../../../core/fieldwork/caseProgress.ts'
import { currentEntries } from '../../../core/fieldwork/currentEntries.ts'
import { signedCase } from '../../../core/fieldwork/signedCase.ts'
import { makeTemplates } from '../../../platform/http/templates.ts'
import { questionsPage } from './questionsPage.view.ts'

const edition = inventedEdition()
const caseDomain = 'prevention'
const entries = currentEntries([])
const templates = makeTemplates(join(import.meta.dirname, '../../../..'), {
  folder: '',
  importsOf: () => [],
  address: (name) => `/assets/${name}`,
})

function shown(keyQuestion: string): string {
  const asked = { inspectionId: 'nowhere-2030', caseId: 'C1', caseDomain, editionId: edition.id }
  const inspected = { ...asked, serviceName: 'Nowhere', madeUp: true }
  const loaded = { inspected, edition, entries, conflicting: [], missing: [], progress: newCase }
  const page = questionsPage(loaded, keyQuestion)
  return templates.render('fieldwork/questions-page/questionsPage.njk', { ...page, page })
}

test('guidance is next to its question, paragraph by paragraph', () => {
  const page = shown('A.1.1')
  expect(page).toContain('Guidance for this question')
  expect(page).toContain('<p class="govuk-body">Look for the child&#39;s own words.</p>')
  expect(page).toContain('<p class="govuk-body">A form that someone else filled in is not enough.</p>')
})

test('a question without guidance shows no place for it', () => {
  expect(shown('A.1.2')).not.toContain('Guidance for this question')
})

test('what is signed has the guidance with the question', () => {
  const { questions } = signedCase(edition, caseDomain, entries)
  const guidance = new Map(questions.map((question) => [question.id, question.guidance]))
  expect(guidance.get('A.1.1')).toContain('own words.\n\nA form')
  expect([guidance.get('A.1.1.a'), guidance.get('A.1.2')]).toEqual([null, null])
})
