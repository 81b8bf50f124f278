/** docs/how-to/use-the-api.md: its commands, run unchanged, answer as it says. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { rateCommand } from '../../src/app/ratings/commands/rate.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { runCommand } from '../support/runCommand.ts'
import { northmoor, projectFolder } from '../support/sampleOfNorthmoor.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const page = readFileSync(join(projectFolder, 'docs/how-to/use-the-api.md'), 'utf8')
/** The blocks of the page: commands, and what they are answered. */
const blocks = [...page.matchAll(/^```(sh|http)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}))
const [given, ...commands] = blocks.filter(({ kind }) => kind === 'sh').map(({ text }) => text)

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'assay-api-'))

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, northmoor, 'fieldwork')
})
afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the commands print one after another, in one shell, as someone who follows the page has it. */
async function runAll(): Promise<readonly string[]> {
  const token = await tokenOf(server.shell, 'lead@northmoor.example')
  const mark = '\n----- next block -----\n'
  const script = [
    `SERVER=${server.address}`,
    `TOKEN=${token}`,
    ...commands.map((text) => `${text}\nprintf '%s' '${mark}'`),
  ]
  const shell = spawnOutput('bash', ['-euc', script.join('\n')])
  return (await shell).split(mark)
}

function spawnOutput(program: string, words: readonly string[]): Promise<string> {
  return promisify(execFile)(program, words, { cwd: folder }).then(({ stdout }) => stdout)
}

test('every command of the page answers as the page says', async () => {
  expect(given).toBe('SERVER=http://127.0.0.1:3000\nTOKEN=assay_…\n')
  const printed = await runAll()
  const expected = blocks.slice(1).flatMap(({ kind }, at, rest) => {
    if (kind !== 'sh') return []
    const next = rest[at + 1]
    return [next?.kind === 'http' ? next.text : '']
  })
  expect(expected.filter((text) => text !== '').length).toBeGreaterThan(5)
  for (const [at, text] of expected.entries()) {
    const lines = text.split('\n').filter((line) => line !== '')
    const answer = printed[at] ?? ''
    for (const line of lines.filter((each) => !each.startsWith('{'))) expect(answer).toContain(`${line}\r\n`)
    const body = lines.find((each) => each.startsWith('{'))
    if (body !== undefined) {
      const said = z.record(z.string(), z.json()).parse(JSON.parse(body))
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject(said)
    }
  }
})

test('the files that it fetches can be rated', async () => {
  const [answers, judgements] = [join(folder, 'answers.csv'), join(folder, 'judgements.json')]
  expect([existsSync(answers), existsSync(judgements)]).toEqual([true, true])
  const words = [answers, '--edition', 'yos-2021', '--judgements', judgements]
  const rated = await runCommand(server.shell, rateCommand, ...words)
  expect([rated.code, rated.err]).toEqual([0, ''])
})
