import { expect, test } from 'vitest'
import { aSmallEdition } from '../../../../test/support/editionBuilder.ts'
import { codesOf, doneValue } from '../../../../test/support/results.ts'
import { replaceForm } from './replacePage.form.ts'

const edition = aSmallEdition()

test('a replacement needs a reason of the edition and a note', () => {
  expect(codesOf(replaceForm(edition, 'C-000000', { reason: 'liked-another-better', note: '' }))).toEqual([
    'sampling.replacement-reason-unknown',
    'sampling.replacement-note-missing',
  ])
  expect(codesOf(replaceForm(edition, 'C-000000', { reason: 'constructor', note: 'x' }))).toEqual([
    'sampling.replacement-reason-unknown',
  ])
  expect(doneValue(replaceForm(edition, 'C-000000', { reason: 'transferred', note: ' Moved. ' }))).toEqual({
    pseudonym: 'C-000000',
    reason: 'transferred',
    note: 'Moved.',
  })
})
