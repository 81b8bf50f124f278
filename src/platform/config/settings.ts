/**
 * Every setting, in one table: read once when the program starts, checked, and documented from here in
 * `docs/reference/settings.md`. A setting that is unknown or malformed stops the start.
 */
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Problem, problem } from '../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../core/kernel/result.ts'

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

type SettingEntry = {
  readonly name: string
  readonly meaning: string
  /** As it would be written; null where leaving it out means something of its own. */
  readonly byDefault: string | null
  /** Completes "Give …". */
  readonly expected: string
}

export const settingsTable = {
  host: {
    name: 'ASSAY_HOST',
    meaning: 'The address the server listens on. Until there is sign-in, an address of this computer only.',
    byDefault: '127.0.0.1',
    expected: 'an address such as 127.0.0.1',
  },
  port: {
    name: 'ASSAY_PORT',
    meaning: 'The port the server listens on; 0 takes any that is free.',
    byDefault: '3000',
    expected: 'a whole number from 0 to 65535',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning: 'A PostgreSQL server to use. Left out, the program starts its own, with its data in ASSAY_DATA.',
    byDefault: null,
    expected: 'an address such as postgres://user:password@host:5432/assay',
  },
  dataFolder: {
    name: 'ASSAY_DATA',
    meaning: 'The folder of the embedded database and of the cache.',
    byDefault: 'var',
    expected: 'the path of a folder',
  },
  logLevel: {
    name: 'ASSAY_LOG_LEVEL',
    meaning: `How much the server tells: ${logLevels.join(', ')}.`,
    byDefault: 'info',
    expected: `one of ${logLevels.join(', ')}`,
  },
} as const satisfies Record<string, SettingEntry>

export type Settings = {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | undefined
  /** Absolute. */
  readonly dataFolder: string
  readonly logLevel: (typeof logLevels)[number]
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
  dataFolder: z.string().min(1).default(settingsTable.dataFolder.byDefault),
  logLevel: z.enum(logLevels).default(settingsTable.logLevel.byDefault),
})

type Environment = Readonly<Record<string, string | undefined>>

/** The settings in `environment`, or every problem with them. A relative data folder is taken from `projectFolder`. */
export function readSettings(environment: Environment, projectFolder: string): Result<Settings> {
  const named = Object.entries(settingsTable).map(([key, { name }]) => [key, environment[name]])
  const parsed = schema.safeParse(Object.fromEntries(named))
  const problems = [
    ...unknownSettings(environment),
    ...(parsed.error?.issues ?? []).map((issue) => malformed(String(issue.path[0]))),
    ...(parsed.data === undefined || isLoopback(parsed.data.host) ? [] : [hostProblem(parsed.data.host)]),
  ]
  return unlessProblems(problems, () => {
    const { databaseUrl, dataFolder, ...others } = schema.parse(Object.fromEntries(named))
    return { ...others, databaseUrl, dataFolder: resolve(projectFolder, dataFolder) }
  })
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

function isLoopback(host: string): boolean {
  return loopback.includes(host) || /^127(\.\d{1,3}){3}$/.test(host)
}

function hostProblem(host: string): Problem {
  return problem('settings.host-not-loopback', { host }, { field: settingsTable.host.name })
}
