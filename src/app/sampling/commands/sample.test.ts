import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../platform/command.ts'
import { sampleCommand, sampleVerifyCommand } from './sample.ts'

const editionsFolder = fileURLToPath(new URL('../../../../editions', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-sample-'))
})
afterAll(() => rm(folder, { recursive: true }))

const header = 'case_id,domain,disposal,start_date,gender,age,ethnicity,rosh,safety_wellbeing'

function rows(count: number, domain: string, disposal: string, date: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const gender = index % 4 === 0 ? 'female' : 'male'
    const rosh = ['low', 'medium', 'high'][index % 3]
    return `${domain}-${index},${domain},${disposal},${date},${gender},15,indian,${rosh},medium`
  })
}

async function list(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, [header, ...lines].join('\n'))
  return path
}

async function run(command: Command, words: readonly string[], isTerminal = false) {
  const printed = { out: '', err: '' }
  const terminal = {
    out: (text: string) => {
      printed.out += text
    },
    err: (text: string) => {
      printed.err += text
    },
    isTerminal,
    colour: false,
  }
  const openShell = () => Promise.reject(new Error('a sample from files needs no database'))
  return { exit: await command.run(words, { terminal, editionsFolder, openShell }), ...printed }
}

const options = ['--edition', 'yos-2021', '--fieldwork', '2022-12-05', '--seed', 'agreed']

describe('assay sample', () => {
  test('draws all six court cases of Bedfordshire and all seventeen out-of-court cases', async () => {
    const six = rows(6, 'court', 'referral-order', '2022-03-01')
    const seventeen = rows(17, 'out-of-court', 'youth-caution', '2022-03-01')
    const words = [await list('bedfordshire.csv', [...six, ...seventeen]), ...options]
    const { size, sampled, window } = JSON.parse((await run(sampleCommand, words)).out)
    expect([size.court.size, size.court.allTaken]).toEqual([6, true])
    expect(size['out-of-court'].working.corrected.toFixed(2)).toBe('15.49')
    expect(sampled.slice(0, 6)).toEqual(six.map((row) => row.split(',')[0]))
    expect(window.court).toEqual({ from: '2021-12-06', to: '2022-09-30' })
  })

  test('prints exactly the parts of the format, the same for any order of the rows', async () => {
    const cases = rows(100, 'court', 'referral-order', '2022-03-01')
    const old = rows(3, 'out-of-court', 'youth-caution', '2020-03-01')
    const first = await run(sampleCommand, [await list('a.csv', [...cases, ...old]), ...options])
    const second = await run(sampleCommand, [
      await list('b.csv', [...old, ...cases].toReversed()),
      ...options,
    ])
    const json = JSON.parse(first.out)
    expect(Object.keys(json)).toEqual([
      'window',
      'eligible',
      'excluded',
      'size',
      'sampled',
      'reserves',
      'balance',
      'seed',
      'method',
      'inputHash',
    ])
    expect(json.excluded[0]).toEqual({
      case_id: 'out-of-court-0',
      row: 102,
      reason: 'Began on 2020-03-01, before the window opens on 2021-12-06.',
    })
    expect(Object.keys(json.balance[0])).toEqual([
      'domain',
      'variable',
      'level',
      'eligible',
      'sampled',
      'expected',
      'deviation',
    ])
    expect({ ...JSON.parse(second.out), excluded: [] }).toEqual({ ...json, excluded: [] })
    expect(json.sampled).toHaveLength(63)
    expect(json.reserves).toHaveLength(37)
  })

  test('prints a table on a terminal', async () => {
    const words = [await list('t.csv', rows(20, 'court', 'referral-order', '2022-03-01')), ...options]
    const { out } = await run(sampleCommand, words, true)
    expect(out).toContain('Corrected for a list of 20: n = n0 ÷ (1 + (n0 − 1) ÷ N)')
    expect(out).toContain('Reserves in order:')
  })

  test('accepts a size and a case left out with reason and name, and refuses them without', async () => {
    const file = await list('o.csv', rows(20, 'court', 'referral-order', '2022-03-01'))
    const hand = ['--size', 'court=5', '--exclude', 'court-3']
    const refused = await run(sampleCommand, [file, ...options, ...hand])
    expect(refused.exit).toBe(1)
    expect(refused.err).toContain('[sampling.exclusion-reason-missing]')
    const given = [file, ...options, ...hand, '--reason', 'A short week.', '--by', 'R. Lead']
    const { sampled, excluded } = JSON.parse((await run(sampleCommand, given)).out)
    expect(sampled).toHaveLength(5)
    expect(excluded).toEqual([{ case_id: 'court-3', row: 5, reason: 'Left out by R. Lead: A short week.' }])
  })

  test.each([
    [['a.csv'], 'Name the edition'],
    [['a.csv', '--edition', 'yos-2021'], 'Enter the Monday'],
    [['a.csv', '--edition', 'yos-2021', '--fieldwork', '2022-12-05'], '--seed'],
    [['a.csv', ...options, '--format', 'xml'], 'There is no format'],
    [['a.csv', ...options, '--size', 'court'], '--size court=20'],
    [[...options], 'Name one case list'],
    [['a.csv', ...options, '--nonsense'], 'nonsense'],
  ])('%j is wrong usage: %s', async (words, sentence) => {
    const { exit, err } = await run(sampleCommand, words)
    expect([exit, err.includes(sentence)]).toEqual([2, true])
  })

  test.each([
    [['--edition', 'yos-1999', '--fieldwork', '2022-12-05', '--seed', 'x'], 'edition.not-found'],
    [
      ['--edition', 'yos-2021', '--fieldwork', '2022-12-07', '--seed', 'x'],
      'sampling.fieldwork-not-a-monday',
    ],
    [['--edition', 'yos-2021', '--fieldwork', '2022-12-05', '--seed', ' '], 'sampling.seed-missing'],
    [['--edition', 'yos-2021', '--fieldwork', '2030-12-02', '--seed', 'x'], 'sampling.no-eligible-case'],
    [[...options, '--proof', '/nowhere/at/all.json'], 'sampling.proof-not-written'],
    [[...options, '--size', 'court=many', '--reason', 'x', '--by', 'y'], 'sampling.override-size-unfit'],
  ])('%j is refused: %s', async (words, code) => {
    const file = await list('r.csv', rows(9, 'court', 'referral-order', '2022-03-01'))
    const { exit, err, out } = await run(sampleCommand, [file, ...words])
    expect([exit, out]).toEqual([1, ''])
    expect(err).toContain(`[${code}]`)
  })
})

