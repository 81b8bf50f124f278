/**
 * Styles, scripts, fonts and images under fingerprinted names, so that a browser may keep them for ever. There is
 * no build step: they are made when the server starts, and cached in a folder by the hash of what they are made of.
 * In style sheets `asset:NAME` becomes another asset's address.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { importsOf, orderScripts, type Script, scriptBody } from './scripts.ts'
import { compileStyles, styleSources } from './styles.ts'

export type Assets = {
  /** The folder that holds the files under their fingerprinted names, with .br and .gz next to each text. */
  readonly folder: string
  /** The address of an asset by its plain name. Throws if there is no asset of that name. */
  readonly address: (name: string) => string
  /** The addresses of all that a script imports at once, and of what those import: to be fetched together with it. */
  readonly importsOf: (name: string) => readonly string[]
}

export const assetPrefix = '/assets/'
/** What makes the assets: those that an earlier version of it made are not found again. */
const machinery = ['assets.ts', 'scripts.ts'].map((name) => join(import.meta.dirname, name))
const textTypes = ['.css', '.js', '.svg']

/** Makes the assets of the project in `projectFolder`, or finds them in `cacheFolder` as they were made before. */
export async function prepareAssets(projectFolder: string, cacheFolder: string): Promise<Assets> {
  const files = assetFiles(projectFolder)
  const scripts = orderScripts(projectFolder)
  const scriptFiles = scripts.flatMap(({ modules }) => modules.map(({ file }) => file))
  const sources = [...files, ...scriptFiles, ...styleSources(projectFolder), ...machinery]
  const key = fingerprintOf(sources.map((file) => readFileSync(file)))
  const folder = join(cacheFolder, `assets-${key}`)
  if (!existsSync(folder)) {
    const styles = await compileStyles(projectFolder)
    makeBeside(folder, (beside) => writeAssets(beside, { files, scripts, styles }))
  }
  const names = new Map(readdirSync(folder).map((name) => [name.replace(/\.[0-9a-f]{16}\./, '.'), name]))
  const address = (name: string): string => assetPrefix + found(names, name)
  return { folder, address, importsOf: (name) => importsOf(scripts, name).map(address) }
}

function found(names: ReadonlyMap<string, string>, name: string): string {
  const fingerprinted = names.get(name)
  if (fingerprinted === undefined) throw new Error(`there is no asset "${name}"`)
  return fingerprinted
}

function assetFiles(projectFolder: string): string[] {
  const modules = join(projectFolder, 'node_modules')
  const mojImages = join(modules, '@ministryofjustice/frontend/moj/assets/images')
  return [
    ...filesIn(mojImages).filter((file) => file.includes('/icon-') && file.endsWith('.svg')),
    ...filesIn(join(projectFolder, 'assets/images')),
    ...filesIn(join(projectFolder, 'assets/fonts')).filter((file) => file.endsWith('.woff2')),
    join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'),
    join(modules, '@ministryofjustice/frontend/moj/moj-frontend.min.js'),
  ]
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
}

type Sources = {
  readonly files: readonly string[]
  /** Those that are imported before those that import them. */
  readonly scripts: readonly Script[]
  readonly styles: string
}

/** Writes each asset under its fingerprinted name, those that are named before those that name them. */
function writeAssets(folder: string, { files, scripts, styles }: Sources): void {
  const addresses = new Map<string, string>()
  const write = (name: string, body: Buffer): void => {
    const fingerprinted = `${basename(name, extname(name))}.${fingerprintOf([body])}${extname(name)}`
    addresses.set(name, assetPrefix + fingerprinted)
    writeFileSync(join(folder, fingerprinted), body)
    if (!textTypes.includes(extname(name))) return
    writeFileSync(join(folder, `${fingerprinted}.br`), brotliCompressSync(body))
    writeFileSync(join(folder, `${fingerprinted}.gz`), gzipSync(body))
  }
  const writeText = (name: string, text: string): void =>
    write(name, Buffer.from(text.replace(/\n?\/\/# sourceMappingURL=\S+/g, '')))
  for (const file of files) {
    const content = readFileSync(file)
    if (textTypes.includes(extname(file))) writeText(basename(file), content.toString('utf8'))
    else write(basename(file), content)
  }
  for (const script of scripts)
    writeText(
      script.name,
      scriptBody(script, (name) => found(addresses, name)),
    )
  writeText('main.css', withAddresses(styles, addresses))
}

/** An asset that is not there becomes an empty one: the design system's style names a crest that is not ours to show. */
function withAddresses(text: string, addresses: ReadonlyMap<string, string>): string {
  return text.replace(/asset:([\w.-]+)/g, (_whole, name: string) => addresses.get(name) ?? 'data:,')
}

function fingerprintOf(parts: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 16)
}

/** Makes a folder under another name and renames it when it is whole: a start that is killed leaves no half of it. */
function makeBeside(folder: string, fill: (beside: string) => void): void {
  const beside = `${folder}.${process.pid}.making`
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { recursive: true })
  fill(beside)
  try {
    renameSync(beside, folder)
  } catch (error) {
    // Another process made the same one meanwhile.
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
