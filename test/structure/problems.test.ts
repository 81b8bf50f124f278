import { expect, test } from 'vitest'
import { catalogue } from '../../src/core/kernel/catalogue.ts'
import { isTest, sourceFiles } from './sourceFiles.ts'

test('every problem of the catalogue is given somewhere', () => {
  const text = sourceFiles('src')
    .filter((file) => !isTest(file) && !file.path.endsWith('catalogue.ts'))
    .map((file) => file.text)
    .join('\n')
  expect(Object.keys(catalogue).filter((code) => !text.includes(`'${code}'`))).toEqual([])
})

test('every sentence of the catalogue is whole', () => {
  const partial = Object.entries(catalogue).filter(
    ([, entry]) => !/^[A-Z{‘“].*[.?]$/.test(entry.sentence) || !/^[A-Z{].*[.?]$/.test(entry.action),
  )
  expect(partial.map(([code]) => code)).toEqual([])
})
