import { join } from 'node:path'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { describe, expect, test } from 'vitest'
import { noVisit } from '../../../../test/support/visit.ts'
import { problemsOf } from '../../../core/kernel/problem.ts'
import { done, refuse } from '../../../core/kernel/result.ts'
import { requestProblems } from '../../../platform/http/problems.ts'
import type { Reply, RouteRequest } from '../../../platform/http/route.ts'
import { statusOfPage } from '../../../platform/http/statusOf.ts'
import { makeTemplates } from '../../../platform/http/templates.ts'
import { makeShell } from '../../../platform/shell.ts'
import { peopleProblems } from '../../people/problems.ts'
import { redirectSaying } from './doneSentences.ts'
import { type FormPage, sendForm, showForm } from './formPage.ts'

const problem = problemsOf({ ...peopleProblems, ...requestProblems })

/** A shell over a database that answers nothing: these pages ask it nothing. */
const shell = makeShell(
  new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  { name: 'Maya Iqbal' },
)

const templates = makeTemplates(join(import.meta.dirname, '../../../..'), {
  folder: '',
  importsOf: () => [],
  address: (name) => `/assets/${name}`,
})

const nameDone = { saved: 'The name is saved.' }
const stored = { name: 'Northmoor' }
const nameMissing = problem('people.name-missing', {}, { field: 'name' })

const page: FormPage = {
  template: 'layout/form/formPage.njk',
  done: nameDone,
  view: async ({ params: { id = '' } }, _shell, sent) => {
    if (id === 'unknown') return refuse(problem('request.not-found', {}))
    if (id === 'gone' && sent !== null) return refuse(...sent.problems)
    return done({ form: sent?.form ?? null, values: sent?.values ?? stored })
  },
}

const save = sendForm(page, {
  name: 'rename',
  act: async ({ body: { name = '' } }) => (name === '' ? refuse(nameMissing) : done(name)),
  next: (name) => redirectSaying(nameDone, 'saved', `/names/${name}`),
})

function request(sent: Partial<RouteRequest>): RouteRequest {
  return { params: {}, query: {}, body: {}, files: [], json: undefined, headers: {}, visit: noVisit, ...sent }
}

function pageOf(reply: Reply) {
  if (reply.kind !== 'page') throw new Error(`a page was expected, not ${reply.kind}`)
  const html = templates.render(reply.template, { ...reply.model, layout: { navigation: [] } })
  return { model: reply.model, status: statusOfPage(reply), html, problems: reply.problems }
}

describe('a page with a form', () => {
  test('shows what is stored, without errors', async () => {
    const { model, status, html } = pageOf(await showForm(page)(request({}), shell))
    expect(model).toMatchObject({ values: stored, errors: { list: [] }, done: null, form: null })
    expect(status).toBe(200)
    expect(html).toMatch(/<title>\s* – Assay<\/title>/)
    expect(html).not.toContain('govuk-error-summary')
    expect(html).not.toContain('govuk-notification-banner')
  })

  test('says what was done, and nothing that it does not declare', async () => {
    const said = async (code: string) =>
      pageOf(await showForm(page)(request({ query: { done: code } }), shell)).html
    expect(await said('saved')).toContain('The name is saved.')
    expect(await said('anything')).not.toContain('govuk-notification-banner')
  })

  test('leads on when the form is done', async () => {
    const reply = await save(request({ body: { name: 'york' } }), shell)
    expect(reply).toEqual({ kind: 'redirect', to: '/names/york?done=saved' })
  })

  test('is shown again with what was typed and every reason if the form is refused', async () => {
    const refused = await save(request({ body: { name: '' }, query: { done: 'saved' } }), shell)
    const { model, status, html, problems } = pageOf(refused)
    expect(model).toMatchObject({ form: 'rename', values: { name: '' }, done: null })
    expect(status).toBe(422)
    expect(problems).toEqual([nameMissing])
    expect(html).toMatch(/<title>Error: /)
    expect(html).toContain('href="#name"')
    expect(html).toContain(`${nameMissing.text} ${nameMissing.action}`)
    expect(html).not.toContain('The name is saved.')
  })

  test('is not shown if there is no such page, nor if its view refuses what was refused', async () => {
    expect(await showForm(page)(request({ params: { id: 'unknown' } }), shell)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'request.not-found' }],
    })
    expect(await save(request({ params: { id: 'gone' } }), shell)).toEqual({
      kind: 'refused',
      problems: [nameMissing],
    })
  })
})
