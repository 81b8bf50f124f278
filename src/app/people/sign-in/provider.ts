/** Sign-in by an OpenID Connect provider: code flow with PKCE, state and nonce, checked by openid-client. */
import * as client from 'openid-client'
import {
  type AddressClaims,
  type ProviderAddress,
  providerAddress,
} from '../../../core/access/providerAddress.ts'
import type { ProviderSettings } from '../../../platform/config/settings.ts'

/** A person as the provider knows them. */
export type ProviderPerson = {
  readonly issuer: string
  readonly subject: string
  readonly address: ProviderAddress
}

/** `isProof`: the person has to sign in there again, even if the provider still knows them. */
type Asked = { readonly isProof: boolean }

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
  readonly begin: (backTo: string, asked: Asked) => Promise<Begun>
  /** Throws if the answer is not the one that was asked for, or the provider refuses. */
  readonly finish: (
    answer: URL,
    begun: Asked & Pick<Begun, 'state' | 'nonce' | 'verifier'>,
  ) => Promise<ProviderPerson>
}

/** How long ago the person may have signed in at the provider, if they were asked to do it again. */
const freshSeconds = 15 * 60

/** Returns the provider of the settings. It is asked for its addresses when it is first needed, so that it may be away. */
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
    begin: async (backTo, asked) => begin(await configuration(), backTo, asked),
    finish: async (answer, begun) => {
      const { issuer, subject, answers } = await finish(await configuration(), answer, begun)
      return { issuer, subject, address: providerAddress(answers, settings.trustsEmails) }
    },
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

async function begin(
  configuration: client.Configuration,
  backTo: string,
  { isProof }: Asked,
): Promise<Begun> {
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
    ...(isProof ? { prompt: 'login', max_age: String(freshSeconds) } : {}),
  })
  return { state, nonce, verifier, address }
}

type Identity = Omit<ProviderPerson, 'address'> & { readonly answers: readonly AddressClaims[] }

/** The address may be only in the ID token: not every provider has, or fills, its user information. */
async function finish(
  configuration: client.Configuration,
  answer: URL,
  begun: Parameters<Provider['finish']>[1],
): Promise<Identity> {
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: begun.verifier,
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    idTokenExpected: true,
    ...(begun.isProof ? { maxAge: freshSeconds } : {}),
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('the provider sent no identity')
  const { iss: issuer, sub: subject, email, email_verified } = claims
  const inToken = { email, email_verified }
  if (configuration.serverMetadata().userinfo_endpoint === undefined) {
    return { issuer, subject, answers: [inToken] }
  }
  const userInformation = await client.fetchUserInfo(configuration, tokens.access_token, subject)
  return { issuer, subject, answers: [userInformation, inToken] }
}
