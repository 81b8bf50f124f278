/** No page offers its reader what then refuses them or is not there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, gallery } from '../browser/gallery.ts'
import { cookieHeader, startTestServer, type TestServer } from '../support/testServer.ts'

let server: TestServer
const answers = new Map<string, number>()

beforeAll(async () => {
  server = await startTestServer()
}, 120_000)

afterAll(() => server?.close())

/** The pages and files of this server that `html` leads to. */
function linksIn(html: string, page: string): readonly string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  const addresses = hrefs.filter((href) => !href.startsWith('#')).map((href) => new URL(href, page))
  return [...new Set(addresses.filter(({ origin }) => origin === server.address).map(({ href }) => href))]
}

async function statusOf(address: string, who: string, cookie: string): Promise<number> {
  const [place = ''] = address.split('#')
  const known = answers.get(`${who} ${place}`)
  if (known !== undefined) return known
  const { status } = await fetch(place, { headers: { cookie } })
  answers.set(`${who} ${place}`, status)
  return status
}

test.each(gallery)(
  '$name leads only where its reader may go',
  async ({ as = 'head-of-programme', ...shown }) => {
    const cookie = as === null ? '' : cookieHeader(await server.signedInAs(as))
    const page = await addressOf(server, shown)
    const html = await (await fetch(page, { headers: { cookie } })).text()
    const refused = []
    for (const link of linksIn(html, page)) {
      const status = await statusOf(link, as ?? 'nobody', cookie)
      if (status >= 400) refused.push(`${status} ${link.replace(server.address, '')}`)
    }
    expect(refused).toEqual([])
  },
)
