import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inventedEdition, inventedEditionFolder } from '../../../test/support/inventedEdition.ts'
import type { Edition } from '../../core/framework/edition.ts'
import {
  allStandards,
  findKeyQuestion,
  findPrompt,
  findStandard,
} from '../../core/framework/findInEdition.ts'
import { type Editions, loadEditionFile, loadEditions } from './editions.ts'

async function shipped(): Promise<Editions> {
  const result = await loadEditions('editions')
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

async function edition(id: string): Promise<Edition> {
  const found = (await shipped()).get(id)
  if (found === undefined) throw new Error(`no edition ${id}`)
  return found
}

function counts(of: Edition) {
  const standards = allStandards(of)
  const keyQuestions = standards.flatMap((standard) => standard.keyQuestions)
  const prompts = keyQuestions.flatMap((question) => question.prompts)
  return {
    domains: of.domains.length,
    standards: standards.length,
    fromCases: standards.filter(({ judgedFrom }) => judgedFrom === 'cases').length,
    keyQuestions: keyQuestions.length,
    prompts: prompts.length,
  }
}

describe('the 2018 edition', () => {
  test('has the twelve standards and 37 key questions of annex 2, and no prompts', async () => {
    expect(counts(await edition('yos-2018'))).toEqual({
      domains: 3,
      standards: 12,
      fromCases: 8,
      keyQuestions: 37,
      prompts: 0,
    })
  })

  test('asks of the case what the Walsall and Dudley reports print', async () => {
    const of = await edition('yos-2018')
    expect(findKeyQuestion(of, '2.1.1')?.text).toBe(
      "Does assessment sufficiently analyse how to support the child or young person's desistance?",
    )
    expect(findKeyQuestion(of, '3.4.2')?.text).toBe(
      'Does the YOT work effectively with the police in implementing the out-of-court disposal?',
    )
    expect(findStandard(of, '2.2')?.statement).toBe(
      'Planning is well-informed, holistic and personalised, actively involving the child or young person and their parents/carers.',
    )
  })

  test('divides by the cases to which a key question applies, and has no words for its bands', async () => {
    const of = await edition('yos-2018')
    expect(findKeyQuestion(of, '3.2.3')).toMatchObject({
      answers: ['yes', 'no', 'na'],
      denominator: 'applicable-cases',
    })
    expect(of.rules.bands.map(({ word }) => word)).toEqual([null, null, null, null])
  })
})

describe('the 2021 edition', () => {
  test('has the thirteen standards of the reports and the 95 prompts of annexe 2', async () => {
    expect(counts(await edition('yos-2021'))).toEqual({
      domains: 4,
      standards: 13,
      fromCases: 7,
      keyQuestions: 42,
      prompts: 95,
    })
  })

  test('asks of the case what the Bedfordshire report prints', async () => {
    const of = await edition('yos-2021')
    expect(findPrompt(of, '2.4.1.g')?.text).toBe(
      'Does reviewing lead to the necessary adjustments in the ongoing plan of work to support desistance?',
    )
    expect(findPrompt(of, '3.3.3.b')?.text).toBe(
      'Is sufficient attention given to the protection of actual and potential victims?',
    )
    expect(findPrompt(of, '3.3.3.c')).toBeUndefined()
    expect(findStandard(of, '4.1')?.statement).toBe(
      'There is a high-quality, evidence-based resettlement service for children leaving custody.',
    )
  })

  test('divides by all inspected cases, but enforcement by the cases to which it applies', async () => {
    const of = await edition('yos-2021')
    expect(findKeyQuestion(of, '2.3.1')).toMatchObject({
      answers: ['yes', 'no'],
      denominator: 'all-inspected-cases',
    })
    expect(findPrompt(of, '2.3.1.g')).toMatchObject({
      answers: ['yes', 'no', 'na'],
      denominator: 'all-inspected-cases',
    })
    expect(findPrompt(of, '2.3.1.h')?.denominator).toBe('applicable-cases')
  })

  test('takes no answers from cases for the standards that are judged from evidence', async () => {
    const evidence = allStandards(await edition('yos-2021')).filter(
      ({ judgedFrom }) => judgedFrom === 'evidence',
    )
    expect(evidence.map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3', '1.4', '3.4', '4.1'])
    expect(
      evidence.flatMap(({ keyQuestions }) => keyQuestions.flatMap((question) => question.answers)),
    ).toEqual([])
  })

  test('names its bands as annexe 2 does, and bars outstanding where resettlement is inadequate', async () => {
    const { rules } = await edition('yos-2021')
    expect(rules.bands.map(({ from, to, word }) => [from, to, word])).toEqual([
      [0, 49, 'Minority'],
      [50, 64, 'Too few'],
      [65, 79, 'Reasonable majority'],
      [80, 100, 'Large majority'],
    ])
    expect(rules.limitingJudgements).toEqual([
      { standard: '4.1', rated: 'inadequate', overallAtMost: 'good' },
    ])
  })
})

describe('a folder of editions', () => {
  test('an edition is added by adding a file: the invented one, of another shape', async () => {
    const result = await loadEditions(inventedEditionFolder)
    expect(result.ok && [...result.value.keys()]).toEqual(['invented-2030'])
    expect(inventedEdition().scale.map(({ points }) => points)).toEqual([0, 1, 2, 3, 5])
    expect(findPrompt(inventedEdition(), 'A.1.1.b')?.denominator).toBe('all-inspected-cases')
  })

  test('tells the faults of every file at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'editions-'))
    writeFileSync(join(folder, 'one.yaml'), 'id: one')
    writeFileSync(join(folder, 'two.yaml'), 'id: [')
    const result = await loadEditions(folder)
    const files = result.ok ? [] : result.problems.map(({ place }) => place.file)
    expect(new Set(files)).toEqual(new Set([join(folder, 'one.yaml'), join(folder, 'two.yaml')]))
  })

  test('an empty folder, a missing folder and a missing file are refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'editions-'))
    const codes = await Promise.all(
      [
        loadEditions(folder),
        loadEditions(join(folder, 'none')),
        loadEditionFile(join(folder, 'none.yaml')),
      ].map(async (result) => {
        const given = await result
        return given.ok ? 'done' : given.problems[0].code
      }),
    )
    expect(codes).toEqual(['edition.none-found', 'edition.folder-unreadable', 'file.not-found'])
  })
})
