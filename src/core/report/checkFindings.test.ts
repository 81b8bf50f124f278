import { expect, test } from 'vitest'
import { lighthouseEdition } from '../../../test/support/reportSources.ts'
import { problemsOf } from '../kernel/problem.ts'
import { kernelProblems } from '../kernel/problems.ts'
import { textLimits } from '../kernel/textLimits.ts'
import { checkFindings, type FindingsInput } from './checkFindings.ts'
import { reportRuleProblems } from './problems.ts'

const problem = problemsOf({ ...reportRuleProblems, ...kernelProblems })

const findings = (
  standard: string,
  strengths: readonly string[] = ['Good'],
  areas: readonly string[] = [],
) => ({
  standard,
  strengths,
  areasForImprovement: areas,
})

function check(input: Partial<FindingsInput>) {
  const whole = { inspection: 'rock-2001-03', findings: [], recommendations: [], ...input }
  return checkFindings(lighthouseEdition, 'rock-2001-03', whole)
}

function refusedWith(input: Partial<FindingsInput>) {
  const checked = check(input)
  return checked.ok ? [] : checked.problems
}

test('findings of standards of the edition, and recommendations, are accepted as they are', () => {
  const recommendations = [{ owner: 'The board', text: 'Pay for a second lens.' }]
  const all = [findings('B1'), findings('A1', [], ['Bad'])]
  expect(check({ findings: all, recommendations })).toEqual({
    ok: true,
    value: { findings: all, recommendations },
  })
})

test('findings of another inspection are refused', () => {
  expect(refusedWith({ inspection: 'rock-2002-03' })).toEqual([
    problem(
      'findings.other-inspection',
      { found: 'rock-2002-03', inspection: 'rock-2001-03' },
      { path: 'inspection' },
    ),
  ])
})

test('a standard of another edition, and one that is there twice, are refused in their places', () => {
  expect(refusedWith({ findings: [findings('B1'), findings('Z9'), findings('A1'), findings('B1')] })).toEqual(
    [
      problem(
        'findings.standard-not-found',
        { edition: 'invented-1', standard: 'Z9' },
        { path: 'findings[1].standard' },
      ),
      problem('findings.standard-twice', { standard: 'B1' }, { path: 'findings[3].standard' }),
    ],
  )
})

test('texts may be as long as their limits, and no longer', () => {
  const { note, name, reason } = textLimits
  const half = 'a'.repeat(note / 2 - 1)
  const most = { owner: 'a'.repeat(name), text: 'a'.repeat(reason) }
  expect(
    refusedWith({ findings: [findings('B1', [half, half], [half, half])], recommendations: [most] }),
  ).toEqual([])
  const more = { owner: `${most.owner}a`, text: `${most.text}a` }
  const tooMany = [findings('A1'), findings('B1', [half, half, ''], [`${half}a`, half])]
  const tooLong = (count: number, limit: number, path: string) =>
    problem('text.too-long', { count, limit }, { path })
  expect(refusedWith({ findings: tooMany, recommendations: [most, more] })).toEqual([
    tooLong(note + 2, note, 'findings[1]'),
    tooLong(note + 1, note, 'findings[1]'),
    tooLong(name + 1, name, 'recommendations[1].owner'),
    tooLong(reason + 1, reason, 'recommendations[1].text'),
  ])
})
