import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { describeSchema, foreignKeysWithoutIndex } from '../../src/platform/database/describeSchema.ts'
import { useDatabase } from '../support/database.ts'
import { databaseTypes } from '../support/databaseTypes.ts'

const shell = useDatabase('owner')

test('migrations/schema.sql is what the migrations make; `script/schema` writes it again', async () => {
  expect(readFileSync('migrations/schema.sql', 'utf8')).toBe(await describeSchema(shell().database))
})

test('databaseTypes.ts is what the migrations make; `script/schema` writes it again', () => {
  expect(readFileSync('src/platform/database/databaseTypes.ts', 'utf8')).toBe(
    databaseTypes(inject('template')),
  )
})

test('each foreign key has an index', async () => {
  expect(await foreignKeysWithoutIndex(shell().database)).toEqual([])
})

test('a foreign key without one would be found', async () => {
  const { database } = shell()
  await sql`create table one (id int primary key)`.execute(database)
  await sql`create table two (id int primary key, one_id int references one)`.execute(database)
  expect(await foreignKeysWithoutIndex(database)).toEqual(['two FOREIGN KEY (one_id) REFERENCES one(id)'])
})
