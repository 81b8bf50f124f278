/** How long it is known that a form or an operation was done. */
import type { RetentionRule } from '../housekeeping.ts'
import { deleteStoredAnswersBefore } from './storedAnswer.queries.ts'

export const idempotencyRetention: readonly RetentionRule[] = [
  {
    what: 'Keys of forms and operations, with the sealed answers to them',
    hours: 30 * 24,
    after: 'they were sent',
    why: 'For this long a page that stayed open, or a program without a network, can send the same again.',
    remove: deleteStoredAnswersBefore,
  },
]
