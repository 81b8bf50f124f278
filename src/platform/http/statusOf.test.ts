import { expect, test } from 'vitest'
import { peopleProblems } from '../../app/people/problems.ts'
import { problemsOf } from '../../core/kernel/problem.ts'
import { requestProblems } from './problems.ts'
import { statusOf, statusOfPage } from './statusOf.ts'

const problem = problemsOf({ ...peopleProblems, ...requestProblems })

const notFound = problem('request.not-found', {})
const nameMissing = problem('people.name-missing', {})

test('a page has the status of its first problem, and 200 without one', () => {
  expect(statusOf([])).toBe(200)
  expect(statusOf([nameMissing, notFound])).toBe(422)
  expect(statusOf([notFound, nameMissing])).toBe(404)
})

test('a status of its own comes before that of its problems', () => {
  const page = { kind: 'page', template: 'a.njk', model: {} } as const
  expect(statusOfPage(page)).toBe(200)
  expect(statusOfPage({ ...page, problems: [nameMissing] })).toBe(422)
  expect(statusOfPage({ ...page, problems: [nameMissing], status: 409 })).toBe(409)
})
