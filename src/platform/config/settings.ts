/**
 * Every setting, in one table: read once when the program starts, checked, and documented from here in
 * `docs/reference/settings.md`. A setting that is unknown or malformed stops the start.
 */
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../core/kernel/result.ts'
import { problem } from './problems.ts'

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

type SettingEntry = {
  readonly name: string
  readonly meaning: string
  /** As it would be written; null if leaving it out means something of its own. */
  readonly byDefault: string | null
  /** Completes "Enter …". */
  readonly expected: string
}

export const settingsTable = {
  host: {
    name: 'ASSAY_HOST',
    meaning:
      'The address the server listens on. Any except one of this computer needs an https ASSAY_ORIGIN.',
    byDefault: '127.0.0.1',
    expected: 'an address such as 127.0.0.1',
  },
  port: {
    name: 'ASSAY_PORT',
    meaning: 'The port the server listens on; 0 means any free port.',
    byDefault: '3000',
    expected: 'a whole number from 0 to 65535',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning:
      'A PostgreSQL server to use. If left out, the program starts its own, with its data in ASSAY_DATA.',
    byDefault: null,
    expected: 'an address such as postgres://user:password@host:5432/assay',
  },
  databaseOwnerUrl: {
    name: 'ASSAY_DATABASE_OWNER_URL',
    meaning:
      'The same database as DATABASE_URL, with the role that owns the tables. It migrates them and gives the role of DATABASE_URL its rights. If left out, the role of DATABASE_URL does both if it owns them.',
    byDefault: null,
    expected: 'an address such as postgres://owner:password@host:5432/assay, together with DATABASE_URL',
  },
  dataFolder: {
    name: 'ASSAY_DATA',
    meaning: 'The folder of the embedded database and of the cache.',
    byDefault: 'var',
    expected: 'the path of a folder',
  },
  keyFile: {
    name: 'ASSAY_KEY_FILE',
    meaning:
      'The file of the keys that seal the keys of authenticator apps, made at the first start. If left out, it is `keys` in ASSAY_DATA.',
    byDefault: null,
    expected: 'the path of a file',
  },
  logLevel: {
    name: 'ASSAY_LOG_LEVEL',
    meaning: `How much the server logs: ${logLevels.join(', ')}.`,
    byDefault: 'info',
    expected: `one of ${logLevels.join(', ')}`,
  },
  origin: {
    name: 'ASSAY_ORIGIN',
    meaning:
      'The address at which people reach the server, if a proxy with TLS is in front of it. With https it needs ASSAY_PROXIES.',
    byDefault: null,
    expected: 'a scheme and a host such as https://assay.example.org',
  },
  proxies: {
    name: 'ASSAY_PROXIES',
    meaning:
      'The addresses from which proxies in front of the server reach it. The address of a visitor is read from what they send, and guesses are counted by it.',
    byDefault: '',
    expected:
      'addresses separated with commas, such as 10.0.0.2,10.0.0.3, or 127.0.0.1 for a proxy on this computer',
  },
  sessionIdleMinutes: {
    name: 'ASSAY_SESSION_IDLE_MINUTES',
    meaning: 'After how many minutes without use a session expires.',
    byDefault: '60',
    expected: 'a whole number from 5 to 1440',
  },
  sessionHours: {
    name: 'ASSAY_SESSION_HOURS',
    meaning: 'After how many hours a session always expires.',
    byDefault: '12',
    expected: 'a whole number from 1 to 168',
  },
  oidcIssuer: {
    name: 'ASSAY_OIDC_ISSUER',
    meaning: 'The issuer of an OpenID Connect provider to sign in with. Also needs the client id and secret.',
    byDefault: null,
    expected: 'an address such as https://login.example.org, without https only for this computer',
  },
  oidcClientId: {
    name: 'ASSAY_OIDC_CLIENT_ID',
    meaning: 'The name by which the provider knows this server.',
    byDefault: null,
    expected: 'the value from the provider, together with ASSAY_OIDC_ISSUER and ASSAY_OIDC_CLIENT_SECRET',
  },
  oidcClientSecret: {
    name: 'ASSAY_OIDC_CLIENT_SECRET',
    meaning: 'The secret from the provider for this server.',
    byDefault: null,
    expected: 'the value from the provider, together with ASSAY_OIDC_ISSUER and ASSAY_OIDC_CLIENT_ID',
  },
  oidcName: {
    name: 'ASSAY_OIDC_NAME',
    meaning: 'What the sign-in page calls the provider.',
    byDefault: 'your organisation’s account',
    expected: 'a few words',
  },
  oidcEmail: {
    name: 'ASSAY_OIDC_EMAIL',
    meaning:
      'Which email addresses of the provider are accepted: `verified`, those that it says are verified, or `trusted`, also those about which it says nothing. Use `trusted` only if people cannot choose their own address at the provider.',
    byDefault: 'verified',
    expected: 'one of verified, trusted',
  },
} as const satisfies Record<string, SettingEntry>

export type Settings = {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  /** Absolute. */
  readonly dataFolder: string
  /** Absolute. */
  readonly keyFile: string
  readonly logLevel: (typeof logLevels)[number]
  /** Such as `https://assay.example.org`; undefined if people reach the server by its own address. */
  readonly origin: string | undefined
  readonly proxies: readonly string[]
  readonly session: { readonly idleMinutes: number; readonly absoluteHours: number }
  readonly provider: ProviderSettings | undefined
}

