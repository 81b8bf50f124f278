import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a reader that has seen enough, such as head, is no error', () => {
  const words = 'src/bin/cli.ts rate test/published/published-inspections.json --format json'
  const piped = spawnSync('sh', ['-c', `"${process.execPath}" ${words} | head -c 1`], { encoding: 'utf8' })
  expect([piped.stdout, piped.stderr]).toEqual(['[', ''])
})
