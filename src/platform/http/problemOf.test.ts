import { expect, test } from 'vitest'
import { problemOf } from './problemOf.ts'

function databaseError(code: string, severity: string): Error {
  return Object.assign(new Error('could not extend file'), { code, severity })
}

test('a full disk is reported as such: the transaction was rolled back', () => {
  expect(problemOf(databaseError('53100', 'ERROR')).code).toBe('request.storage-full')
})

test.each(['PANIC', 'FATAL'])(
  'where the server itself ends over it (%s), nobody can say what is stored',
  (severity) => {
    expect(problemOf(databaseError('53100', severity)).code).toBe('request.unavailable')
  },
)

test.each(['57P01', '57P03', '08006', '53300'])('the database is gone: %s', (code) => {
  expect(problemOf(databaseError(code, 'FATAL')).code).toBe('request.unavailable')
})

test('anything else is our fault, and says nothing of what went on inside', () => {
  expect(problemOf(databaseError('XX000', 'ERROR'))).toMatchObject({ code: 'request.failed' })
  expect(JSON.stringify(problemOf(new Error('secret')))).not.toContain('secret')
})
