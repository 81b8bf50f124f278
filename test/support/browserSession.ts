/** What the tests of a browser file share: the worker's browser, and a server over a database of the file's own. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { closeContexts, openBrowser } from './browser.ts'
import { setStage } from './fieldwork.ts'
import { type OpenServer, startTestServer, type TestServer } from './testServer.ts'

type BrowserSession = {
  /** Like the server that `start` starts; only within tests and hooks. */
  readonly server: OpenServer
  readonly browser: Pick<Browser, 'newContext' | 'newPage'>
  /** A browser in which somebody of the demonstration is signed in, or nobody. */
  contextOf(mailbox: string | null, options?: BrowserContextOptions): Promise<BrowserContext>
}

type SessionOptions = {
  /** Other than the server with the demonstration. */
  readonly start?: () => Promise<TestServer>
  /** The inspection that is brought to its fieldwork. */
  readonly inFieldwork?: string
}

/** To be called at the top of a test file, or of a `describe` that has a server of its own. */
export function useBrowserSession({
  start = startTestServer,
  inFieldwork,
}: SessionOptions = {}): BrowserSession {
  let started: TestServer | undefined
  let opened: Browser | undefined
  beforeAll(async () => {
    started = await start()
    if (inFieldwork !== undefined) await setStage(started.shell, inFieldwork, 'fieldwork')
    opened = await openBrowser()
  })
  afterAll(async () => {
    await closeContexts()
    await started?.close()
  })
  const server = {
    get address() {
      return running(started).address
    },
    get shell() {
      return running(started).shell
    },
    get owner() {
      return running(started).owner
    },
    signedInAs: (mailbox: string) => running(started).signedInAs(mailbox),
  }
  const newContext = (options?: BrowserContextOptions): Promise<BrowserContext> =>
    running(opened).newContext(options)
  const newPage = (options?: BrowserContextOptions): Promise<Page> => running(opened).newPage(options)
  const contextOf = async (mailbox: string | null, options = {}): Promise<BrowserContext> =>
    newContext({
      ...(mailbox === null ? {} : { storageState: await server.signedInAs(mailbox) }),
      ...options,
    })
  return { server, browser: { newContext, newPage }, contextOf }
}

function running<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the browser session has not begun')
  return value
}
