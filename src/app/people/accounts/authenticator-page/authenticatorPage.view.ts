import type { SentForm } from '../../../layout/form/formPage.ts'
import type { ProofShown } from '../../sign-in/proofAsked.ts'
import { authenticatorAddress, isAuthenticatorKey, newAuthenticatorKey } from '../../sign-in/totp.ts'
import { qrCode } from './qrCode.ts'

type Asked = {
  readonly email: string
  readonly hasAuthenticator: boolean
  readonly proof: ProofShown
  readonly sent: SentForm | null
}

/**
 * Returns what the page prints. The key of a form that was refused is shown again, because the app may have it already;
 * otherwise each page has a new key.
 */
export function authenticatorView({ email, hasAuthenticator, proof, sent }: Asked) {
  const sentKey = sent?.values['authenticatorKey'] ?? ''
  const key = isAuthenticatorKey(sentKey) ? sentKey : newAuthenticatorKey()
  const address = authenticatorAddress(key, email)
  return {
    hasAuthenticator,
    key,
    groupedKey: key.match(/.{1,4}/g)?.join(' '),
    address,
    qrCode: qrCode(address),
    proof,
  }
}
