/**
 * The scripts of the pages: the TypeScript of `src/browser`, and of the core what that imports. Types and comments are
 * left out when they are made. There is no bundler: a file directly in `src/browser` is one script, and what is needed of
 * any other folder is one script, its modules one after the other. So a page asks for few files, and each folder has
 * each of its names once.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'

export type Script = {
  /** The name of its asset: `keepTyped.js`, `case-page.js`, `core-fieldwork-unsent.js`. */
  readonly name: string
  /** Those that are imported before those that import them. */
  readonly modules: readonly ScriptModule[]
}

type ScriptModule = {
  readonly file: string
  readonly text: string
  readonly imports: readonly ScriptImport[]
}

type ScriptImport = {
  /** As it is written: `./queue.ts`. */
  readonly specifier: string
  /** The asset that has it. */
  readonly from: string
  /** False for `import()`, which is fetched only when the script asks for it. */
  readonly isStatic: boolean
}

/** The packages that scripts may import, by the asset that a browser gets of each. */
const packageScripts: ReadonlyMap<string, string> = new Map([
  ['govuk-frontend', 'govuk-frontend.min.js'],
  ['@ministryofjustice/frontend', 'moj-frontend.min.js'],
])

/** Of `import type` nothing is left in a browser. */
const importPattern = /^import\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

/**
 * Returns every script that the pages can need, those that are imported before those that import them. Throws if a
 * script imports what is not there, what no browser may have, or itself by way of others.
 */
export function orderScripts(projectFolder: string): readonly Script[] {
  const source = join(projectFolder, 'src')
  const modules = new Map<string, ScriptModule>()
  const read = (file: string): void => {
    if (modules.has(file)) return
    const module = readModule(source, file)
    modules.set(file, module)
    for (const imported of ownImports(module)) read(imported)
  }
  for (const file of browserFiles(join(source, 'browser'))) read(file)
  const scripts = Map.groupBy(
    inOrder([...modules.keys()], (file) => ownImports(modules.get(file))),
    (file) => scriptName(source, file),
  )
  const importsOf = (name: string): readonly string[] =>
    (scripts.get(name) ?? []).flatMap((file) => modules.get(file)?.imports ?? []).map(({ from }) => from)
  const others = (name: string): readonly string[] =>
    importsOf(name).filter((from) => from !== name && scripts.has(from))
  return inOrder([...scripts.keys()], others).map((name) => ({
    name,
    modules: (scripts.get(name) ?? []).flatMap((file) => modules.get(file) ?? []),
  }))
}

function browserFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(d|test)\.ts$/.test(name))
    .toSorted()
    .map((name) => join(folder, name))
}

function readModule(source: string, file: string): ScriptModule {
  const text = readFileSync(file, 'utf8')
  const imports = [...text.matchAll(importPattern)].map(([, fixed, asked]) => {
    const specifier = fixed ?? asked ?? ''
    return { specifier, from: assetOf(source, file, specifier), isStatic: fixed !== undefined }
  })
  return { file, text, imports }
}

/** The files of this project that a module imports. */
function ownImports(module: ScriptModule | undefined): readonly string[] {
  if (module === undefined) return []
  const own = module.imports.filter(({ specifier }) => specifier.startsWith('.'))
  return own.map(({ specifier }) => resolve(dirname(module.file), specifier))
}

function assetOf(source: string, file: string, specifier: string): string {
  if (specifier.startsWith('.')) return scriptName(source, resolve(dirname(file), specifier))
  const name = packageScripts.get(specifier)
  if (name === undefined) throw new Error(`${file} imports "${specifier}", which no browser gets`)
  return name
}

function scriptName(source: string, file: string): string {
  const path = relative(source, file).split(sep)
  const [layer, ...rest] = path
  if (layer !== 'browser' && layer !== 'core') throw new Error(`no browser may have ${path.join('/')}`)
  if (layer === 'browser' && rest.length === 1) return rest.join('').replace(/\.ts$/, '.js')
  return `${[...(layer === 'core' ? [layer] : []), ...rest.slice(0, -1)].join('-')}.js`
}

/** Returns what there is with what each needs before it. Throws if anything needs itself by way of others. */
function inOrder(all: readonly string[], needs: (each: string) => readonly string[]): readonly string[] {
  const ordered = new Set<string>()
  const add = (each: string, path: readonly string[]): void => {
    if (path.includes(each)) throw new Error(`scripts import each other: ${[...path, each].join(', ')}`)
    if (ordered.has(each)) return
    for (const needed of needs(each)) add(needed, [...path, each])
    ordered.add(each)
  }
  for (const each of all) add(each, [])
  return [...ordered]
}

/** As types and comments are left out, each import is on a line of its own. */
const strippedImport = /^import (?:\{([^}]*)\} from )?['"]([^'"]+)['"];\n/gm
const declaration = /^(?:export )?(?:async )?(?:function|const|let|class) (\w+)/gm

/** Returns the script as a browser runs it, its imports by `address`. Throws if two of its modules share a name. */
export function scriptBody({ name, modules }: Script, address: (name: string) => string): string {
  const imported = new Map<string, Set<string>>()
  const origins = new Map<string, string>()
  const note = (local: string, origin: string): void => {
    const known = origins.get(local)
    if (known !== undefined && known !== origin) throw new Error(`${name} has two things named ${local}`)
    origins.set(local, origin)
  }
  const bodies = modules.map(({ file, text, imports }) => {
    const assets = new Map(imports.map(({ specifier, from }) => [specifier, from]))
    const stripped = stripTypeScriptTypes(text, { mode: 'transform' })
    for (const [, declared = ''] of stripped.matchAll(declaration)) note(declared, file)
    return stripped
      .replace(strippedImport, (_whole, names: string | undefined, specifier: string) => {
        const from = assets.get(specifier) ?? ''
        const known = imported.get(from) ?? new Set()
        for (const each of names?.split(',') ?? []) {
          const [original = '', local = original] = each.trim().split(' as ')
          if (from === name && local !== original)
            throw new Error(`${file} imports ${original} by another name`)
          if (from !== name) note(local, `${from} ${original}`)
          known.add(each.trim())
        }
        imported.set(from, known)
        return ''
      })
      .replace(
        /\bimport\('([^']+)'\)/g,
        (_whole, specifier: string) => `import('${address(assets.get(specifier) ?? '')}')`,
      )
      .replace(/^ +/gm, '')
  })
  const heads = [...imported]
    .filter(([from]) => from !== name)
    .map(
      ([from, names]) =>
        `import ${names.size === 0 ? '' : `{ ${[...names].join(', ')} } from `}'${address(from)}';\n`,
    )
  return [...heads, ...bodies].join('')
}

/** Returns the names of all that a script imports at once, and of what those import, each once. */
export function importsOf(scripts: readonly Script[], name: string): readonly string[] {
  const found = new Set<string>()
  const add = (each: string): void => {
    const modules = scripts.find((script) => script.name === each)?.modules ?? []
    for (const { from, isStatic } of modules.flatMap(({ imports }) => imports)) {
      if (!isStatic || from === name || found.has(from)) continue
      found.add(from)
      add(from)
    }
  }
  add(name)
  return [...found]
}
