import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'

/** Why the program cannot start with its settings. */
export const settingsProblems = {
  'settings.unknown': {
    status: 400,
    sentence: 'There is no setting {name}.',
    action: 'Remove it, or use one of {known}.',
  },
  'settings.malformed': {
    status: 400,
    sentence: 'The value of the setting {name} cannot be used.',
    action: 'Enter {expected}.',
  },
  'settings.host-not-loopback': {
    status: 400,
    sentence: 'Other computers can reach {host}, and passwords would cross the network unencrypted.',
    action:
      'Use 127.0.0.1, ::1 or localhost, or set ASSAY_ORIGIN to the https address of a proxy in front of the server.',
  },
  'settings.proxies-missing': {
    status: 400,
    sentence:
      'People reach the server at {origin}, and no proxy is set: all visitors would count as one address.',
    action: 'Set ASSAY_PROXIES to the address of the proxy, such as 127.0.0.1 if it is on this computer.',
  },
  'settings.port-in-use': {
    status: 409,
    sentence: 'Another program already listens on {host}, port {port}.',
    action: 'Stop it, or set ASSAY_PORT to a free port.',
  },
} as const satisfies ProblemTable<'settings'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly settingsProblems: typeof settingsProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(settingsProblems)
