/** What is installed is what was looked at: each package is checked against a hash, wherever it is fetched from. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const entry = z.object({
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  inBundle: z.boolean().optional(),
  link: z.boolean().optional(),
})
const { packages } = z
  .object({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
/** All but the project itself. */
const installed = Object.entries(packages).filter(([path]) => path !== '')

test('every package of the lock file has a SHA-512 hash, or comes inside one that has', () => {
  const unhashed = installed.filter(
    ([, { integrity = '', inBundle }]) => !integrity.startsWith('sha512-') && inBundle !== true,
  )
  expect(unhashed.map(([path]) => path)).toEqual([])
  expect(installed.length).toBeGreaterThan(400)
})

test('the lock file names no registry and no folder: the hash says what is installed, not the place', () => {
  expect(installed.filter(([, { resolved, link }]) => resolved !== undefined || link === true)).toEqual([])
})
