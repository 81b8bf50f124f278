/** The product's server as a process of its own over a database of the test, to be killed and started again. */
import type { ServerAddress } from '../../src/platform/database/embedded/supervisor.ts'
import { kyselyOn } from '../../src/platform/database/kyselyOn.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { freePort, type Log, startWeb } from '../faults/webProcess.ts'
import { cloneDatabase } from './database.ts'
import { type Cookies, cookiesOf } from './testServer.ts'

export type KillableServer = {
  /** The same after every start. */
  readonly address: string
  readonly shell: Shell
  /** With the rights of the owner of the tables, which the server itself does not have. */
  readonly owner: ServerAddress
  signedInAs(mailbox: string): Promise<Cookies>
  /** Ends the process at once, with whatever it was doing. */
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** Starts it with the demonstration loaded. `folder` is for its data. Close it in `afterAll`. */
export async function startKillableServer(folder: string, log?: Log): Promise<KillableServer> {
  const clone = await cloneDatabase('demonstration')
  const database = kyselyOn(clone.connection)
  const shell = makeShell(database, { name: 'test' }, () => new Date())
  const port = await freePort()
  const { user, host, database: name } = clone.connection
  // The test run's PostgreSQL listens in a folder, not on a port.
  const url = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`
  const start = () => startWeb(folder, port, url, log === undefined ? {} : { log })
  let web = await start()
  return {
    address: web.address,
    shell,
    owner: clone.owner,
    signedInAs: (mailbox) => cookiesOf(shell, `${mailbox}@northmoor.example`),
    kill: () => web.kill(),
    start: async () => {
      web = await start()
    },
    close: async () => {
      await web.kill()
      await database.destroy()
      await clone.remove()
    },
  }
}
