import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { madeReferences } from '../../src/bin/docs.ts'

test.each(Object.entries(madeReferences))(
  'docs/reference/%s is what the code says; `npm run docs` writes it again',
  (name, make) => {
    expect(readFileSync(`docs/reference/${name}`, 'utf8')).toBe(make())
  },
)
