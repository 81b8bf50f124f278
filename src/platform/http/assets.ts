/**
 * Styles, scripts, fonts and images under fingerprinted names, so that a browser may keep them for ever. There is
 * no build step: they are made when the server starts, and cached in a folder by the hash of what they are made of.
 * In style sheets and scripts `asset:NAME` becomes another asset's address.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { compileStyles, styleSources } from './styles.ts'

export type Assets = {
  /** The folder that holds the files under their fingerprinted names, with .br and .gz next to each text. */
  readonly folder: string
  /** The address of an asset by its plain name. Throws for a name that there is none of. */
  readonly address: (name: string) => string
}

export const assetPrefix = '/assets/'
const textTypes = ['.css', '.js', '.svg']

/** Makes the assets of the project in `projectFolder`, or finds them in `cacheFolder` as they were made before. */
export async function prepareAssets(projectFolder: string, cacheFolder: string): Promise<Assets> {
  const files = assetFiles(projectFolder)
  const key = fingerprintOf([...files, ...styleSources(projectFolder)].map((file) => readFileSync(file)))
  const folder = join(cacheFolder, `assets-${key}`)
  if (!existsSync(folder)) {
    const styles = await compileStyles(projectFolder)
    makeBeside(folder, (beside) => writeAssets(beside, files, styles))
  }
  const names = new Map(readdirSync(folder).map((name) => [name.replace(/\.[0-9a-f]{16}\./, '.'), name]))
  return { folder, address: (name) => assetPrefix + found(names, name) }
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
    // Last, because these name the others.
    ...filesIn(join(projectFolder, 'assets/scripts')),
  ]
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
}

/** Writes each asset under its fingerprinted name, referred-to ones before those that refer to them. */
function writeAssets(folder: string, files: readonly string[], styles: string): void {
  const addresses = new Map<string, string>()
  const write = (name: string, content: Buffer): void => {
    const text = textTypes.includes(extname(name))
    const body = text ? Buffer.from(withAddresses(content.toString('utf8'), addresses)) : content
    const fingerprinted = `${basename(name, extname(name))}.${fingerprintOf([body])}${extname(name)}`
    addresses.set(name, assetPrefix + fingerprinted)
    writeFileSync(join(folder, fingerprinted), body)
    if (text) writeFileSync(join(folder, `${fingerprinted}.br`), brotliCompressSync(body))
    if (text) writeFileSync(join(folder, `${fingerprinted}.gz`), gzipSync(body))
  }
  for (const file of files) write(basename(file), readFileSync(file))
  write('main.css', Buffer.from(styles))
}

/** An asset that is not there becomes an empty one: the design system's style names a crest that is not ours to show. */
function withAddresses(text: string, addresses: ReadonlyMap<string, string>): string {
  return text
    .replace(/asset:([\w.-]+)/g, (_whole, name: string) => addresses.get(name) ?? 'data:,')
    .replace(/\n?\/\/# sourceMappingURL=\S+/g, '')
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
