/** How long what belongs to accounts is stored. */

import { memoryHours } from '../../core/access/signInThrottle.ts'
import type { RetentionRule } from '../../platform/housekeeping.ts'
import { deletePasswordLinksBefore } from './accounts/people.queries.ts'
import { deleteSavedFormsBefore } from './saved-forms/savedForm.queries.ts'
import { deleteAwaitedBefore } from './sign-in/provider.queries.ts'
import { deleteSessionsBefore } from './sign-in/session.queries.ts'
import { deleteFailuresBefore } from './sign-in/signIn.queries.ts'
import { awaitedMinutes } from './sign-in/signInByProvider.ts'

const day = 24

export const peopleRetention: readonly RetentionRule[] = [
  {
    what: 'Sessions',
    hours: 30 * day,
    after: 'they were last used',
    why: 'Sessions show whose browser it is, so that text can be saved for that person there.',
    remove: deleteSessionsBefore,
  },
  {
    what: 'Forms that were saved because a session was lost',
    hours: 1,
    after: 'they expired: 14 days after they were sent, or one day if they had files',
    why: 'Long enough to come back to after leave. They may contain words about a child, so they are not stored longer.',
    remove: deleteSavedFormsBefore,
  },
  {
    what: 'Links to set a password',
    hours: day,
    after: 'they expired',
    why: 'They no longer open anything.',
    remove: deletePasswordLinksBefore,
  },
  {
    what: 'Sign-ins that were sent to a provider and never came back',
    hours: awaitedMinutes / 60,
    after: 'they were sent',
    why: 'No one needs longer to sign in. An old one could be another person’s.',
    remove: deleteAwaitedBefore,
  },
  {
    what: 'Failed sign-ins',
    hours: memoryHours,
    after: 'the last one of the account and place',
    why: 'They slow down guesses. Later they are no longer needed.',
    remove: deleteFailuresBefore,
  },
]
