/** The core with every mutant in it, each behind a switch, as Stryker's instrumenter writes it. */
import { readFileSync } from 'node:fs'
import { Instrumenter, type StrykerMutant } from '@stryker-mutator/instrumenter'

/** One small change of the source, and the place of it. */
export type Mutant = {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly mutator: string
  /** The piece of source that is changed, and the whole line in which it begins. */
  readonly original: string
  readonly replacement: string
  readonly sourceLine: string
}

export type MutatedFiles = {
  /** Source by path, with the switches of all mutants. */
  readonly sources: ReadonlyMap<string, string>
  readonly mutants: readonly Mutant[]
}

/** Texts are read by people, not by rules: a text changed is for a reader to see. */
const excludedMutations = ['StringLiteral']

/** The end of a `switch` that covers every case: the compiler says that it never runs. */
const neverRuns = /^default:\s*return unreachable\(/

const silent = () => false
const logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  trace: silent,
  isDebugEnabled: silent,
}

/** Returns the files at these paths with their mutants, numbered through all of them. */
export async function mutateFiles(paths: readonly string[]): Promise<MutatedFiles> {
  const contents = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]))
  const { files, mutants } = await new Instrumenter(logger).instrument(
    [...contents].map(([name, content]) => ({ name, mutate: true, content })),
    { plugins: null, ignorers: [], excludedMutations, noHeader: false },
  )
  return {
    sources: new Map(files.map(({ name, content }) => [name, content])),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map((mutant) => describeMutant(mutant, contents.get(mutant.fileName) ?? ''))
      .filter(({ original }) => !neverRuns.test(original)),
  }
}

function describeMutant(mutant: StrykerMutant, content: string): Mutant {
  const { start, end } = mutant.location
  const lines = content.split('\n').slice(start.line, end.line + 1)
  const ending = lines.at(-1) ?? ''
  const whole = [...lines.slice(0, -1), ending.slice(0, end.column)].join('\n')
  return {
    id: mutant.id,
    file: mutant.fileName,
    line: start.line + 1,
    mutator: mutant.mutatorName,
    original: whole.slice(start.column),
    replacement: mutant.replacement,
    sourceLine: lines[0]?.trim() ?? '',
  }
}
