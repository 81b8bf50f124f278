/** A page that the gallery does not show is read by no axe and seen by nobody. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeApplication } from '../../src/bin/application.ts'
import { gallery } from '../browser/gallery.ts'

const { routes } = makeApplication(
  new Map(),
  { print: () => Promise.reject(new Error('nothing is printed here')), close: async () => undefined },
  {
    session: { idleMinutes: 1, absoluteHours: 1 },
    provider: undefined,
    madeUpMaySignIn: true,
    origin: () => 'http://127.0.0.1',
    sealingKeys: [{ id: '0a0b0c0d', key: Buffer.alloc(32, 'test') }],
  },
)

/** Addresses that lead on, or answer with a file. */
const noPages = [
  '/',
  '/held',
  '/editions/compare',
  '/inspections/:inspection/case-list/versions/:version/file',
]

/** Pages that exist only in the middle of a journey, by the browser test that makes the journey and has axe read them. */
const readElsewhere: Readonly<Record<string, readonly string[]>> = {
  'caseList.test.ts': [
    '/inspections/:inspection/case-list/uploads/:upload',
    '/inspections/:inspection/case-list/uploads/:upload/columns',
    '/inspections/:inspection/case-list/versions/:version',
    '/inspections/:inspection/case-list/differences/:before/:after',
  ],
  'sample.test.ts': [
    '/inspections/:inspection/sample/draw',
    '/inspections/:inspection/sample/cases/:case/replace',
    '/inspections/:inspection/sample/proof',
    '/inspections/:inspection/sample/top-up',
  ],
  'allocation.test.ts': [
    '/inspections/:inspection/allocation/cases/:case',
    '/inspections/:inspection/allocation/people/:person',
  ],
}

const isFile = /\.\w+$|\/download$|^\/api\//
const pages = routes
  .filter(({ method, path }) => method === 'GET' && !isFile.test(path) && !noPages.includes(path))
  .map(({ path }) => path)

function isShown(page: string): boolean {
  const pattern = new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`)
  return gallery.some(({ path }) => pattern.test(path.split('?')[0] ?? ''))
}

test('every page is in the gallery, or read by axe in the middle of a journey', () => {
  const elsewhere = Object.values(readElsewhere).flat()
  expect(pages.filter((page) => !isShown(page))).toEqual(expect.arrayContaining(elsewhere))
  expect(pages.filter((page) => !isShown(page) && !elsewhere.includes(page))).toEqual([])
})

test.each(Object.keys(readElsewhere))('the journey of %s has axe read its pages', (file) => {
  expect(readFileSync(join(import.meta.dirname, '../browser', file), 'utf8')).toContain(
    'expectAccessible(page',
  )
})
