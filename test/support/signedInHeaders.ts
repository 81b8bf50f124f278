import { formTokenHeader } from '../../src/platform/http/formToken.ts'
import { cookieHeader, type OpenServer } from './testServer.ts'

/** What the browser of someone who is signed in sends with a form: their cookies, and the mark of a page of ours. */
export async function signedInHeaders(
  server: OpenServer,
  mailbox: string,
): Promise<Readonly<Record<string, string>>> {
  const cookie = cookieHeader(await server.signedInAs(mailbox))
  const page = await (await fetch(`${server.address}/inspections`, { headers: { cookie } })).text()
  const [, mark = ''] = /name="form-token" content="([^"]*)"/.exec(page) ?? []
  return { cookie, [formTokenHeader]: mark }
}
