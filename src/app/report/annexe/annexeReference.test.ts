import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { annexeReference } from './annexeReference.ts'

test('docs/reference/annexe.md is what the columns say; `npm run docs` writes it again', () => {
  const page = join(import.meta.dirname, '../../../../docs/reference/annexe.md')
  expect(readFileSync(page, 'utf8')).toBe(annexeReference())
})
