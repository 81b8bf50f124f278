import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asText, findingsForm, findingsForms, fingerprint, paragraphs } from './findingsPage.form.ts'

test('each paragraph is a finding; a line break inside one is a space', () => {
  expect(paragraphs('One finding\r\nin two lines.\r\n\r\n\r\n  Another. \n \nA third.\n')).toEqual([
    'One finding in two lines.',
    'Another.',
    'A third.',
  ])
  expect(paragraphs(' \n\n ')).toEqual([])
})

test('a version that is no number is none that was ever stored', () => {
  expect(findingsForm({ 'version:B1': '3', 'strengths:B1': 'Good' }, 'B1')).toEqual({
    standard: 'B1',
    version: 3,
    strengths: ['Good'],
    areasForImprovement: [],
  })
  expect(findingsForm({ 'version:B1': '1; drop' }, 'B1').version).toBe(-1)
  expect(findingsForm({}, 'B1').version).toBe(-1)
})

test('what was typed for another standard is saved too, and what was only shown is not', () => {
  const shown = fingerprint({ strengths: ['As it was.'], areasForImprovement: [] })
  const body = {
    standard: 'B1',
    'version:A1': '2',
    'was:A1': shown,
    'strengths:A1': 'Typed.',
    'version:B1': '0',
    'strengths:B1': '',
    'version:C1': '1',
    'was:C1': shown,
    'strengths:C1': 'As it was.',
  }
  expect(findingsForms(body).map(({ standard, strengths }) => [standard, strengths])).toEqual([
    ['B1', []],
    ['A1', ['Typed.']],
  ])
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
