/**
 * A worker that tries mutants in one process. A mutant is switched on by Stryker's own switch, and the tests that reach
 * it run until one fails. Mutants of what a module computes when it is loaded need the modules loaded again.
 */
import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { z } from 'zod'
import { type CollectedTest, takeCollected } from './collectedTests.ts'
import { type Measurement, measurement } from './measurement.ts'

const job = z.object({
  sources: z.map(z.string(), z.string()),
  mutants: z.array(z.object({ id: z.string(), file: z.string() })),
  /** What an earlier worker measured. */
  measured: measurement.optional(),
})
const { sources, mutants, measured } = job.parse(workerData)

/** Enough to tell a loop that never ends from one that runs longer than before. */
const hitsBeforeEndless = 100
/** Modules loaded again are never freed: after so many times a new worker goes on. */
const mostGenerations = 500

const root = `${pathToFileURL('.').href}/`
const instrumented = new Map([...sources].map(([path, source]) => [root + path, source]))
const standIn = new URL('./collectedTests.ts', import.meta.url).href
let generation = 0
/** Which files import a file, by address. */
const importers = new Map<string, Set<string>>()

function withoutGeneration(url: string): string {
  return url.replace(/\?generation=\d+$/, '')
}

function noteImport(url: string, parent: string | undefined): void {
  const known = importers.get(url) ?? new Set()
  if (parent !== undefined) known.add(withoutGeneration(parent))
  importers.set(url, known)
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'vitest' && context.parentURL !== standIn) return { url: standIn, shortCircuit: true }
    const resolved = nextResolve(specifier, context)
    const ours = /\/(?:src|test)\//.test(resolved.url) && !resolved.url.includes('/node_modules/')
    if (!ours || !resolved.url.startsWith(root)) return resolved
    const url = withoutGeneration(resolved.url)
    noteImport(url, context.parentURL)
    return { ...resolved, url: generation === 0 ? url : `${url}?generation=${generation}` }
  },
  load(url, context, nextLoad) {
    const source = instrumented.get(withoutGeneration(url))
    if (source === undefined) return nextLoad(url, context)
    return { format: 'module-typescript', source, shortCircuit: true }
  },
})

/** What Stryker's switches read and write. */
const stryker: {
  activeMutant: string | undefined
  currentTestId: string | undefined
  hitCount: number | undefined
  hitLimit: number
  mutantCoverage: Pick<Measurement, 'static' | 'perTest'>
} = {
  activeMutant: undefined,
  currentTestId: undefined,
  hitCount: undefined,
  hitLimit: 0,
  mutantCoverage: { static: {}, perTest: {} },
}
Object.assign(globalThis, { __stryker__: stryker })
// Vitest's `expect` asks its worker which file is tested.
Object.assign(globalThis, { __vitest_worker__: { filepath: '' } })

// The same samples for every mutant: whether one is killed is no matter of chance. Nobody reads a smaller example.
fc.configureGlobal({ seed: 1, endOnFailure: true })

/** The tests of the rules, and those of the files that are read by rules. */
const testFiles = globSync([
  'src/core/**/*.test.ts',
  'test/published/**/*.test.ts',
  'src/app/framework/editionFile.test.ts',
  'src/app/intake/reading/{oddLists,readCaseList}.test.ts',
]).toSorted()

/** A test that needs more of the processor than this is not run for each mutant: a rule needs a quick test too. */
const slowMs = 400

async function loadTests(path: string): Promise<readonly CollectedTest[]> {
  await import(generation === 0 ? root + path : `${root}${path}?generation=${generation}`)
  return takeCollected()
}

/** Whether it passes. */
async function passes(test: CollectedTest): Promise<boolean> {
  try {
    await test.run()
    return true
  } catch {
    return false
  }
}

/** By file and place in it. */
type Tests = ReadonlyMap<string, CollectedTest>

const processorMs = (): number => process.threadCpuUsage().user / 1000

/** Loads every test file, and returns the tests that can reach a mutant. */
async function reachingTests(): Promise<Tests> {
  const loaded = new Map<string, readonly CollectedTest[]>()
  for (const path of testFiles) loaded.set(path, await loadTests(path))
  const paths = new Set([...new Set(mutants.map(({ file }) => file))].flatMap(testFilesOf))
  return new Map(
    [...paths].flatMap((path) =>
      (loaded.get(path) ?? []).map((test, index) => [`${path} ${index}`, test] as const),
    ),
  )
}

