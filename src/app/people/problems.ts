import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { kernelProblems } from '../../core/kernel/problems.ts'
import { requestProblems } from '../../platform/http/problems.ts'
import { fileProblems } from '../../platform/problems.ts'

/** People: what its pages, operations and commands refuse. */
export const peopleProblems = {
  'people.sign-in-wrong': {
    status: 422,
    sentence: 'The email address, the password or the code is not right.',
    action: 'Check them and try again, or ask an administrator for a link to set a new password.',
    recorded: 'Wrong email address or password',
  },
  'people.sign-in-wait': {
    status: 429,
    sentence: 'There were too many failed tries.',
    action: 'Try again in {seconds} seconds.',
    recorded: 'Too many attempts to sign in',
  },
  'people.sign-in-made-up': {
    status: 403,
    sentence: 'The demonstration’s people may sign in only where the server listens on this computer alone.',
    action: 'Use an account of your own.',
    recorded: 'Sign-in of a person of the demonstration',
  },
  'people.code-missing': {
    status: 422,
    sentence: 'This account has an authenticator app, and no code was given.',
    action: 'Enter the six digits that the app shows, or a recovery code.',
    recorded: 'Right password without the one-time code',
  },
  'people.password-wrong': {
    status: 422,
    sentence: 'This is not the password that you have now.',
    action: 'Enter it again, or ask an administrator for a link to set a new one.',
    recorded: 'Wrong current password',
  },
  'people.code-wrong': {
    status: 422,
    sentence: 'The code is not the one that the app shows now.',
    action: 'Check that the clocks are right, wait for the next code and enter it.',
    recorded: 'Wrong one-time code',
  },
  'people.password-missing': {
    status: 422,
    sentence: 'The password is missing.',
    action: 'Enter the password that you sign in with.',
  },
  'people.authenticator-not-there': {
    status: 409,
    sentence: 'No authenticator app is set up, so there is none to remove.',
    action: 'Go back to your account.',
  },
  'people.authenticator-there': {
    status: 409,
    sentence: 'An authenticator app is set up already.',
    action: 'Remove it first.',
  },
  'people.authenticator-closed': {
    status: 503,
    sentence: 'The server cannot check the codes of this authenticator app: it lacks the key.',
    action: 'Use a recovery code, or ask an administrator to take the app away.',
    recorded: 'One-time code that could not be checked',
  },
  'people.password-short': {
    status: 422,
    sentence: 'The password has fewer than {shortest} characters.',
    action: 'Take a longer one; a few words that do not belong together are easy to remember.',
  },
  'people.password-long': {
    status: 422,
    sentence: 'The password has more than {longest} characters.',
    action: 'Take a shorter one.',
  },
  'people.password-guessed': {
    status: 422,
    sentence: 'This password is easy to guess: it is common, or made of names, dates or patterns.',
    action: 'Take another; a few words that do not belong together are hard to guess.',
  },
  'people.passwords-differ': {
    status: 422,
    sentence: 'The two passwords are not the same.',
    action: 'Enter the password again.',
  },
  'people.link-spent': {
    status: 404,
    sentence: 'The link to set a password was used, has ended or is not whole.',
    action: 'Ask an administrator for a new one.',
    recorded: 'Link to set a password that is used, expired or wrong',
  },
  'people.email-missing': {
    status: 422,
    sentence: 'The email address is missing.',
    action: 'Enter one such as name@example.org.',
  },
  'people.email-malformed': {
    status: 422,
    sentence: '“{email}” is not an email address.',
    action: 'Enter one such as name@example.org.',
  },
  'people.email-taken': {
    status: 409,
    sentence: 'There is an account with the email address {email} already.',
    action: 'Look for it in the list of people.',
  },
  'people.name-missing': {
    status: 422,
    sentence: 'The name is missing.',
    action: 'Enter the name as colleagues know it.',
  },
  'people.person-not-found': {
    status: 404,
    sentence: 'There is no such person.',
    action: 'Look in the list of people.',
  },
  'people.no-account': {
    status: 422,
    sentence: 'Nobody has an open account with this email address.',
    action: 'Check the address, or ask an administrator to add the person.',
  },
  'people.role-missing': {
    status: 422,
    sentence: 'No role is chosen.',
    action: 'Choose the role that the person has in this inspection.',
  },
  'people.role-not-found': {
    status: 422,
    sentence: 'There is no role “{role}”.',
    action: 'Use one of: {known}.',
  },
  'people.last-administrator': {
    status: 409,
    sentence: 'Nobody else is an administrator.',
    action: 'Make somebody else an administrator first.',
  },
  'people.stage-not-found': {
    status: 422,
    sentence: 'There is no stage “{stage}”.',
    action: 'Use one of: {known}.',
  },
  'people.stage-changed-meanwhile': {
    status: 412,
    sentence: 'Somebody else moved this inspection to another stage after you had looked at it.',
    action: 'Look at which stage it is at now, and choose again.',
  },
  'people.token-name-missing': {
    status: 422,
    sentence: 'The token has no name.',
    action: 'Name what it is for, so that you know it again.',
  },
  'people.token-days': {
    status: 422,
    sentence: 'A token cannot last for “{days}” days.',
    action: 'Give a whole number of days from 1 to {longest}.',
  },
  'people.token-not-found': {
    status: 404,
    sentence: 'There is no such token of yours.',
    action: 'Look in the list of your tokens.',
  },
  'people.session-not-found': {
    status: 404,
    sentence: 'There is no such session of yours.',
    action: 'Look in the list of your sessions.',
  },
  'people.provider-failed': {
    status: 503,
    sentence: 'The sign-in with {provider} did not come to its end: {reason}.',
    action: 'Try again, or sign in with a password.',
    recorded: 'Sign-in by the provider failed',
  },
  'people.provider-stranger': {
    status: 403,
    sentence: '{provider} knows you, but there is no account here with an email address that it vouches for.',
    action: 'Ask an administrator to add you under that address.',
    recorded: 'Sign-in by the provider without an account here',
  },
  'people.lead-not-named': {
    status: 403,
    sentence: 'Only the head of programme can name a lead inspector.',
    action: 'Ask the head of programme, or choose another role.',
    recorded: 'Naming a lead inspector without the right to it',
  },
  'people.lead-of-own-account': {
    status: 403,
    sentence: 'You cannot name a lead inspector whose account you added yourself.',
    action: 'Ask another head of programme to do it.',
    recorded: 'Naming a lead inspector of one’s own making',
  },
  'people.provider-no-address': {
    status: 403,
    sentence: '{provider} knows you, but tells us no email address of yours.',
    action: 'Ask the people who run this server to make the provider send the claim “email”.',
    recorded: 'Sign-in by the provider, which told no address',
  },
  'people.provider-address-unsaid': {
    status: 403,
    sentence: '{provider} knows you, but does not say whether your email address is verified.',
    action:
      'Ask the people who run this server to make the provider send the claim “email_verified”, or to set ASSAY_OIDC_EMAIL to “trusted”.',
    recorded: 'Sign-in by the provider, which did not say whether the address is verified',
  },
  'people.provider-address-unverified': {
    status: 403,
    sentence: '{provider} knows you, but says that your email address is not verified.',
    action: 'Verify the address there, then sign in again.',
    recorded: 'Sign-in by the provider with an address that is not verified',
  },
  'people.prove-by-provider': {
    status: 403,
    sentence:
      'You have no password here, and have not just signed in again with your organisation’s account.',
    action: 'Sign in with it again, then send the form within 10 minutes.',
    recorded: 'Change that needs a new sign-in by the provider',
  },
  'people.own-role': {
    status: 409,
    sentence: 'Nobody changes their own roles or closes their own account.',
    action: 'Ask somebody else who may.',
    recorded: 'Change of one’s own role',
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
