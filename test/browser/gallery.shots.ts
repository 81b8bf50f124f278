/** Not a test of the run: `npm run gallery` writes a picture of every page, narrow and wide, to var/gallery. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/testServer.ts'
import { addressOf, gallery, shownTo } from './gallery.ts'

const folder = join(import.meta.dirname, '../../var/gallery')
const browser = useBrowser()

test('a picture of every page', async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const server = await startTestServer()
  for (const width of [320, 1280]) {
    for (const shown of gallery) {
      const viewport = { width, height: 900 }
      const page = await browser.newPage({ viewport, ...(await shownTo(server, shown)) })
      await page.goto(await addressOf(server, shown))
      await page.screenshot({ path: join(folder, `${shown.name}-${width}.png`), fullPage: true })
      await page.close()
    }
  }
  await server.close()
})