/** Runs every test without a mutant. Throws if one fails: then nothing can be said of mutants. */
async function measure(tests: Tests): Promise<Measurement> {
  const milliseconds: Record<string, number> = {}
  for (const [id, test] of tests) {
    stryker.currentTestId = id
    const start = processorMs()
    if (!(await passes(test))) throw new Error(`Fails without any mutant: ${id}: ${test.name}`)
    milliseconds[id] = processorMs() - start
    stryker.currentTestId = undefined
  }
  return structuredClone({ milliseconds, ...stryker.mutantCoverage })
}

/** Test files that reach a file by imports: its own first, then those next to it. */
function testFilesOf(file: string): readonly string[] {
  const reached = new Set([root + file])
  for (const url of reached) for (const importer of importers.get(url) ?? []) reached.add(importer)
  const own = file.replace(/\.ts$/, '.test.ts')
  const area = areaOf(file)
  const distance = (path: string) => (path === own ? 0 : areaOf(path) === area ? 1 : 2)
  return testFiles
    .filter((path) => reached.has(root + path))
    .toSorted((one, other) => distance(one) - distance(other))
}

function areaOf(path: string): string {
  return path.split('/').slice(0, 3).join('/')
}

/** Whether a quick test of the area, or of files, fails when the modules are loaded with the mutant in them. */
async function killedWhenLoadedAgain(file: string, quick: ReadonlySet<string>): Promise<boolean> {
  const near = testFilesOf(file).filter(
    (path) => areaOf(path) === areaOf(file) || !path.startsWith('src/core/'),
  )
  for (const path of near) {
    generation += 1
    try {
      for (const [index, test] of (await loadTests(path)).entries())
        if (quick.has(`${path} ${index}`) && !(await passes(test))) return true
    } catch {
      takeCollected()
      return true
    }
  }
  return false
}

type Status = 'killed' | 'survived' | 'not reached'

type Attempt = {
  readonly mutant: { readonly id: string; readonly file: string }
  readonly reaching: readonly CollectedTest[]
  /** How often the mutated code runs in these tests. */
  readonly hits: number
  /** True if a module has it when it is loaded. */
  readonly atLoad: boolean
}

async function tryMutant(
  { mutant, reaching, hits, atLoad }: Attempt,
  quick: ReadonlySet<string>,
): Promise<Status> {
  if (!atLoad && reaching.length === 0) return 'not reached'
  stryker.activeMutant = mutant.id
  stryker.hitCount = 0
  stryker.hitLimit = hits * hitsBeforeEndless + 1000
  for (const test of reaching) if (!(await passes(test))) return 'killed'
  return atLoad && (await killedWhenLoadedAgain(mutant.file, quick)) ? 'killed' : 'survived'
}

async function tryAll(): Promise<void> {
  const tests = await reachingTests()
  const known = measured ?? (await measure(tests))
  parentPort?.postMessage({ kind: 'measured', measured: known })
  const durationOf = (id: string): number => known.milliseconds[id] ?? 0
  const quick = [...tests.keys()]
    .filter((id) => durationOf(id) <= slowMs)
    .toSorted((one, other) => durationOf(one) - durationOf(other))
  for (const mutant of mutants) {
    const ids = quick.filter((id) => known.perTest[id]?.[mutant.id] !== undefined)
    const attempt = {
      mutant,
      reaching: ids.flatMap((id) => tests.get(id) ?? []),
      hits: ids.reduce((sum, id) => sum + (known.perTest[id]?.[mutant.id] ?? 0), 0),
      atLoad: known.static[mutant.id] !== undefined,
    }
    const milliseconds = ids.reduce((sum, id) => sum + durationOf(id), 0)
    parentPort?.postMessage({ kind: 'begun', id: mutant.id, milliseconds })
    const status = await tryMutant(attempt, new Set(quick))
    stryker.activeMutant = undefined
    parentPort?.postMessage({ kind: 'tried', id: mutant.id, status })
    if (generation > mostGenerations) return
  }
}

await tryAll()
process.exit()
