/** A template that a page, or another template, names has to be there: only the request would find out otherwise. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

const root = join(import.meta.dirname, '../..')
const app = join(root, 'src/app')
const designSystems = ['node_modules/govuk-frontend/dist', 'node_modules/@ministryofjustice/frontend']

const templates = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.njk'))
  .map((name) => ({ path: `src/app/${name}`, text: readFileSync(join(app, name), 'utf8') }))

/** Every path of a template in quotation marks, outside comments. */
function named(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '')
  return [...code.matchAll(/['"]([\w./-]+\.njk)['"]/g)].map(([, path = '']) => path)
}

function exists(template: string): boolean {
  return ['src/app', ...designSystems].some((folder) => existsSync(join(root, folder, template)))
}

test('every template that is named exists, and every template is named', () => {
  const files = [...sourceFiles('src').filter((file) => !isTest(file)), ...templates]
  const missing = files.flatMap(({ path, text }) =>
    named(text)
      .filter((template) => !exists(template))
      .map((template) => `${path} names ${template}`),
  )
  expect(missing).toEqual([])
  const used = new Set(files.flatMap(({ text }) => named(text)))
  const unused = templates.filter(({ path }) => !used.has(path.replace('src/app/', '')))
  expect(unused.map(({ path }) => path)).toEqual([])
})
