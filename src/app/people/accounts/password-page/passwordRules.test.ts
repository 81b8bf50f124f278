import { expect, test } from 'vitest'
import { passwordProblems } from './passwordRules.ts'

const words = ['Maya Iqbal', 'maya.iqbal@example.org', 'Eastmarch', 'eastmarch']

async function codes(password: string, repeated = password): Promise<string[]> {
  const problems = await passwordProblems({ password, repeated }, words)
  return problems.map(({ code }) => code)
}

test.each([
  'correct horse battery',
  'four plain words here',
  'ŵyneb llechi gwlyb',
  'kT9$kT8#lpQz',
  'sunshine and rain',
  'Maya likes green teapots',
  `${'long and unlike anything '.repeat(8)}`,
])('“%s” is accepted', async (password) => expect(await codes(password)).toEqual([]))

test.each([
  ['elevensigns', 'people.password-short'],
  ['x'.repeat(201), 'people.password-long'],
])('“%s” is refused: %s', async (password, code) => expect(await codes(password)).toEqual([code]))

test.each([
  'liverpool123',
  'iloveyou1234',
  'manchester1!',
  'ｌｉｖｅｒｐｏｏｌ１２３',
  'Pa55word1234',
  'Password2026!!',
  'qwertyuiop12',
  'trustno1trustno1',
  'london12345678',
  'Birmingham2024',
  'aaaaaaaaaaaaaa',
  '123456789012',
  '01/02/1988 01',
])('“%s” is among the first that are guessed', async (password) =>
  expect(await codes(password)).toEqual(['people.password-guessed']),
)

test.each([
  'Maya.Iqbal.2026',
  'Maya_Iqbal_2026',
  'mayaiqbal12345',
  'maya.iqbal@example.org',
  'Eastmarch2026!',
  'assayassay12',
  'inspection2026',
  'YouthJustice1',
])('“%s” is what anyone would try who knows the person, their service or this product', async (password) =>
  expect(await codes(password)).toEqual(['people.password-guessed']),
)

test('the words of one person are not those of the next', async () => {
  await codes('Zebulon Quark 71')
  const problems = await passwordProblems({ password: 'zebulonquark71', repeated: 'zebulonquark71' }, [
    'Zebulon Quark',
  ])
  expect(problems.map(({ code }) => code)).toEqual(['people.password-guessed'])
  expect(await codes('zebulonquark71')).toEqual([])
})

test('the two have to be the same', async () => {
  expect(await codes('correct horse battery', 'correct horse batery')).toEqual(['people.passwords-differ'])
})
