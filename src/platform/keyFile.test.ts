import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newKeyLine, openKeyFile } from './keyFile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function fileWith(text: string): string {
  const file = join(folder, 'keys')
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

function refusalOf(file: string, isNeeded = false): string {
  const opened = openKeyFile(file, isNeeded)
  return opened.ok ? 'none' : opened.problems[0].code
}

test('the first start makes a key of 256 bits that only its owner can read, and later starts use the same', () => {
  const file = join(folder, 'apart', 'keys')
  const made = openKeyFile(file, false)
  expect(made.ok && made.value.map(({ key }) => key.length)).toEqual([32])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(openKeyFile(file, true)).toEqual(made)
})

test('a key put before the others seals from then on, and the others still open', () => {
  const file = join(folder, 'keys')
  const before = openKeyFile(file, false)
  writeFileSync(file, `${newKeyLine()}\n${readFileSync(file, 'utf8')}`)
  const after = openKeyFile(file, true)
  expect(after.ok && after.value).toHaveLength(2)
  expect(after.ok && before.ok && after.value[1]).toEqual(before.ok && before.value[0])
})

test('no new key is made where the one that sealed is missing', () => {
  const file = join(folder, 'keys')
  expect(refusalOf(file, true)).toBe('keys.missing')
  expect(existsSync(file)).toBe(false)
})

test('a file that everyone may read is refused', () => {
  const file = fileWith(`${newKeyLine()}\n`)
  chmodSync(file, 0o644)
  expect(refusalOf(file)).toBe('keys.open-to-others')
})

test.each(['', '# only a comment\n', 'a1b2c3d4 short\n', `${newKeyLine()}\nand something else\n`])(
  'a file that is not whole is refused: %j',
  (text) => {
    expect(refusalOf(fileWith(text))).toBe('keys.malformed')
  },
)
