/** Sign-in by an OpenID Connect provider: code flow with PKCE, state and nonce, checked by openid-client. */
import * as client from 'openid-client'
import type { ProviderSettings } from '../../platform/config/settings.ts'

/** Somebody as the provider knows them; `email` only where the provider has verified it. */
export type ProviderPerson = {
  readonly issuer: string
  readonly subject: string
  readonly email: string | undefined
}

export type Begun = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Where to send the browser. */
  readonly address: URL
}

export type Provider = {
  /** What the sign-in page calls it. */
  readonly name: string
  readonly begin: (backTo: string) => Promise<Begun>
  /** Throws where the answer is not the one that was asked for, or the provider refuses. */
  readonly finish: (
    answer: URL,
    begun: Pick<Begun, 'state' | 'nonce' | 'verifier'>,
  ) => Promise<ProviderPerson>
}

/** The provider of the settings. It is asked for its addresses when it is first needed, so that it may be away. */
export function makeProvider(settings: ProviderSettings): Provider {
  let discovered: Promise<client.Configuration> | undefined
  const configuration = async (): Promise<client.Configuration> => {
    discovered ??= discover(settings)
    try {
      return await discovered
    } catch (error) {
      discovered = undefined
      throw error
    }
  }
  return {
    name: settings.name,
    begin: async (backTo) => begin(await configuration(), backTo),
    finish: async (answer, begun) => finish(await configuration(), answer, begun),
  }
}

/** Settings let an issuer be without TLS on this computer only. */
async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<client.Configuration> {
  const server = new URL(issuer)
  const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : []
  return client.discovery(server, clientId, undefined, client.ClientSecretPost(clientSecret), {
    execute,
    timeout: 10,
  })
}

async function begin(configuration: client.Configuration, backTo: string): Promise<Begun> {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: backTo,
    scope: 'openid email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { state, nonce, verifier, address }
}

async function finish(
  configuration: client.Configuration,
  answer: URL,
  begun: Pick<Begun, 'state' | 'nonce' | 'verifier'>,
): Promise<ProviderPerson> {
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: begun.verifier,
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('the provider sent no identity')
  const told = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
  const isVerified = told.email_verified === true
  return { issuer: claims.iss, subject: claims.sub, email: isVerified ? told.email : undefined }
}
