/** What fieldwork stores for a limited time. What was written about cases is never deleted. */
import type { RetentionRule } from '../../platform/housekeeping.ts'
import { deletePresenceBefore } from './cases-page/caseList.queries.ts'
import { deleteRepliesBefore } from './entries/writeEntry.queries.ts'

export const fieldworkRetention: readonly RetentionRule[] = [
  {
    what: 'Replies to requests that can be sent again',
    hours: 30 * 24,
    after: 'the request',
    why: 'A browser can be without a network for a week of fieldwork and a holiday before it sends again.',
    remove: deleteRepliesBefore,
  },
  {
    what: 'Who has which case open',
    hours: 1,
    after: 'the page last reported it',
    why: 'It is valid for 1 minute.',
    remove: deletePresenceBefore,
  },
]
