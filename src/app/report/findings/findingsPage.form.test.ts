import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asText, findingsForm, paragraphs } from './findingsPage.form.ts'

test('each paragraph is a finding; a line break inside one is a space', () => {
  expect(paragraphs('One finding\r\nin two lines.\r\n\r\n\r\n  Another. \n \nA third.\n')).toEqual([
    'One finding in two lines.',
    'Another.',
    'A third.',
  ])
  expect(paragraphs(' \n\n ')).toEqual([])
})

test('a version that is no number is none that was ever stored', () => {
  expect(findingsForm({ standard: 'B1', version: '3', strengths: 'Good' })).toEqual({
    standard: 'B1',
    version: 3,
    strengths: ['Good'],
    areasForImprovement: [],
  })
  expect(findingsForm({ version: '1; drop' }).version).toBe(-1)
  expect(findingsForm({}).version).toBe(-1)
})

describe('always', () => {
  test('what the form shows is read as the findings that it shows', () => {
    const finding = fc.string({ minLength: 1 }).map((text) => `x${text.replace(/\s+/g, ' ')}y`)
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        expect(paragraphs(asText(findings))).toEqual(findings)
      }),
    )
  })
})
