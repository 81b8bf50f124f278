/** A browser without a screen: keeps cookies, and sends forms with the token of the page they are on. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

type Fields = Readonly<Record<string, string>>

export type TestBrowser = {
  readonly get: (url: string, headers?: Fields) => Promise<LightMyRequestResponse>
  /** Sends a form as if it were on the page that was shown last. */
  readonly post: (url: string, fields?: Fields, headers?: Fields) => Promise<LightMyRequestResponse>
  readonly cookie: (name: string) => string | undefined
  readonly forget: (name: string) => void
}

export function testBrowser(server: FastifyInstance, address = '192.0.2.1'): TestBrowser {
  const cookies = new Map<string, string>()
  let mark = ''
  const keep = (response: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    mark = /name="form-token" content="([^"]*)"/.exec(response.body)?.[1] ?? mark
    return response
  }
  const own = (): Fields => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const remoteAddress = address
  return {
    get: async (url, headers = {}) =>
      keep(await server.inject({ url, remoteAddress, headers: { ...own(), ...headers } })),
    post: async (url, fields = {}, headers = {}) => {
      const isJson = headers['content-type'] === 'application/json'
      const payload = isJson
        ? JSON.stringify(fields)
        : new URLSearchParams({ _form: mark, ...fields }).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
      return keep(
        await server.inject({
          method: 'POST',
          url,
          remoteAddress,
          payload,
          headers: { ...own(), ...type, ...headers },
        }),
      )
    },
    cookie: (name) => cookies.get(name),
    forget: (name) => void cookies.delete(name),
  }
}
