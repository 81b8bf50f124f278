import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'

/** What the server refuses before an area is asked, and what every area may answer. */
export const requestProblems = {
  'request.not-found': {
    status: 404,
    sentence: 'There is no page at this address.',
    action: 'Check the address, or start from the list of inspections.',
  },
  'request.malformed': {
    status: 400,
    sentence: 'The request could not be read.',
    action: 'Go back, check what you sent, and try again.',
  },
  'request.body-malformed': {
    status: 400,
    sentence: 'The content of the request cannot be read: {reason}.',
    action: 'Send what /api/v1/openapi.json describes for this address.',
  },
  'request.parameter-unknown': {
    status: 400,
    sentence: 'This address has no parameter “{parameter}”.',
    action: 'Check its spelling or leave it out. /api/v1/openapi.json lists the parameters.',
  },
  'request.parameter-malformed': {
    status: 400,
    sentence: 'The parameter “{parameter}” cannot be “{value}”.',
    action: 'Use a value that /api/v1/openapi.json describes.',
  },
  'request.parameter-twice': {
    status: 400,
    sentence: 'The address has “{parameter}” twice with different values.',
    action: 'Use it once.',
  },
  'request.version-missing': {
    status: 428,
    sentence: 'The request does not say which version it saw.',
    action: 'Send If-Match with the ETag you read, or If-None-Match: * if there was nothing yet.',
  },
  'request.from-another-site': {
    status: 403,
    sentence: 'The form was sent from another website, so nothing was done.',
    action: 'Open the page here and send the form again.',
    recorded: 'Sent from another site',
  },
  'request.unknown-host': {
    status: 400,
    sentence: 'This server answers only to the name of this computer.',
    action: 'Open it as localhost or 127.0.0.1.',
    recorded: 'Asked for under another host name',
  },
  'request.too-large': {
    status: 413,
    sentence: 'What you sent is larger than this page accepts.',
    action: 'Send a smaller file, or split it.',
    recorded: 'Too large',
  },
  'request.unsupported-type': {
    status: 415,
    sentence: 'What you sent is of a kind that this page does not accept.',
    action: 'Send the form of the page itself.',
  },
  'request.busy': {
    status: 503,
    sentence: 'This service is receiving as many files as it can at once, so what you sent was not saved.',
    action: 'Go back and send it again in a minute.',
    recorded: 'Too much at once',
  },
  'request.text-unreadable': {
    status: 422,
    sentence: 'The text of “{field}” contains a character that cannot be stored, so nothing was saved.',
    action: 'Delete the character, or type the text again, and send it again.',
  },
  'request.field-twice': {
    status: 422,
    sentence: 'The field “{field}” was sent twice with different values, so nothing was saved.',
    action: 'Open the page again and send the form from there.',
  },
  'request.text-too-long': {
    status: 422,
    sentence: 'The text of “{field}” has {count} characters. The most is {limit}, so nothing was saved.',
    action: 'Shorten the text, or split it.',
  },
  'request.sent-before': {
    status: 409,
    sentence: 'This request was received before and is not done again.',
    action: 'Read what is there now, and send a new request with a new key if it is still needed.',
  },
  'request.unavailable': {
    status: 503,
    sentence: 'The service cannot reach its database.',
    action: 'Your last changes may not be saved. Go back to find what you typed, and try again in a minute.',
  },
  'request.storage-full': {
    status: 507,
    sentence: 'The server has run out of storage, so some or all of what you sent was not saved.',
    action:
      'Go back to find what you typed. Contact the people who run the service, and send it again later.',
  },
  'request.failed': {
    status: 500,
    sentence: 'There is a problem with the service. What you sent may not be saved.',
    action: 'Go back and try again. If it happens again, report the request number below.',
  },
  'people.not-signed-in': {
    status: 401,
    sentence: 'You need to be signed in to do this.',
    action: 'Sign in and try again.',
    recorded: 'Not signed in',
  },
  'people.text-not-kept': {
    status: 401,
    sentence: 'Your session expired, and what you sent could not be saved.',
    action: 'Go back in your browser, copy what you typed, sign in and send it again.',
    recorded: 'Form sent after the session had ended',
  },
  'people.not-allowed': {
    status: 403,
    sentence: 'You cannot do this here. {because}',
    action:
      'Ask the lead inspector of the inspection or an administrator. The page “Permissions” says who can do what.',
    recorded: 'No permission',
  },
  'people.conflict-of-interest': {
    status: 403,
    sentence: 'You cannot open or change this case, because you have a conflict of interest with it.',
    action:
      'Contact the lead inspector, who can reallocate the case. If the declaration is wrong, ask them to withdraw it.',
    recorded: 'Conflict of interest with a case',
  },
  'people.form-not-ours': {
    status: 403,
    sentence: 'This form did not come from this browser, so nothing was saved.',
    action: 'Allow cookies for this site, open the page again and send the form from there.',
    recorded: 'Form from another browser or site',
  },
  'people.form-of-another-person': {
    status: 409,
    sentence: 'Someone else was signed in when this form was opened.',
    action: 'Sign in as the person who filled it in. What they typed is saved for them.',
    recorded: 'Form opened under another account',
  },
  'fieldwork.key-used-otherwise': {
    status: 422,
    sentence: 'The idempotency key was used for another request.',
    action: 'Use a new key for each request.',
  },
} as const satisfies ProblemTable<'fieldwork' | 'people' | 'request'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly requestProblems: typeof requestProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(requestProblems)