export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  /** Whether an address counts of which the provider does not say that it is verified. */
  readonly trustsEmails: boolean
}

const loopback = ['localhost', '::1']

const schema = z.object({
  host: z.string().min(1).default(settingsTable.host.byDefault),
  port: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(Number(settingsTable.port.byDefault)),
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  databaseOwnerUrl: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  dataFolder: z.string().min(1).default(settingsTable.dataFolder.byDefault),
  keyFile: z.string().min(1).optional(),
  logLevel: z.enum(logLevels).default(settingsTable.logLevel.byDefault),
  origin: z
    .url({ protocol: /^https?$/, abort: true })
    .refine((address) => new URL(address).origin === address)
    .optional(),
  proxies: z
    .string()
    .regex(/^$|^[\da-fA-F.:/]+(,[\da-fA-F.:/]+)*$/)
    .transform((text) => text.split(',').filter((address) => address !== ''))
    .default([]),
  sessionIdleMinutes: wholeNumber(5, 1440).default(Number(settingsTable.sessionIdleMinutes.byDefault)),
  sessionHours: wholeNumber(1, 168).default(Number(settingsTable.sessionHours.byDefault)),
  oidcIssuer: z
    .url({ protocol: /^https?$/, abort: true })
    .refine(isSafeAddress)
    .optional(),
  oidcClientId: z.string().min(1).optional(),
  oidcClientSecret: z.string().min(1).optional(),
  oidcName: z.string().min(1).default(settingsTable.oidcName.byDefault),
  oidcEmail: z.enum(['verified', 'trusted']).default(settingsTable.oidcEmail.byDefault),
})

type Written = z.infer<typeof schema>

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
}

type Environment = Readonly<Record<string, string | undefined>>

/** The settings in `environment`, or every problem with them. A relative data folder starts from `projectFolder`. */
export function readSettings(environment: Environment, projectFolder: string): Result<Settings> {
  const named = Object.entries(settingsTable).map(([key, { name }]) => [key, environment[name]])
  const parsed = schema.safeParse(Object.fromEntries(named))
  const problems = [
    ...unknownSettings(environment),
    ...(parsed.error?.issues ?? []).map((issue) => malformed(String(issue.path[0]))),
    ...(parsed.data === undefined
      ? []
      : [...hostProblems(parsed.data), ...ownerProblems(parsed.data), ...providerProblems(parsed.data)]),
  ]
  return unlessProblems(problems, () => settingsOf(schema.parse(Object.fromEntries(named)), projectFolder))
}

function settingsOf(written: Written, projectFolder: string): Settings {
  const { host, port, databaseUrl, databaseOwnerUrl, logLevel, origin, proxies } = written
  return {
    host,
    port,
    databaseUrl,
    databaseOwnerUrl,
    dataFolder: resolve(projectFolder, written.dataFolder),
    keyFile: resolve(projectFolder, written.keyFile ?? join(written.dataFolder, 'keys')),
    logLevel,
    origin,
    proxies,
    session: { idleMinutes: written.sessionIdleMinutes, absoluteHours: written.sessionHours },
    provider: providerOf(written),
  }
}

function providerOf(written: Written): ProviderSettings | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = written
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  const trustsEmails = written.oidcEmail === 'trusted'
  return { issuer, clientId, clientSecret, name: written.oidcName, trustsEmails }
}

function unknownSettings(environment: Environment): Problem[] {
  const known: string[] = Object.values(settingsTable).map(({ name }) => name)
  return Object.keys(environment)
    .filter((name) => name.startsWith('ASSAY_') && !known.includes(name))
    .map((name) => problem('settings.unknown', { name, known: known.join(', ') }, { field: name }))
}

/** Never says the value: a database's address may hold its password. */
function malformed(key: string): Problem {
  const entry = Object.entries(settingsTable).find(([settingKey]) => settingKey === key)?.[1]
  if (entry === undefined) throw new Error(`no setting ${key}`)
  return problem('settings.malformed', { name: entry.name, expected: entry.expected }, { field: entry.name })
}

/** Whether only this computer can reach `host`. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host) || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Passwords never cross a network in the clear: without TLS an address has to be this computer's. */
function isSafeAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
}

function hostProblems({ host, origin, proxies }: Written): Problem[] {
  const unsafe = origin === undefined ? !isLoopback(host) : !isSafeAddress(origin)
  const named = origin === undefined ? settingsTable.host : settingsTable.origin
  if (unsafe) return [problem('settings.host-not-loopback', { host: origin ?? host }, { field: named.name })]
  // The server speaks no TLS: behind an https address is a proxy, which says who visits.
  const isBehindProxy = origin !== undefined && new URL(origin).protocol === 'https:'
  if (!isBehindProxy || proxies.length > 0) return []
  return [problem('settings.proxies-missing', { origin }, { field: settingsTable.proxies.name })]
}

/** Only with the owner's address the program would have no database to work in. */
function ownerProblems({ databaseUrl, databaseOwnerUrl }: Written): Problem[] {
  return databaseOwnerUrl !== undefined && databaseUrl === undefined ? [malformed('databaseOwnerUrl')] : []
}

/** A provider is set up whole or not at all. */
function providerProblems(written: Written): Problem[] {
  const parts = ['oidcIssuer', 'oidcClientId', 'oidcClientSecret'] as const
  const missing = parts.filter((part) => written[part] === undefined)
  return missing.length === parts.length ? [] : missing.map(malformed)
}
