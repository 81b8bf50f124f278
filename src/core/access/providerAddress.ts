/** Which email address a provider has verified: it may say so in its user information, in the ID token, or in neither. */

/** What one answer of the provider says; values are of any kind, because they come from outside. */
export type AddressClaims = { readonly email?: unknown; readonly email_verified?: unknown }

/** `unknown`: there is an address, but the provider does not say whether it is verified. */
export type ProviderAddress =
  | { readonly kind: 'verified'; readonly email: string }
  | { readonly kind: 'none' | 'unknown' | 'unverified' }

/**
 * Returns the first address of `answers` that is verified, otherwise why there is none. Some providers say `"true"` as
 * text. If `isTrusted`, an address of which the provider says nothing is verified too; one that it calls unverified
 * never is.
 */
export function providerAddress(answers: readonly AddressClaims[], isTrusted: boolean): ProviderAddress {
  const addresses = answers.map((answer) => addressIn(answer, isTrusted))
  const bestFirst = ['verified', 'unverified', 'unknown'] as const
  const best = bestFirst.map((kind) => addresses.find((address) => address.kind === kind))
  return best.find((address) => address !== undefined) ?? { kind: 'none' }
}

function addressIn({ email, email_verified }: AddressClaims, isTrusted: boolean): ProviderAddress {
  if (typeof email !== 'string' || email.trim() === '') return { kind: 'none' }
  if (email_verified === true || email_verified === 'true') return { kind: 'verified', email }
  if (email_verified !== undefined && email_verified !== null) return { kind: 'unverified' }
  return isTrusted ? { kind: 'verified', email } : { kind: 'unknown' }
}
