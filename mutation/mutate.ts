/** Tries the mutants of the core that are asked for, and prints those that no test sees, and a score for each area. */
import { globSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { type Measurement, measurement } from './measurement.ts'
import { type Mutant, type MutatedFiles, mutateFiles } from './mutants.ts'

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), measured: measurement }),
  z.object({ kind: z.literal('begun'), id: z.string(), milliseconds: z.number() }),
  z.object({
    kind: z.literal('tried'),
    id: z.string(),
    status: z.enum(['killed', 'survived', 'not reached']),
  }),
])
type Status = 'killed' | 'timeout' | 'survived' | 'not reached'

/** How much longer than unchanged a mutant's tests may take of the processor before it counts as endless. */
const endlessFactor = 20
const endlessMs = 30_000
const loadingMs = 300_000

const processorMs = (): number => process.cpuUsage().user / 1000

type Progress = { readonly statuses: Map<string, Status>; measured: Measurement | undefined }

/** Tries mutants in one worker until it ends or hangs. Adds to `progress`; returns when the worker is gone. */
async function tryInWorker(files: MutatedFiles, progress: Progress): Promise<void> {
  const { statuses, measured } = progress
  const mutants = files.mutants.filter(({ id }) => !statuses.has(id)).map(({ id, file }) => ({ id, file }))
  const worker = new Worker(new URL('./tryMutants.ts', import.meta.url), {
    workerData: { sources: files.sources, mutants, measured },
    resourceLimits: { maxOldGenerationSizeMb: 3000 },
  })
  let current: string | undefined
  let mostMs = loadingMs
  let begunMs = processorMs()
  const watch = setInterval(() => {
    if (processorMs() - begunMs > mostMs) void worker.terminate()
  }, 1000)
  worker.on('message', (value) => {
    const report = message.parse(value)
    if (report.kind === 'measured') {
      progress.measured = report.measured
      return
    }
    current = report.kind === 'begun' ? report.id : undefined
    if (report.kind === 'tried') statuses.set(report.id, report.status)
    mostMs = report.kind === 'begun' ? endlessMs + report.milliseconds * endlessFactor : endlessMs
    begunMs = processorMs()
  })
  worker.on('error', (error) => {
    if (current === undefined) console.error(error)
  })
  await new Promise((resolve) => worker.on('exit', resolve))
  clearInterval(watch)
  if (current !== undefined) statuses.set(current, 'timeout')
}

async function tryMutants(files: MutatedFiles): Promise<ReadonlyMap<string, Status>> {
  const progress: Progress = { statuses: new Map(), measured: undefined }
  const { statuses } = progress
  while (statuses.size < files.mutants.length) {
    const before = statuses.size
    await tryInWorker(files, progress)
    if (statuses.size === before) throw new Error('The tests of the core do not pass.')
    console.error(`${statuses.size} of ${files.mutants.length}`)
  }
  return statuses
}

function areaOf(file: string): string {
  return file.split('/').slice(0, 3).join('/')
}

function printSurvivors(mutants: readonly Mutant[], statuses: ReadonlyMap<string, Status>): void {
  for (const mutant of mutants) {
    const status = statuses.get(mutant.id)
    if (status !== 'survived' && status !== 'not reached') continue
    console.log(`${mutant.file}:${mutant.line} ${status} ${mutant.mutator}`)
    console.log(`  ${mutant.sourceLine}`)
    console.log(
      `  ${mutant.original.replaceAll(/\s+/g, ' ')}  →  ${mutant.replacement.replaceAll(/\s+/g, ' ')}`,
    )
  }
}

function printScores(
  mutants: readonly Mutant[],
  statuses: ReadonlyMap<string, Status>,
  nameOf: (file: string) => string,
): void {
  console.log('| | mutants | killed | not killed | score |\n| --- | --- | --- | --- | --- |')
  for (const [name, group] of Map.groupBy(mutants, ({ file }) => nameOf(file))) {
    const killed = group.filter(
      ({ id }) => statuses.get(id) === 'killed' || statuses.get(id) === 'timeout',
    ).length
    const score = Math.floor((1000 * killed) / group.length) / 10
    console.log(`| ${name} | ${group.length} | ${killed} | ${group.length - killed} | ${score}% |`)
  }
}

/** The files of the rules. What a room says when it refuses is text, and tested where it is shown. */
function sourceFiles(wanted: readonly string[]): readonly string[] {
  const all = globSync('src/core/**/*.ts').filter((path) => !/(?:\.test|\/problems)\.ts$/.test(path))
  const chosen = all.filter(
    (path) => wanted.length === 0 || wanted.some((name) => path.startsWith(`src/${name}`)),
  )
  return chosen.toSorted()
}

const wanted = process.argv.slice(2).map((name) => name.replace(/^src\//, ''))
const files = await mutateFiles(sourceFiles(wanted))
const statuses = await tryMutants(files)
printSurvivors(files.mutants, statuses)
printScores(files.mutants, statuses, (file) => file)
printScores(files.mutants, statuses, areaOf)
