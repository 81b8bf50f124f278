/** What of accounts is kept for a time only. */
import type { Passing } from '../../platform/housekeeping.ts'
import { deletePasswordLinksBefore } from './accounts/people.queries.ts'
import { deleteHeldEndedBefore } from './saved-forms/heldSubmission.queries.ts'
import { deleteAwaitedBefore } from './sign-in/provider.queries.ts'
import { deleteSessionsBefore } from './sign-in/session.queries.ts'
import { deleteFailuresBefore } from './sign-in/signIn.queries.ts'
import { awaitedMinutes } from './sign-in/signInByProvider.ts'
import { memoryHours } from './sign-in/signInThrottle.ts'

const day = 24

export const peoplePassing: readonly Passing[] = [
  {
    what: 'Sessions',
    hours: 30 * day,
    after: 'they were last used',
    why: 'By its sessions a browser is known to be somebody’s, so that text can be kept for them there.',
    remove: deleteSessionsBefore,
  },
  {
    what: 'Forms kept for somebody whose session was lost',
    hours: 1,
    after: 'they ran out: 14 days after they were sent, or one day where files came with them',
    why: 'Long enough to come back to after a leave; they may hold words about a child, so no longer.',
    remove: deleteHeldEndedBefore,
  },
  {
    what: 'Links to set a password',
    hours: day,
    after: 'they ran out',
    why: 'They open nothing any more.',
    remove: deletePasswordLinksBefore,
  },
  {
    what: 'Sign-ins that were sent to a provider and never came back',
    hours: awaitedMinutes / 60,
    after: 'they were sent',
    why: 'Nobody takes longer to sign in; an old one could be somebody else’s.',
    remove: deleteAwaitedBefore,
  },
  {
    what: 'Failed sign-ins',
    hours: memoryHours,
    after: 'the last of its account and place',
    why: 'They slow guessing down, and are forgotten then.',
    remove: deleteFailuresBefore,
  },
]
