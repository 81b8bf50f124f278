/**
 * The draw compared with `samplecube` of R's package sampling (Tillé and Matei), which script/bench installs from Debian:
 * the time for 5,000 cases balanced in eight variables, and over 200 lists how far margins are from their proportional
 * numbers. Both balance the same lists in the same levels, in one run, one after the other.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countsByProfile } from '../src/core/sampling/cube1.ts'
import { drawDomain } from '../src/core/sampling/drawnSample.ts'
import { type DrawnCase, profilesOf } from '../src/core/sampling/profiles.ts'
import { seededChance } from '../src/core/sampling/seededChance.ts'
import { aCaseList, deviationsOf, type GeneratedList, usualSize } from '../test/support/generatedLists.ts'
import { medianMs } from './measure.ts'

const runs = 15
const large = { cases: aCaseList('eight variables', 5000, [2, 2, 2, 2, 2, 2, 2, 2]), size: usualSize(5000) }
const lists = generatedLists(200)

const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'))
try {
  const timed = write('timed', 0, large)
  const names = new Map(lists.map((list, index) => [write('list', index, list), list]))
  const ours = await medianMs(runs, () => drawLikeR(large.cases, large.size))
  const withReserves = await medianMs(runs, () => drawDomain('cube-1', large.cases, large.size, 'seed'))
  const { ms: theirs, drawn } = drawnByR(timed)
  console.log(
    `Time: 5,000 cases, ${large.size} sampled, 8 balancing variables of two levels each, median of ${runs}.`,
  )
  console.log(
    `  Assay                    ${ours.toFixed(1)} ms (with its ordered reserves ${withReserves.toFixed(1)} ms)`,
  )
  console.log(`  R, sampling::samplecube  ${theirs.toFixed(1)} ms`)
  console.log(`  ratio                    ${(ours / theirs).toFixed(3)} (aim 0.100 or less)`)
  compareMargins(names, drawn)
} finally {
  rmSync(folder, { recursive: true })
}

/** What samplecube does: only the sample, without the order of reserves. */
function drawLikeR(cases: readonly DrawnCase[], size: number): readonly number[] {
  return countsByProfile(profilesOf(cases), size, seededChance('seed'))
}

/**
 * Lists of 10 to 2,000 cases with gender, disposal, risk of serious harm and safety and wellbeing. With six disposals and
 * four classes R's better landing, by linear programming, can still be used: it lists two to the power of the columns.
 */
function generatedLists(count: number): readonly GeneratedList[] {
  const sizes = [10, 15, 20, 30, 50, 80, 120, 200, 500, 2000]
  return Array.from({ length: count }, (_, index) => {
    const cases = aCaseList(`list ${index}`, sizes[index % sizes.length] ?? 10, [3, 6, 4, 4])
    const whole = usualSize(cases.length)
    return { cases, size: index % 20 < 10 ? whole : Math.max(1, Math.floor(whole / 2)) }
  })
}

function write(kind: string, index: number, { cases, size }: GeneratedList): string {
  const name = `${kind}-${String(index).padStart(3, '0')}-${size}.csv`
  const heading = (cases[0]?.levels ?? []).map((_, variable) => `v${variable}`).join()
  writeFileSync(join(folder, name), [heading, ...cases.map(({ levels }) => levels.join())].join('\n'))
  return name
}

function drawnByR(timed: string): {
  readonly ms: number
  readonly drawn: ReadonlyMap<string, readonly number[]>
} {
  const script = fileURLToPath(new URL('sampling.R', import.meta.url))
  const printed = execFileSync('Rscript', [script, folder, timed, String(runs)], { encoding: 'utf8' })
  const lines = printed.split('\n').map((line) => line.trim().split(/\s+/))
  const [, ms] = lines.find(([word]) => word === 'ms') ?? []
  const drawn = lines.flatMap(([word, name, ...rows]) =>
    word === 'drawn' && name !== undefined ? [[name, rows.map((row) => Number(row) - 1)] as const] : [],
  )
  return { ms: Number(ms), drawn: new Map(drawn) }
}

function compareMargins(
  names: ReadonlyMap<string, GeneratedList>,
  drawn: ReadonlyMap<string, readonly number[]>,
): void {
  const ours: number[] = []
  const theirs: number[] = []
  let wrongSize = 0
  for (const [name, { cases, size }] of names) {
    const rows = drawn.get(name)
    assert.ok(rows, `R drew nothing from ${name}`)
    if (rows.length !== size) wrongSize += 1
    const { sampled } = drawDomain('cube-1', cases, size, 'agreed in the open')
    assert.equal(sampled.length, size)
    ours.push(...deviationsOf(cases, new Set(sampled), size))
    theirs.push(...deviationsOf(cases, new Set(rows.map((row) => cases[row]?.caseId ?? '')), size))
  }
  console.log(`Balance: ${names.size} lists of 10 to 2,000 cases, four variables, ${ours.length} margins.`)
  console.log(`  Assay                    ${described(ours)}`)
  console.log(`  R, sampling::samplecube  ${described(theirs)}; samples of another size: ${wrongSize}`)
}

function described(deviations: readonly number[]): string {
  const within = deviations.filter((deviation) => deviation < 1 - 1e-9).length
  const share = ((100 * within) / deviations.length).toFixed(2)
  return `within one case ${share}%, furthest out ${Math.max(...deviations).toFixed(2)} cases`
}
