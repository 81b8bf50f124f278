/** What of fieldwork is kept for a time only. What was written about cases is none of it. */
import type { RetentionRule } from '../../platform/housekeeping.ts'
import { deletePresenceBefore } from './cases-page/caseList.queries.ts'
import { deleteAnswersBefore } from './entries/writeEntry.queries.ts'

export const fieldworkRetention: readonly RetentionRule[] = [
  {
    what: 'Answers to requests that can be sent again',
    hours: 30 * 24,
    after: 'the request',
    why: 'A browser can be without a network for a fieldwork week and a holiday before it sends again.',
    remove: deleteAnswersBefore,
  },
  {
    what: 'Who has which case open',
    hours: 1,
    after: 'the page last said so',
    why: 'It is valid for a minute.',
    remove: deletePresenceBefore,
  },
]
