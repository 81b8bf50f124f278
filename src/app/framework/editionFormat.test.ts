/** The reference page of the format is compared with the schema, so that neither is forgotten. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ruleNames } from '../../core/framework/rules/rules.ts'
import { editionSchema } from './editionSchema.ts'

const page = readFileSync('docs/reference/edition-format.md', 'utf8')
const named = new Set([...page.matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word))

/** Every key and every fixed value of a JSON schema. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties') return [...Object.keys(value), ...Object.values(value).flatMap(wordsOf)]
    if (key === 'enum' && Array.isArray(value)) return value.map(String)
    return wordsOf(value)
  })
}

test('the reference page names every key and every fixed value of an edition file', () => {
  const words = new Set([...wordsOf(z.toJSONSchema(editionSchema, { io: 'input' })), ...ruleNames])
  expect(words.size).toBeGreaterThan(60)
  expect([...words].filter((word) => !named.has(word))).toEqual([])
})
