/** The server as a program: settings, database, pages; and an orderly end when it is stopped. */
import { join } from 'node:path'
import { demonstrationSignIns } from '../app/people/accounts/demonstration.ts'
import { done, type Result } from '../core/kernel/result.ts'
import { readSettings } from '../platform/config/settings.ts'
import { openDatabase } from '../platform/database/openDatabase.ts'
import { printProblems } from '../platform/printProblems.ts'
import { processTerminal } from '../platform/processTerminal.ts'
import { startServer } from './startServer.ts'

type Running = { readonly address: string; readonly signIns: readonly string[]; stop(): Promise<void> }

async function start(): Promise<Result<Running>> {
  const settings = readSettings(process.env, join(import.meta.dirname, '../..'))
  if (!settings.ok) return settings
  const opened = await openDatabase(settings.value, { progress: console.log, whenOwned: 'refuse' })
  if (!opened.ok) return opened
  const server = await startServer(settings.value, opened.value)
  if (!server.ok) {
    await opened.value.close()
    return server
  }
  const stop = async (): Promise<void> => {
    await server.value.close()
    await opened.value.close()
  }
  // A server that others can reach lets no made-up person in.
  const reachable = settings.value.origin !== undefined
  const signIns = reachable ? [] : await demonstrationSignIns(opened.value.database)
  return done({ address: server.value.address, signIns, stop })
}

/** Stops once, in order; a second signal while it stops changes nothing. */
function stopWhenTold(running: Running): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await running.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

const started = await start()
if (started.ok) {
  stopWhenTold(started.value)
  for (const line of started.value.signIns) console.log(line)
  console.log(`Assay is at ${started.value.address} (Ctrl+C stops it)`)
} else {
  printProblems(processTerminal, started.problems)
  process.exitCode = 1
}
