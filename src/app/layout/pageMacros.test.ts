/** The macros of every area, as a page that uses them prints them. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTemplates } from '../../platform/http/templates.ts'

const templates = makeTemplates(join(import.meta.dirname, '../../..'), {
  folder: '',
  importsOf: () => [],
  address: (name) => `/assets/${name}`,
})

test('a table scrolls in a region that its caption names, under the headings of its columns', () => {
  const row = { summary: 'Read it', method: 'GET', parts: ['a'], permission: 'page.read' }
  const group = { title: 'Cases', rows: [row] }
  const html = templates.render('layout/api/apiPage.njk', { prefix: '/api', groups: [group, group] })
  const tables = html.split('class="app-scroll"').slice(1)
  expect(tables).toHaveLength(2)
  for (const [index, table] of tables.entries()) {
    const id = `group-${index + 1}`
    expect(table).toMatch(new RegExp(`^ tabindex="0" role="region" aria-labelledby="${id}">`))
    expect(table).toContain(
      `<caption class="govuk-table__caption govuk-table__caption--m" id="${id}">Cases</caption>`,
    )
    expect([...table.matchAll(/<th scope="col" class="([^"]*)">([^<]*)</g)].map(([, ...th]) => th)).toEqual([
      ['govuk-table__header govuk-!-width-one-half', 'What it does'],
      ['govuk-table__header', 'Request'],
    ])
    expect(table).toContain('Read it')
  }
})

test('breadcrumbs lead to the pages above; the page itself comes last, without a link', () => {
  const edition = { title: 'Edition 1', editionsHref: '/editions' }
  const html = templates.render('framework/edition-page/editionPage.njk', edition)
  const [, trail = ''] = /aria-label="Where you are">([\s\S]*?)<\/nav>/.exec(html) ?? []
  expect(trail).toMatch(/<a class="govuk-breadcrumbs__link" href="\/editions">Editions<\/a>/)
  expect(trail).toMatch(/aria-current="page">Edition 1</)
})
