import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inventedEditionFile, inventedEditionFolder } from '../../../../test/support/inventedEdition.ts'
import type { Command } from '../../../platform/command.ts'
import { editionCheck } from './editionCheck.ts'
import { editionList } from './editionList.ts'

async function run(command: Command, ...words: readonly string[]) {
  const printed = { out: '', err: '' }
  const terminal = {
    out: (text: string) => {
      printed.out += text
    },
    err: (text: string) => {
      printed.err += text
    },
    isTerminal: false,
    colour: false,
  }
  const openShell = () => Promise.reject(new Error('no database is needed'))
  const code = await command.run(words, { terminal, editionsFolder: inventedEditionFolder, openShell })
  return { code, ...printed }
}

test('a correct edition is summarised, and the command ends with 0', async () => {
  const { code, out, err } = await run(editionCheck, inventedEditionFile)
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('2 domains, 4 standards, 5 key questions, 2 prompts')
  expect(out).toContain('No errors found.')
})

test('an edition with errors is refused with 1, and every error says file, line, path, what is wrong and what to do', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'edition-')), 'invented-2030.yaml')
  const text = readFileSync(inventedEditionFile, 'utf8')
  writeFileSync(
    file,
    text.replace('from: 40, to: 59', 'from: 41, to: 59').replace('resettlement: B.2', 'resettlement: B.7'),
  )
  const { code, out, err } = await run(editionCheck, file)
  const line = text.slice(0, text.indexOf('from: 40, to: 59')).split('\n').length
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(`${file}, line ${line}, rules.bands[2].from`)
  expect(err).toContain('No range covers 40.')
  expect(err).toContain('3 errors found.')
})

test('wrong usage ends with 2', async () => {
  expect((await run(editionCheck)).code).toBe(2)
  expect((await run(editionCheck, 'one.yaml', 'two.yaml')).code).toBe(2)
  expect((await run(editionList, 'all')).code).toBe(2)
})

test('the list names each edition', async () => {
  expect((await run(editionList)).out).toBe('invented-2030  Invented standards for tests\n')
})
