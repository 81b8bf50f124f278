/** What the project has once: a second copy would soon say something else. */
import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

const sources = sourceFiles('src').filter((file) => !isTest(file))

function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

test('a connection and a transaction have one type each', () => {
  expect(filesWith(/\b(Kysely|Transaction)<Database>|Parameters<Shell\['transact'\]>/)).toEqual([
    'src/platform/database/connection.ts',
  ])
})