test('the example of the reference is what the command prints', async () => {
  const page = await readFile(new URL('../../../../docs/reference/sample-format.md', import.meta.url), 'utf8')
  const example = JSON.parse(page.split('```json\n')[1]?.split('```')[0] ?? '')
  const file = await list('example.csv', [
    'A-01,court,referral-order,2022-03-01,male,15,indian,medium,low',
    'A-02,court,referral-order,2022-04-04,female,14,caribbean,low,medium',
    'A-03,court,youth-rehabilitation-order,2022-05-02,male,17,african,high,high',
    'B-01,out-of-court,youth-caution,2021-11-30,male,13,pakistani,low,low',
  ])
  const words = [file, '--edition', 'yos-2021', '--fieldwork', '2022-12-05', '--seed', example.seed]
  const printed = JSON.parse((await run(sampleCommand, words)).out)
  expect(Object.keys(printed)).toEqual(Object.keys(example))
  expect(printed).toMatchObject({
    ...example,
    inputHash: printed.inputHash,
    balance: [example.balance[0], ...printed.balance.slice(1)],
  })
})

describe('assay sample verify', () => {
  test('says equal for the list of the proof, and how another list differs', async () => {
    const lines = rows(60, 'court', 'referral-order', '2022-03-01')
    const proof = join(folder, 'proof.json')
    await run(sampleCommand, [await list('v.csv', lines), ...options, '--proof', proof])
    const shuffled = await list('v2.csv', lines.toReversed())
    expect(await run(sampleVerifyCommand, [proof, shuffled])).toMatchObject({ exit: 0, err: '' })
    const other = await list('v3.csv', lines.slice(1))
    const differs = await run(sampleVerifyCommand, [proof, other])
    expect(differs).toMatchObject({ exit: 1, out: '' })
    expect(differs.err).toContain('Differs: The case list is not the one the sample was drawn from.')
    expect(differs.err).toContain('result.sizes[0].population')
  })

  test('refuses a file that is not a proof, and names a part that was changed', async () => {
    const file = await list('w.csv', rows(9, 'court', 'referral-order', '2022-03-01'))
    const proof = join(folder, 'other.json')
    await writeFile(proof, 'nothing')
    expect((await run(sampleVerifyCommand, [proof, file])).err).toContain('[file.not-json]')
    await run(sampleCommand, [file, ...options, '--proof', proof])
    await writeFile(proof, (await readFile(proof, 'utf8')).replace('"cube-1"', '"cube-9"'))
    const refused = await run(sampleVerifyCommand, [proof, file])
    expect(refused.exit).toBe(1)
    expect(refused.err).toMatch(/method[\s\S]*json.value-unknown/)
    expect((await run(sampleVerifyCommand, [join(folder, 'none.json'), file])).err).toContain(
      '[file.not-found]',
    )
    expect((await run(sampleVerifyCommand, [proof])).exit).toBe(2)
  })
})
