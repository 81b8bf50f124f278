/** A real OpenID Connect provider (certified server software) on this computer, with people of the test's own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type TestProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  close(): Promise<void>
}

/** What the provider tells of a person, in its user information or in the ID token. */
export type ProviderAccount = {
  readonly email?: string
  readonly verified?: boolean | string
  readonly inToken?: boolean
}

/** Starts the provider. `accounts` are by their subject; it asks for PKCE and takes back to `redirect` only. */
export async function openTestProvider(
  redirect: string,
  accounts: Readonly<Record<string, ProviderAccount>>,
): Promise<TestProvider> {
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const client = { client_id: 'assay', client_secret: 'a secret only for the tests, long enough' }
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [redirect], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // Claims of a scope are in the ID token too, if the account has them there.
    conformIdTokenClaims: false,
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['a key only for the tests'] },
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async (use) => {
        const { email, verified, inToken = false } = accounts[sub] ?? {}
        return inToken === (use === 'id_token') ? { sub, email, email_verified: verified } : { sub }
      },
    }),
  })
  // What it says about its development pages is for those who run it for real.
  http.on('request', provider.callback())
  const close = async (): Promise<void> => {
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
  }
  return { issuer, clientId: client.client_id, clientSecret: client.client_secret, close }
}

/**
 * What a person does at the provider in a browser: signs in as `subject` and agrees. Returns the address that
 * the provider sends the browser to in the end, which is not visited.
 */
export async function signInAtProvider(start: string, subject: string, backTo: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(start)
  let body: URLSearchParams | undefined
  for (let step = 0; step < 20; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      cookies.set(name, value)
    }
    body = undefined
    const next = response.headers.get('location')
    if (next !== null) {
      url = new URL(next, url)
      if (url.href.startsWith(backTo)) return url
      continue
    }
    const page = await response.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    if (action === undefined)
      throw new Error(`the provider shows no form: ${response.status} ${page.slice(0, 300)}`)
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? ''
    url = new URL(action, url)
    body = new URLSearchParams({ prompt, login: subject, password: 'any' })
  }
  throw new Error('the provider goes round in circles')
}
