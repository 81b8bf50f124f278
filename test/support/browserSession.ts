/** What the tests of a browser file share: the worker's browser, and a server over a database of the file's own. */
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type SharedBrowser, useBrowser } from './browser.ts'
import { setStage } from './fieldwork.ts'
import { type OpenServer, startTestServer, type TestServer } from './testServer.ts'

type BrowserSession = {
  /** Works in tests and hooks. */
  readonly server: OpenServer
  readonly browser: SharedBrowser
  /** A browser window in which someone of the demonstration is signed in: `lead` is lead@northmoor.example. */
  contextOf(mailbox: string, options?: BrowserContextOptions): Promise<BrowserContext>
}

type SessionOptions = {
  /** Starts another server than the one with the demonstration. */
  readonly start?: () => Promise<TestServer>
  /** The inspection that is at its fieldwork. */
  readonly inFieldwork?: string
}

/** To be called at the top of a test file, or of a `describe` that has a server of its own. */
export function useBrowserSession({
  start = startTestServer,
  inFieldwork,
}: SessionOptions = {}): BrowserSession {
  let started: TestServer | undefined
  beforeAll(async () => {
    started = await start()
    if (inFieldwork !== undefined) await setStage(started.shell, inFieldwork, 'fieldwork')
  })
  afterAll(() => started?.close())
  // What is set up last is closed first: a server waits for the pages that still ask it something.
  const browser = useBrowser()
  const running = (): TestServer => started ?? expect.fail('the server is not running yet')
  const server: OpenServer = {
    get address() {
      return running().address
    },
    get shell() {
      return running().shell
    },
    get owner() {
      return running().owner
    },
    signedInAs: (mailbox) => running().signedInAs(mailbox),
  }
  const contextOf = async (mailbox: string, options = {}): Promise<BrowserContext> =>
    browser.newContext({ storageState: await server.signedInAs(mailbox), ...options })
  return { server, browser, contextOf }
}
