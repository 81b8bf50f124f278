import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rateCommand } from './rate.ts'

const editionsFolder = fileURLToPath(new URL('../../../../editions', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-rate-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function file(name: string, content: string | object): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function rate(words: readonly string[], isTerminal = false) {
  const printed = { out: '', err: '' }
  const terminal = {
    out: (text: string) => {
      printed.out += text
    },
    err: (text: string) => {
      printed.err += text
    },
    isTerminal,
    colour: isTerminal,
  }
  const openShell = () => Promise.reject(new Error('rating needs no database'))
  const exit = await rateCommand.run(words, { terminal, editionsFolder, openShell })
  return { exit, ...printed }
}

const results = {
  service: 'A service',
  edition: 'yos-2021',
  standards: [
    { standard: '1.1', rating: 'good' },
    { standard: '2.1', keyQuestions: [{ keyQuestion: 'desistance', yes: 1, of: 6 }] },
  ],
}

const answers = 'case_id,domain,question,answer\nA,court,2.1.1,yes\nB,court,2.1.1,no\nA,court,2.1.1.a,na\n'

describe('a results file', () => {
  test('one inspection is printed as one object, in the published order of fields', async () => {
    const { exit, out, err } = await rate([await file('one.json', results)])
    expect([exit, err]).toEqual([0, ''])
    const printed = JSON.parse(out)
    expect(Object.keys(printed).slice(0, 9)).toEqual([
      'service',
      'edition',
      'standards',
      'score',
      'maximum',
      'overall',
      'limitedBy',
      'resettlement',
      'notes',
    ])
    expect(Object.keys(printed.standards[1]).slice(0, 7)).toEqual([
      'standard',
      'calculated',
      'awarded',
      'points',
      'decidedBy',
      'keyQuestions',
      'prompts',
    ])
    expect(printed.standards[1].keyQuestions[0]).toMatchObject({
      id: '2.1.1',
      yes: 1,
      of: 6,
      percentYes: 17,
      band: 'inadequate',
      yesToNextBand: 2,
    })
    expect(printed).toMatchObject({ service: 'A service', edition: 'yos-2021', score: 2, overall: null })
  })

  test('a list is printed as a list', async () => {
    const { out } = await rate([await file('list.json', [results])])
    expect(JSON.parse(out)).toHaveLength(1)
  })

  test('one bad inspection refuses the whole file: every problem on standard error, nothing printed', async () => {
    const bad = { ...results, edition: 'yos-1999' }
    const worse = { ...results, standards: [{ standard: '9.9', rating: 'good' }] }
    const { exit, out, err } = await rate([await file('bad.json', [results, bad, worse])])
    expect([exit, out]).toEqual([1, ''])
    expect(err).toContain('There is no edition “yos-1999”. [ratings.edition-not-found]')
    expect(err).toContain('[1].edition')
    expect(err).toContain('[2].standards[0].standard')
  })
})

describe('a file of answers', () => {
  test('is rated with judgements, by the named edition', async () => {
    const judgements = await file('judgements.json', [{ standard: '1.1', rating: 'outstanding' }])
    const words = [await file('answers.csv', answers), '--edition', 'yos-2021', '--judgements', judgements]
    const printed = JSON.parse((await rate(words)).out)
    expect(printed).toMatchObject({ service: null, edition: 'yos-2021', score: 3, maximum: 36 })
    expect(printed.standards[1].prompts[0]).toMatchObject({
      id: '2.1.1.a',
      yes: 0,
      no: 0,
      na: 1,
      of: 1,
      percentYes: 0,
    })
  })

  test('names the file, row and field of every problem, in answers and judgements alike', async () => {
    const judgements = await file('wrong.json', [{ standard: '1.1', rating: 'excellent' }])
    const wrong = await file('wrong.csv', `${answers}A,court,2.1.2,na\n`)
    const { exit, err } = await rate([wrong, '--edition', 'yos-2021', '--judgements', judgements])
    expect(exit).toBe(1)
    expect(err).toContain(`${wrong}, row 5, answer`)
    expect(err).toContain(judgements)
    expect(err).toContain('ratings.rating-not-found')
  })

  test('a file that is not there is refused in words', async () => {
    const { exit, err } = await rate([join(folder, 'nowhere.csv'), '--edition', 'yos-2021'])
    expect(exit).toBe(1)
    expect(err).toContain('[file.not-found]')
    expect(err).not.toContain('at Object')
  })
})

describe('the table', () => {
  test('is printed on a terminal, with colour', async () => {
    const { out } = await rate([await file('table.json', results)], true)
    expect(out).toContain('2.1.1 Desistance')
    expect(out).toContain('17% (1/6)')
    expect(out).toContain('\u001B[')
  })

  test('is printed if it is asked for, without colour if there is no terminal', async () => {
    const { out } = await rate([await file('plain.json', results), '--format', 'table'])
    expect(out).toContain('Score         2 of 36')
    expect(out).not.toContain('\u001B[')
  })

  test('gives way to JSON where that is asked for', async () => {
    const { out } = await rate([await file('json.json', results), '--format', 'json'], true)
    expect(JSON.parse(out).score).toBe(2)
  })
})

describe('wrong usage ends with 2', () => {
  test.each([
    ['no file', []],
    ['two files', ['a.json', 'b.json']],
    ['an option that is not known', ['a.json', '--colour']],
    ['a format that is not known', ['a.json', '--format', 'xml']],
    ['answers without an edition', ['answers.csv']],
    ['results with an edition', ['a.json', '--edition', 'yos-2021']],
    ['results with judgements', ['a.json', '--judgements', 'b.json']],
  ])('%s', async (_, words) => {
    const { exit, out, err } = await rate(words)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain('assay rate RESULTS.json')
  })
})
