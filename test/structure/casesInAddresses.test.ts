/** Whether a conflict of interest bars someone is asked where a request is admitted, by the case that its address names. */
import { expect, test } from 'vitest'
import { makeApplication } from '../../src/bin/application.ts'
import { sourceFiles } from './sourceFiles.ts'

const { routes } = makeApplication(
  new Map(),
  { print: () => Promise.reject(new Error('no PDF is printed here')), close: async () => undefined },
  {
    session: { idleMinutes: 1, absoluteHours: 1 },
    provider: undefined,
    madeUpMaySignIn: true,
    origin: () => 'http://127.0.0.1',
    sealingKeys: [{ id: '0a0b0c0d', key: Buffer.alloc(32, 'test') }],
  },
)
const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)

/** What else addresses name. A case under another name would not be asked about. */
const others = [
  ...[
    'inspection',
    'standard',
    'edition',
    'before',
    'after',
    'keyQuestion',
    'line',
    'prompt',
    'question',
    'kind',
    'item',
  ],
  ...[
    'fact',
    'person',
    'email',
    'role',
    'conflict',
    'upload',
    'version',
    'recommendation',
    'token',
    'session',
  ],
  ...['link', 'savedForm', 'domain'],
]

test('a case has one name in every address, after the inspection that it is of', () => {
  const named = new Set(routes.flatMap(({ path }) => parametersOf(path)))
  expect([...named].filter((name) => name !== 'case' && !others.includes(name))).toEqual([])
  const ofCases = routes.filter(({ path }) => /\/(cases|exclusions)\/:|:case\b/.test(path))
  expect(ofCases.length).toBeGreaterThan(30)
  const wrong = ofCases.filter(({ path }) => !/\/:inspection\/.*\b(cases|exclusions)\/:case(\/|$)/.test(path))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('only admission asks for permissions, and it asks for conflicts of interest too', () => {
  const asking = sourceFiles('src').filter(({ text }) => /\bcaller\.mayDo\b/.test(text))
  expect(asking.map(({ path }) => path)).toEqual(['src/platform/http/admission.ts'])
})
