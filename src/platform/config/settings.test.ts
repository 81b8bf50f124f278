import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

function problemsWith(environment: Record<string, string>): string[] {
  const settings = readSettings(environment, '/project')
  return settings.ok ? [] : settings.problems.map(({ code, place }) => `${place.field}: ${code}`)
}

describe('settings', () => {
  test('without any, the server listens on this computer and the data stand in the project', () => {
    expect(readSettings({ PATH: '/bin' }, '/project')).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 3000,
        databaseUrl: undefined,
        dataFolder: '/project/var',
        logLevel: 'info',
      },
    })
  })

  test('each is read', () => {
    const environment = {
      ASSAY_HOST: '::1',
      ASSAY_PORT: '0',
      ASSAY_DATA: '/srv/assay',
      ASSAY_LOG_LEVEL: 'warn',
      DATABASE_URL: 'postgres://assay@db/assay',
    }
    expect(readSettings(environment, '/project')).toEqual({
      ok: true,
      value: {
        host: '::1',
        port: 0,
        databaseUrl: 'postgres://assay@db/assay',
        dataFolder: '/srv/assay',
        logLevel: 'warn',
      },
    })
  })

  test('an unknown one stops the start and is named, and so is every malformed one', () => {
    expect(
      problemsWith({
        ASSAY_PROT: '80',
        ASSAY_PORT: '99999',
        ASSAY_LOG_LEVEL: 'loud',
        DATABASE_URL: 'mysql://x',
      }),
    ).toEqual([
      'ASSAY_PROT: settings.unknown',
      'ASSAY_PORT: settings.malformed',
      'DATABASE_URL: settings.malformed',
      'ASSAY_LOG_LEVEL: settings.malformed',
    ])
  })

  test('a message never tells the value, which may hold a password', () => {
    const settings = readSettings({ DATABASE_URL: 'mysql://user:secret@x' }, '/project')
    expect(JSON.stringify(settings)).not.toContain('secret')
  })

  test.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.0.0.1.example.org'])(
    'there is no sign-in yet, so %s is refused',
    (host) => expect(problemsWith({ ASSAY_HOST: host })).toEqual(['ASSAY_HOST: settings.host-not-loopback']),
  )
})
