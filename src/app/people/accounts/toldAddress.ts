/** Which email address a provider vouches for: it may say so in its user information, in the ID token, or in neither. */

/** What one answer of the provider says; values are of any kind, for they come from outside. */
export type AddressClaims = { readonly email?: unknown; readonly email_verified?: unknown }

/** `unsaid`: there is an address, but not a word on whether it is verified. */
export type ToldAddress =
  | { readonly kind: 'vouched'; readonly email: string }
  | { readonly kind: 'none' | 'unsaid' | 'unverified' }

/**
 * The address that the first of `answers` vouches for. Some providers say `"true"` as text. Where `isTrusted`, an address
 * without a word on it counts as vouched for; one that is said not to be verified never does.
 */
export function toldAddress(answers: readonly AddressClaims[], isTrusted: boolean): ToldAddress {
  const told = answers.map((answer) => addressIn(answer, isTrusted))
  const byWorth = ['vouched', 'unverified', 'unsaid'] as const
  const best = byWorth.map((kind) => told.find((address) => address.kind === kind))
  return best.find((address) => address !== undefined) ?? { kind: 'none' }
}

function addressIn({ email, email_verified }: AddressClaims, isTrusted: boolean): ToldAddress {
  if (typeof email !== 'string' || email.trim() === '') return { kind: 'none' }
  if (email_verified === true || email_verified === 'true') return { kind: 'vouched', email }
  if (email_verified !== undefined && email_verified !== null) return { kind: 'unverified' }
  return isTrusted ? { kind: 'vouched', email } : { kind: 'unsaid' }
}
