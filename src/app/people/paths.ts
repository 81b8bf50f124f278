/** The addresses of people: their accounts, roles, saved forms and history. */
import { inspectionPath } from '../layout/inspectionPath.ts'

export const accountPath = '/account'
export const authenticatorPath = '/account/authenticator'
export const passwordPath = '/account/password'
export const tokensPath = '/account/tokens'
export const savedFormsPath = '/saved-forms'
export const peoplePath = '/people'
export const signInPath = '/sign-in'
export const signInByProviderPath = '/sign-in/provider'

/** Returns the address of the page of one person’s account. */
export function personPath(personId: string): string {
  return `${peoplePath}/${encodeURIComponent(personId)}`
}

/** Returns the address of what a person did, and of what was done to their account. */
export function personHistoryPath(personId: string): string {
  return `${personPath(personId)}/history`
}

/** Returns the address of the roles in an inspection. */
export function inspectionPeoplePath(inspectionId: string): string {
  return `${inspectionPath(inspectionId)}/people`
}

/** Returns the address to which a form sends that a role in an inspection is removed. */
export function removeRolePath(inspectionId: string): string {
  return `${inspectionPeoplePath(inspectionId)}/remove`
}

/** Returns the address to which a form sends that a person gets a link to set a new password. */
export function resetPasswordPath(personId: string): string {
  return `${personPath(personId)}/reset`
}

/** Returns the address to which a form sends that an account is closed or opened again. */
export function closeAccountPath(personId: string): string {
  return `${personPath(personId)}/close`
}

/** Returns the address of the page that signs in, and afterwards sends the browser to `to`, an address of ours. */
export function signInPathTo(to: string): string {
  return `${signInPath}?to=${encodeURIComponent(to)}`
}

/** Returns the address at which a token is revoked. */
export function revokeTokenPath(tokenId: string): string {
  return `${tokensPath}/${encodeURIComponent(tokenId)}/revoke`
}

/** Returns the address at which a saved form is deleted. */
export function deleteSavedFormPath(savedFormId: string): string {
  return `${savedFormsPath}/${encodeURIComponent(savedFormId)}/delete`
}

/** Returns the address at which the person of the secret `link` sets a password. */
export function setPasswordPath(link: string): string {
  return `/set-password/${encodeURIComponent(link)}`
}

/**
 * Returns the address that sends a browser to the provider, and afterwards to `to`, an address of ours. `isProof`: the
 * person has to sign in there again, even if the provider still knows them.
 */
export function providerPath(to: string, isProof: boolean): string {
  const query = new URLSearchParams({ ...(isProof ? { again: 'yes' } : {}), to })
  return `${signInByProviderPath}?${query.toString()}`
}
