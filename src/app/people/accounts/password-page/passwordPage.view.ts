import { formErrors } from '../../../layout/form/formErrors.ts'
import type { ProofShown } from '../../sign-in/proofAsked.ts'
import { shortestPassword } from './passwordRules.ts'

/** Returns what the page prints that sets the password of the account with this email address, by a link. */
export function linkPasswordView(email: string) {
  return { heading: 'Set a password', email, isUsed: false, isOwn: false, shortest: shortestPassword }
}

/** Returns what the page prints for a link that was used or has expired: it says so itself, without an error summary. */
export function usedLinkView() {
  return { heading: 'This link cannot be used', isUsed: true, isOwn: false, errors: formErrors([]) }
}

/** Returns what the page prints that changes the password of the acting person. */
export function ownPasswordView(email: string, proof: ProofShown) {
  return {
    heading: 'Change your password',
    email,
    isUsed: false,
    isOwn: true,
    proof,
    shortest: shortestPassword,
  }
}
