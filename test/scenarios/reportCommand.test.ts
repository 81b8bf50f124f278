/** `assay report` and `assay findings import`, from the words that are typed to the files that are written. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingsImportCommand } from '../../src/app/report/commands/findingsImport.ts'
import { reportCommand } from '../../src/app/report/commands/report.ts'
import type { Command } from '../../src/platform/command.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { clonedShell } from '../support/database.ts'
import { runCommand } from '../support/runCommand.ts'

let shell: Shell
let remove: () => Promise<void>
const folder = mkdtempSync(join(tmpdir(), 'assay-report-'))

beforeAll(async () => {
  const cloned = await clonedShell({ contents: 'demonstration' })
  shell = cloned.shell
  remove = cloned.remove
})
afterAll(async () => {
  await remove()
  rmSync(folder, { recursive: true, force: true })
})

const run = (command: Command, ...words: readonly string[]) => runCommand(shell, command, ...words)

describe('assay report', () => {
  test('writes the page, the PDF and the annexe, and names each file', async () => {
    const out = join(folder, 'new', 'york')
    const { code, out: told } = await run(reportCommand, 'york-2022-12', '--out', out)
    const files = ['annexe.csv', 'annexe.csv-metadata.json', 'annexe.ods', 'report.html', 'report.pdf']
    expect(code).toBe(0)
    expect(readdirSync(out).toSorted()).toEqual(files)
    expect(told.trim().split('\n').toSorted()).toEqual(files.map((name) => join(out, name)))
    expect(readFileSync(join(out, 'report.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-')
    const page = readFileSync(join(out, 'report.html'), 'utf8')
    expect(page).toContain('Inspection report: York Youth Justice Service')
    expect(page).not.toMatch(/<(link|script|img)\b|\burl\(/)
    expect(JSON.parse(readFileSync(join(out, 'annexe.csv-metadata.json'), 'utf8')).url).toBe('annexe.csv')
  })

  test('refuses an inspection that is not there, and writes nothing', async () => {
    const out = join(folder, 'nothing')
    const { code, err } = await run(reportCommand, 'nowhere-2020', '--out', out)
    expect(code).toBe(1)
    expect(err).toContain('inspection.not-found')
    expect(readdirSync(folder)).not.toContain('nothing')
  })

  test('refuses a folder that cannot be written, and says which', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, err } = await run(reportCommand, 'york-2022-12', '--out', join(file, 'below'))
    expect(code).toBe(1)
    expect(err).toContain(`The report could not be written to the folder ${join(file, 'below')}`)
  })

  test.each([[[]], [['york-2022-12']], [['york-2022-12', '--out']], [['york-2022-12', '--to', 'x']]])(
    'tells its usage on %j',
    async (words) => {
      expect(await run(reportCommand, ...words)).toEqual({
        code: 2,
        out: '',
        err: 'Usage: assay report INSPECTION --out DIR\n',
      })
    },
  )
})

describe('assay findings import', () => {
  const write = (name: string, content: object) => {
    const file = join(folder, name)
    writeFileSync(file, JSON.stringify(content))
    return file
  }

  test('puts findings into the report', async () => {
    const file = write('findings.json', {
      inspection: 'york-2022-12',
      findings: [{ standard: '1.1', strengths: ['A strength from a file.'] }],
      recommendations: [{ owner: 'The board', text: 'A recommendation from a file.' }],
    })
    const imported = await run(findingsImportCommand, 'york-2022-12', file)
    expect(imported).toMatchObject({ code: 0, err: '' })
    expect(imported.out).toContain(
      'Imported the findings of 1 standard and 1 recommendation into york-2022-12.',
    )
    const out = join(folder, 'with-findings')
    await run(reportCommand, 'york-2022-12', '--out', out)
    const page = readFileSync(join(out, 'report.html'), 'utf8')
    expect(page).toContain('A strength from a file.')
    expect(page).toContain('A recommendation from a file.')
  })

  test('names every fault with its place', async () => {
    const findings = [{ standard: '8.8', strengths: ['x'] }]
    const file = write('bad.json', { inspection: 'walsall-2019-06', findings })
    const { code, err } = await run(findingsImportCommand, 'york-2022-12', file)
    expect(code).toBe(1)
    expect(err).toContain('findings.other-inspection')
    expect(err).toContain('findings[0].standard')
    expect((await run(findingsImportCommand, 'york-2022-12', join(folder, 'no.json'))).err).toContain(
      'file.not-found',
    )
  })

  test('tells its usage', async () => {
    expect((await run(findingsImportCommand, 'york-2022-12')).code).toBe(2)
  })
})
