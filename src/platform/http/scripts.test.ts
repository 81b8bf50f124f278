/** The scripts of the pages: in the order of their imports, and nothing in them that no browser has. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { importsOf, orderScripts, scriptBody } from './scripts.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-scripts-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'src', path)), { recursive: true })
    writeFileSync(join(folder, 'src', path), text)
  }
  return folder
}

const namesOf = (files: Readonly<Record<string, string>>): readonly string[] =>
  orderScripts(projectOf(files)).map(({ name }) => name)

/** The scripts of a project as a browser runs them, by their names, with the addresses `/NAME`. */
function bodiesOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const scripts = orderScripts(projectOf(files))
  return Object.fromEntries(scripts.map((script) => [script.name, scriptBody(script, (name) => `/${name}`)]))
}

describe('the order of scripts', () => {
  test('is that of their imports, not of the alphabet', () => {
    const files = {
      'browser/a.ts': "import { z } from './z.ts'\nz()",
      'browser/z.ts': "import { y } from '../core/fieldwork/y.ts'\nexport const z = () => y",
      'core/fieldwork/y.ts': 'export const y = 1',
      'core/fieldwork/notNeeded.ts': 'export const n = 1',
    }
    expect(namesOf(files)).toEqual(['core-fieldwork.js', 'z.js', 'a.js'])
  })

  test('has what is fetched later before what fetches it, and does not fetch it at once', () => {
    const scripts = orderScripts(
      projectOf({
        'browser/a.ts': "void import('./b.ts')\nimport './c.ts'",
        'browser/b.ts': '',
        'browser/c.ts': '',
      }),
    )
    expect(scripts.map(({ name }) => name)).toEqual(['b.js', 'c.js', 'a.js'])
    expect(importsOf(scripts, 'a.js')).toEqual(['c.js'])
  })

  test('leaves out what is only imported for its types', () => {
    const files = {
      'browser/a.ts': "import type { B } from '../core/fieldwork/b.ts'\nexport const a: B = 1",
      'core/fieldwork/b.ts': 'export type B = number',
    }
    expect(namesOf(files)).toEqual(['a.js'])
  })
})

describe('what no script has', () => {
  test.each([
    ['a module that is not there', "import { b } from './b.ts'", 'b.ts'],
    ['what runs on the server', "import { b } from '../app/b.ts'", 'no browser may have app/b.ts'],
    ['a package that no browser gets', "import { z } from 'zod'", 'imports "zod"'],
    ['itself', "import { a } from './a.ts'\nexport const b = a", 'import each other'],
  ])('%s', (_what, text, message) => {
    const project = projectOf({ 'browser/a.ts': text, 'app/b.ts': 'export const b = 1' })
    expect(() => orderScripts(project)).toThrow(message)
  })

  test('one name for two things', () => {
    const files = {
      'browser/page/a.ts': "import { b } from './b.ts'\nfunction twice() {}\nb(twice)",
      'browser/page/b.ts': 'export function b(f: () => void) {}\nfunction twice() {}',
    }
    expect(() => bodiesOf(files)).toThrow('page.js has two things named twice')
  })
})

test('a folder is one script, with the imports of its modules once, and without types and comments', () => {
  const bodies = bodiesOf({
    'browser/page/a.ts':
      "import { initAll as all } from 'govuk-frontend'\nimport { c } from '../c.ts'\nimport { b } from './b.ts'\n// Says it.\nb(c satisfies number, all)",
    'browser/page/b.ts':
      "import { c } from '../c.ts'\n/** Says it. */\nexport function b(n: number, f: () => void) {\n  return n + c\n}",
    'browser/c.ts': 'export const c = 1',
  })
  expect(bodies['page.js']).toBe(
    "import { c } from '/c.js';\nimport { initAll as all } from '/govuk-frontend.min.js';\nexport function b(n, f) {\nreturn n + c;\n}\nb(c, all);\n",
  )
})
