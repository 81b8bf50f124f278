/** How long it is known what was refused. */
import type { RetentionRule } from '../housekeeping.ts'
import { forgetRefusals } from './refusal.queries.ts'

export const refusalRetention: readonly RetentionRule[] = [
  {
    what: 'Refusals: who was refused what, and from which network',
    hours: 180 * 24,
    after: 'the last of its row',
    why: 'Long enough to investigate an attack that is noticed late; network addresses are personal, so no longer.',
    remove: forgetRefusals,
  },
]
