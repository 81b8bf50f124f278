/** `assay answers export`: what it writes is rated as the stored inspection is. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersExportCommand } from '../../src/app/ratings/commands/answersExport.ts'
import { rateCommand } from '../../src/app/ratings/commands/rate.ts'
import { ratedInspectionJson } from '../../src/app/ratings/ratedInspectionJson.ts'
import { rateStoredInspection } from '../../src/app/ratings/rateStoredInspection.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { clonedShell } from '../support/database.ts'
import { must } from '../support/demonstrationReports.ts'
import { runCommand } from '../support/runCommand.ts'
import { northmoor, projectEditions } from '../support/sampleOfNorthmoor.ts'

let shell: Shell
let remove: () => Promise<void>
const folder = mkdtempSync(join(tmpdir(), 'assay-export-'))

beforeAll(async () => {
  const cloned = await clonedShell({ contents: 'demonstration' })
  shell = cloned.shell
  remove = cloned.remove
})
afterAll(async () => {
  await remove()
  rmSync(folder, { recursive: true, force: true })
})

const exportTo = (inspection: string, out: string) =>
  runCommand(shell, answersExportCommand, inspection, '--out', out)

test('the files rate exactly as the inspection that is stored', async () => {
  const out = join(folder, 'new', 'northmoor')
  const exported = await exportTo(northmoor, out)
  const [answers, judgements] = [join(out, 'answers.csv'), join(out, 'judgements.json')]
  expect(exported).toEqual({ code: 0, out: `${answers}\n${judgements}\n`, err: '' })
  const stored = must(await rateStoredInspection(shell, await projectEditions(), northmoor))
  const words = [answers, '--edition', stored.edition.id, '--judgements', judgements]
  const rated = await runCommand(shell, rateCommand, ...words)
  expect(rated.err).toBe('')
  const expected = ratedInspectionJson({ service: null, edition: stored.edition, rated: stored.rated })
  expect(JSON.parse(rated.out)).toEqual(JSON.parse(JSON.stringify(expected)))
  const lines = readFileSync(answers, 'utf8').split('\r\n')
  expect(lines[0]).toBe('case_id,domain,question,answer')
  expect(lines.slice(1, 3)).toEqual([
    expect.stringMatching(/^NM-C01,court,2\.1\.1,(yes|no)$/),
    expect.stringMatching(/^NM-C01,court,2\.1\.1\.a,(yes|no|na)$/),
  ])
})

test.each([
  ['an inspection that is not there', 'nowhere-2024-06', 'nowhere-2024-06'],
  ['an inspection that has figures but no answers', 'york-2022-12', 'has no answers of cases'],
])('%s is refused, and no folder is made', async (_, inspection, told) => {
  const out = join(folder, inspection)
  const { code, err } = await exportTo(inspection, out)
  expect(code).toBe(1)
  expect(err).toContain(told)
  expect(readdirSync(folder)).not.toContain(inspection)
})

test('where one file is there already, neither is written', async () => {
  const out = join(folder, 'earlier')
  mkdirSync(out)
  writeFileSync(join(out, 'judgements.json'), 'earlier')
  const { code, err } = await exportTo(northmoor, out)
  expect([code, err]).toEqual([1, expect.stringContaining('The files could not be written to the folder')])
  expect(readdirSync(out)).toEqual(['judgements.json'])
  expect(readFileSync(join(out, 'judgements.json'), 'utf8')).toBe('earlier')
})

test('what is no folder is refused', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const { code, err } = await exportTo(northmoor, file)
  expect([code, err]).toEqual([1, expect.stringContaining('The files could not be written to the folder')])
})

test('words that are missing are wrong usage', async () => {
  const { code, err } = await runCommand(shell, answersExportCommand, northmoor)
  expect([code, err]).toEqual([2, 'Usage: assay answers export INSPECTION --out DIR\n'])
})
