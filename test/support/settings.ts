import { join } from 'node:path'
import type { Settings } from '../../src/platform/config/settings.ts'

/** The settings of a server that listens on any free port of this computer. */
export function testSettings(dataFolder: string): Settings {
  return {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    dataFolder,
    keyFile: join(dataFolder, 'keys'),
    logLevel: 'silent',
    origin: undefined,
    proxies: [],
    session: { idleMinutes: 60, absoluteHours: 12 },
    provider: undefined,
  }
}
