import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

function problemsWith(environment: Record<string, string>): string[] {
  const settings = readSettings(environment, '/project')
  return settings.ok ? [] : settings.problems.map(({ code, place }) => `${place.field}: ${code}`)
}

describe('settings', () => {
  test('without any, the server listens on this computer and the data are in the project', () => {
    expect(readSettings({ PATH: '/bin' }, '/project')).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 3000,
        databaseUrl: undefined,
        dataFolder: '/project/var',
        keyFile: '/project/var/keys',
        logLevel: 'info',
        origin: undefined,
        proxies: [],
        session: { idleMinutes: 60, absoluteHours: 12 },
        provider: undefined,
      },
    })
  })

  test('each is read', () => {
    const environment = {
      ASSAY_HOST: '::1',
      ASSAY_PORT: '0',
      ASSAY_DATA: '/srv/assay',
      ASSAY_KEY_FILE: '/etc/assay/keys',
      ASSAY_LOG_LEVEL: 'warn',
      DATABASE_URL: 'postgres://assay@db/assay',
      ASSAY_ORIGIN: 'https://assay.example.org',
      ASSAY_PROXIES: '10.0.0.2,fd00::2',
      ASSAY_SESSION_IDLE_MINUTES: '30',
      ASSAY_SESSION_HOURS: '8',
      ASSAY_OIDC_ISSUER: 'https://login.example.org',
      ASSAY_OIDC_CLIENT_ID: 'assay',
      ASSAY_OIDC_CLIENT_SECRET: 'secret',
      ASSAY_OIDC_NAME: 'Example account',
      ASSAY_OIDC_EMAIL: 'trusted',
    }
    expect(readSettings(environment, '/project')).toEqual({
      ok: true,
      value: {
        host: '::1',
        port: 0,
        databaseUrl: 'postgres://assay@db/assay',
        dataFolder: '/srv/assay',
        keyFile: '/etc/assay/keys',
        logLevel: 'warn',
        origin: 'https://assay.example.org',
        proxies: ['10.0.0.2', 'fd00::2'],
        session: { idleMinutes: 30, absoluteHours: 8 },
        provider: {
          issuer: 'https://login.example.org',
          clientId: 'assay',
          clientSecret: 'secret',
          name: 'Example account',
          trustsEmails: true,
        },
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
    'passwords would cross the network in the clear: %s without an address over TLS is refused',
    (host) => {
      expect(problemsWith({ ASSAY_HOST: host })).toEqual(['ASSAY_HOST: settings.host-not-loopback'])
      expect(problemsWith({ ASSAY_HOST: host, ASSAY_ORIGIN: 'http://assay.example.org' })).toEqual([
        'ASSAY_ORIGIN: settings.host-not-loopback',
      ])
      const behindProxy = { ASSAY_ORIGIN: 'https://assay.example.org', ASSAY_PROXIES: '10.0.0.2' }
      expect(problemsWith({ ASSAY_HOST: host, ...behindProxy })).toEqual([])
    },
  )

  test('behind a proxy that is not named all visitors would be one address: refused, and says what to set', () => {
    for (const ASSAY_PROXIES of [undefined, '']) {
      const settings = readSettings({ ASSAY_ORIGIN: 'https://assay.example.org', ASSAY_PROXIES }, '/project')
      expect(settings).toMatchObject({ ok: false, problems: [{ code: 'settings.proxies-missing' }] })
      expect(JSON.stringify(settings)).toContain('Set ASSAY_PROXIES to the address of the proxy')
    }
    expect(problemsWith({ ASSAY_ORIGIN: 'https://assay.example.org', ASSAY_PROXIES: '127.0.0.1' })).toEqual(
      [],
    )
  })

  test('an address of this computer without TLS needs no proxy', () => {
    expect(problemsWith({ ASSAY_ORIGIN: 'http://127.0.0.1:3000' })).toEqual([])
  })

  test.each(['https://assay.example.org/', 'https://assay.example.org/assay', 'assay.example.org'])(
    '%s is more or less than a scheme and a host',
    (origin) => expect(problemsWith({ ASSAY_ORIGIN: origin })).toEqual(['ASSAY_ORIGIN: settings.malformed']),
  )

  test('a provider is set up whole or not at all, and over TLS', () => {
    expect(problemsWith({ ASSAY_OIDC_ISSUER: 'https://login.example.org' })).toEqual([
      'ASSAY_OIDC_CLIENT_ID: settings.malformed',
      'ASSAY_OIDC_CLIENT_SECRET: settings.malformed',
    ])
    expect(problemsWith({ ASSAY_OIDC_ISSUER: 'http://login.example.org' })).toEqual([
      'ASSAY_OIDC_ISSUER: settings.malformed',
    ])
  })
})
