/** Texts that the pages of editions share. */
import type { Sureness } from '../../core/framework/ruleSources.ts'
import type { Standard } from '../../core/framework/standards.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'

/** Returns what a standard is judged from. */
export function judgedFromText({ judgedFrom }: Standard): string {
  switch (judgedFrom) {
    case 'cases':
      return 'Inspected cases'
    case 'evidence':
      return 'Evidence'
    default:
      return unreachable(judgedFrom)
  }
}

/** Returns how sure a rule is. */
export function surenessText(sure: Sureness): string {
  switch (sure) {
    case 'printed':
      return 'Printed'
    case 'worked-out':
      return 'Worked out from printed figures'
    case 'setting':
      return 'A setting, because nothing is published'
    default:
      return unreachable(sure)
  }
}
