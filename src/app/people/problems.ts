import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { kernelProblems } from '../../core/kernel/problems.ts'
import { requestProblems } from '../../platform/http/problems.ts'
import { fileProblems } from '../../platform/problems.ts'

/** People: what its pages, operations and commands refuse. */
export const peopleProblems = {
  'people.sign-in-wrong': {
    status: 422,
    sentence: 'The email address, password or code is incorrect.',
    action: 'Check them and try again, or ask an administrator for a link to set a new password.',
    recorded: 'Wrong email address or password',
  },
  'people.sign-in-wait': {
    status: 429,
    sentence: 'Too many attempts.',
    action: 'Try again in {wait}.',
    recorded: 'Too many attempts to sign in',
  },
  'people.sign-in-made-up': {
    status: 403,
    sentence: 'You cannot use a demonstration account on a server that other computers can reach.',
    action: 'Sign in with your own account.',
    recorded: 'Sign-in with a demonstration account',
  },
  'people.code-missing': {
    status: 422,
    sentence: 'This account has an authenticator app, and no code was entered.',
    action: 'Enter the 6-digit code from the app, or a recovery code.',
    recorded: 'Right password without the one-time code',
  },
  'people.password-wrong': {
    status: 422,
    sentence: 'The current password is incorrect.',
    action: 'Enter it again, or ask an administrator for a link to set a new one.',
    recorded: 'Wrong current password',
  },
  'people.code-wrong': {
    status: 422,
    sentence: 'The code is incorrect, or was used before.',
    action: 'Enter the next code that the app shows. If it is refused too, check the clock of your phone.',
    recorded: 'Wrong one-time code',
  },
  'people.password-missing': {
    status: 422,
    sentence: 'No password was entered.',
    action: 'Enter the password that you sign in with.',
  },
  'people.authenticator-not-there': {
    status: 409,
    sentence: 'You have no authenticator app to remove.',
    action: 'Go back to your account.',
  },
  'people.authenticator-there': {
    status: 409,
    sentence: 'You have already set up an authenticator app.',
    action: 'Remove it before you set up another.',
  },
  'people.authenticator-closed': {
    status: 503,
    sentence: 'The server cannot check codes of this authenticator app, because it does not have the key.',
    action: 'Enter a recovery code, or ask an administrator to remove the app.',
    recorded: 'One-time code that could not be checked',
  },
  'people.password-short': {
    status: 422,
    sentence: 'The password has fewer than {shortest} characters.',
    action: 'Enter a longer password. A few unrelated words are easy to remember.',
  },
  'people.password-long': {
    status: 422,
    sentence: 'The password has more than {longest} characters.',
    action: 'Enter a shorter password.',
  },
  'people.password-guessed': {
    status: 422,
    sentence: 'This password is common, or is made of names, dates or patterns.',
    action: 'Choose a password that is harder to guess, such as a few unrelated words.',
  },
  'people.passwords-differ': {
    status: 422,
    sentence: 'The passwords do not match.',
    action: 'Enter the same password in both fields.',
  },
  'people.link-spent': {
    status: 404,
    sentence: 'This link has been used, has expired or is incomplete.',
    action: 'Ask an administrator for a new link.',
    recorded: 'Link to set a password that is used, expired or incomplete',
  },
  'people.email-missing': {
    status: 422,
    sentence: 'No email address was entered.',
    action: 'Enter an email address, such as name@example.org.',
  },
  'people.email-malformed': {
    status: 422,
    sentence: '“{email}” is not an email address.',
    action: 'Enter an email address, such as name@example.org.',
  },
  'people.email-taken': {
    status: 409,
    sentence: 'There is already an account with the email address {email}.',
    action: 'Find the account in the list of people.',
  },
  'people.name-missing': {
    status: 422,
    sentence: 'No name was entered.',
    action: 'Enter the name that colleagues know the person by.',
  },
  'people.person-not-found': {
    status: 404,
    sentence: 'This person was not found.',
    action: 'Find the person in the list of people.',
  },
  'people.no-account': {
    status: 422,
    sentence: 'No open account has this email address.',
    action: 'Check the email address, or ask an administrator to add the person.',
  },
  'people.role-missing': {
    status: 422,
    sentence: 'No role was selected.',
    action: 'Select the role that the person has in this inspection.',
  },
  'people.role-not-found': {
    status: 422,
    sentence: 'There is no role “{role}”.',
    action: 'Use one of these roles: {known}.',
  },
  'people.last-administrator': {
    status: 409,
    sentence: 'This person is the only administrator.',
    action: 'Make someone else an administrator first.',
  },
  'people.stage-not-found': {
    status: 422,
    sentence: 'There is no stage “{stage}”.',
    action: 'Use one of these stages: {known}.',
  },
  'people.stage-changed-meanwhile': {
    status: 412,
    sentence: 'Someone else has moved this inspection to another stage.',
    action: 'Check which stage it is at now, then choose again.',
  },
  'people.token-name-missing': {
    status: 422,
    sentence: 'The token has no name.',
    action: 'Enter what the token is for.',
  },
  'people.token-days': {
    status: 422,
    sentence: 'A token cannot be valid for “{days}” days.',
    action: 'Enter a whole number of days from 1 to {longest}.',
  },
  'people.token-not-found': {
    status: 404,
    sentence: 'You have no such token. It may have been revoked.',
    action: 'Select a token from your list.',
  },
  'people.session-not-found': {
    status: 404,
    sentence: 'You have no such session. It may have ended.',
    action: 'Select a session from your list.',
  },
  'people.provider-failed': {
    status: 503,
    sentence: '{provider} could not sign you in. {reason}',
    action: 'Try again, or sign in with a password.',
    recorded: 'Sign-in with the provider that failed',
  },
  'people.provider-stranger': {
    status: 403,
    sentence:
      '{provider} knows you, but there is no account here with an email address that it has verified.',
    action: 'Ask an administrator to add you with that email address.',
    recorded: 'Sign-in with the provider by someone without an account',
  },
  'people.lead-not-named': {
    status: 403,
    sentence: 'Only the head of programme can name a lead inspector.',
    action: 'Ask the head of programme, or select another role.',
    recorded: 'Naming a lead inspector without permission',
  },
  'people.lead-of-own-account': {
    status: 403,
    sentence: 'You cannot name a lead inspector whose account you added yourself.',
    action: 'Ask another head of programme to do it.',
    recorded: 'Naming a lead inspector by the person who added the account',
  },
  'people.provider-no-address': {
    status: 403,
    sentence: '{provider} knows you, but did not send us your email address.',
    action: 'Ask the people who run this server to make the provider send the claim “email”.',
    recorded: 'Sign-in with the provider, which sent no email address',
  },
  'people.provider-address-unsaid': {
    status: 403,
    sentence: '{provider} knows you, but does not say whether your email address is verified.',
    action:
      'Ask the people who run this server to make the provider send the claim “email_verified”, or to set ASSAY_OIDC_EMAIL to “trusted”.',
    recorded: 'Sign-in with the provider, which did not say whether the email address is verified',
  },
  'people.provider-address-unverified': {
    status: 403,
    sentence: '{provider} knows you, but has not verified your email address.',
    action: 'Verify the email address there, then sign in again.',
    recorded: 'Sign-in with the provider with an email address that is not verified',
  },
  'people.prove-by-provider': {
    status: 403,
    sentence:
      'You have no password here, and have not signed in with your organisation’s account in the last 10 minutes.',
    action: 'Sign in with it again, then send the form within 10 minutes.',
    recorded: 'Change that needs a new sign-in with the provider',
  },
  'people.own-role': {
    status: 409,
    sentence: 'You cannot change your own roles or close your own account.',
    action: 'Ask someone else who has permission.',
    recorded: 'Change of their own roles or account',
  },
} as const satisfies ProblemTable<'people'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly peopleProblems: typeof peopleProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({
  ...kernelProblems,
  ...fileProblems,
  ...requestProblems,
  ...peopleProblems,
})
