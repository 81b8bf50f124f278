/**
 * The refusals that leave a trace, and what each is called where people read of it. They are those that guessing,
 * prying, forging, flooding and skipping steps come to; a form with a missing field is none of them.
 */
import type { ProblemCode } from './problem.ts'

const notReady = 'Stage of an inspection before all was there'

const recorded = {
  'people.sign-in-wrong': 'Wrong email address or password',
  'people.sign-in-wait': 'Too many attempts to sign in',
  'people.sign-in-made-up': 'Sign-in of a person of the demonstration',
  'people.password-wrong': 'Wrong current password',
  'people.code-missing': 'Right password without the one-time code',
  'people.code-wrong': 'Wrong one-time code',
  'people.authenticator-closed': 'One-time code that could not be checked',
  'people.link-spent': 'Link to set a password that is used, expired or wrong',
  'people.provider-failed': 'Sign-in by the provider failed',
  'people.provider-stranger': 'Sign-in by the provider without an account here',
  'people.provider-no-address': 'Sign-in by the provider, which told no address',
  'people.provider-address-unsaid':
    'Sign-in by the provider, which did not say whether the address is verified',
  'people.provider-address-unverified': 'Sign-in by the provider with an address that is not verified',
  'people.prove-by-provider': 'Change that needs a new sign-in by the provider',
  'people.not-signed-in': 'Not signed in',
  'people.not-allowed': 'No right to it',
  'people.own-role': 'Change of one’s own role',
  'people.lead-not-named': 'Naming a lead inspector without the right to it',
  'people.lead-of-own-account': 'Naming a lead inspector of one’s own making',
  'people.text-not-kept': 'Form sent after the session had ended',
  'people.form-not-ours': 'Form without the mark of this site',
  'people.form-of-another-person': 'Form opened under another account',
  'request.from-another-site': 'Sent from another site',
  'request.unknown-host': 'Asked for under another host name',
  'request.too-large': 'Too large',
  'request.busy': 'Too much at once',
  'file.reading-busy': 'Too many files at once',
  'file.reading-stopped': 'File that could not be read within its limits',
  'intake.reading-stopped': 'Case list that could not be read within its limits',
  'intake.file-too-large': 'Case list that is too large',
  'intake.too-many-rows': 'Case list with too many rows',
  'intake.too-many-columns': 'Case list with too many columns',
  'intake.archive-too-big': 'Case list that unpacks to too much',
  'intake.xml-entity': 'Case list that defines XML entities',
  'fieldwork.right-taken-away': 'Written after the right was taken away',
  'fieldwork.case-frozen': 'Change of a signed or withdrawn case',
  'fieldwork.step-not-now': 'Step of a case out of order',
  'fieldwork.second-person': 'Step of a case that needs another person',
  'programme.stage-out-of-order': 'Stage of an inspection out of order',
  'programme.second-person': 'Publication that needs another person',
  'programme.not-proposed': 'Publication that nobody proposed',
  'programme.report-changed': 'Publication of a report that changed meanwhile',
  'programme.lead-missing': notReady,
  'programme.cases-not-open': notReady,
  'programme.cases-unsigned': notReady,
  'programme.values-undecided': notReady,
  'programme.standard-unrated': notReady,
  'programme.overall-missing': notReady,
  'programme.findings-missing': notReady,
  'people.conflict-of-interest': 'Case barred by a conflict of interest',
  'fieldwork.kept-in-conflict': 'Written in spite of a conflict of interest',
  'ratings.answers-in-conflict': 'Answers of cases barred by a conflict of interest',
  'allocation.own-conflict': 'Withdrawal of one’s own conflict of interest',
  'allocation.conflict': 'Allocation against a conflict of interest',
  'report.pdf-queue-full': 'Too many reports at once',
} as const satisfies Partial<Record<ProblemCode, string>>

export type RecordedCode = keyof typeof recorded

/** Whether refusing with `code` leaves a trace. */
export function isRecorded(code: string): code is RecordedCode {
  return Object.hasOwn(recorded, code)
}

/** What was refused, in words. A code that this version does not know keeps its own name. */
export function refusalTitle(code: string): string {
  return isRecorded(code) ? recorded[code] : code
}
