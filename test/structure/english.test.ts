/**
 * What people read is plain British English: pages, messages, documents, comments and titles of tests. The words below
 * once were a dialect of this project; each is refused with the better word.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proseOf } from './prose.ts'

const root = join(import.meta.dirname, '../..')

/** Refused words as regular expressions, each with what to write instead. */
const dialect: ReadonlyArray<readonly [words: string, better: string]> = [
  ['mend|mends|mended|mending', 'fix'],
  ['anew', 'again'],
  ['stand|stands|stood|standing', 'is, applies, stays; status'],
  ['held', 'saved, stored, locked'],
  ['kept', 'saved, stored, unchanged'],
  ['taken', 'accepted, uploaded, read'],
  ['g(?:ive|ives|iven|ave|iving) back', 'returns'],
  ["one[’']s|oneself", 'your, their own'],
  ['lack|lacks|lacked|lacking', 'has no, is missing'],
  ['told', 'shown, informed'],
  ['whoever|whosoever', 'the person who, anyone who'],
  ['beside|besides', 'next to, also'],
  ['apart(?! from)', 'separately'],
  ['alone', 'only'],
  ['somebody', 'someone'],
  ['everybody', 'everyone'],
  ['anybody', 'anyone'],
  ['amid', 'during'],
  ['upon|whilst|amongst|thereof|whence', 'on, while, among'],
  ['not any more', 'no longer'],
  ['counts? until', 'valid until'],
  ['takes? the place of', 'replaces'],
  ['in the place of', 'instead of'],
  ['where (?:nothing|none|nobody|no one|someone|there)', 'if'],
  ['where (?:it|they) (?:is|are|has|have|was|were)(?= \\w)', 'if'],
  ['(?:undefined|null|true|false|empty|absent) where', 'if'],
  ['(?:may|might|can|cannot|could|must|should|would)(?: not)?(?=[.;!?](?:\\s|$))', 'say what cannot be done'],
  ['please', 'leave it out'],
]

/** Good uses of a refused word, each in its file only. */
const goodUses: Readonly<Record<string, readonly string[]>> = {
  'docs/explanation/nothing-lost.md': ['"kept"'],
  // The name that earlier versions stored.
  'src/app/intake/storedJson.test.ts': ['mend, as earlier versions did'],
}

/** What is checked: everything that is written by us and read by people. Landed migrations cannot change. */
const places = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...['assets/styles', 'bench', 'demonstration', 'docs', 'editions', 'script', 'src'],
  ...['templates', 'test'],
]
const kinds = ['', '.md', '.ts', '.js', '.njk', '.scss', '.typ', '.yaml']
/** The guard itself, what tools write, and the licences of others. */
const passedOver = [
  'test/structure/english.test.ts',
  'src/platform/database/databaseTypes.ts',
  'templates/fonts/LICENSE.md',
  'bench/node_modules',
]

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** The files below `place`, or `place` itself if it is a file, by their paths from the project's root. */
function filesOf(place: string): readonly string[] {
  if (statSync(join(root, place)).isFile()) return [place]
  return readdirSync(join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

const anyRefusedWord = new RegExp(
  `(?<![\\w-])(?:${dialect.map(([words]) => `(${words})`).join('|')})(?![\\w-])`,
  'gi',
)

/** Each refused word of a text, as "file:line word → better". */
function refusedWords(path: string, text: string): readonly string[] {
  const clean = (goodUses[path] ?? []).reduce((rest, use) => rest.replaceAll(use, ''), text)
  const prose = proseOf(clean, extname(path))
  return [...prose.matchAll(anyRefusedWord)].map((match) => {
    const [word, ...groups] = match
    const line = prose.slice(0, match.index).split('\n').length
    const refused = dialect[groups.findIndex((group) => group !== undefined)]
    return `${path}:${line} ${word} → ${refused?.[1]}`
  })
}

describe('plain English', () => {
  const files = places
    .flatMap(filesOf)
    .filter((path) => kinds.includes(extname(path)) && !passedOver.some((place) => within(path, place)))

  it('is in every page, message, document, comment and title of a test', () => {
    expect(files.length).toBeGreaterThan(500)
    expect(files.flatMap((path) => refusedWords(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  it('is looked for in prose, and not in code', () => {
    const source = "// A list is kept.\nconst kept = held('kept') // anew\nconst text = `Mend the cells.`\n"
    expect(refusedWords('a.ts', source).map((found) => found.split(' → ')[0])).toEqual([
      'a.ts:1 kept',
      'a.ts:2 anew',
      'a.ts:3 Mend',
    ])
    const template =
      '<p class="kept">Mend {{ kept }}</p>\n{{ govukButton({ text: "Take it anew", name: held }) }}\n'
    expect(refusedWords('a.njk', template).map((found) => found.split(' → ')[0])).toEqual([
      'a.njk:1 Mend',
      'a.njk:2 anew',
    ])
    expect(refusedWords('a.md', 'Run `assay mend`.\n\n```sh\nassay mend\n```\n\nWho may not.\n')).toEqual([
      'a.md:7 may not → say what cannot be done',
    ])
  })
})
