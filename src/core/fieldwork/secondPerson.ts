/** A second pair of eyes: someone who did one thing to a case may be barred from the next step, as its edition says. */
import type { Edition } from '../framework/edition.ts'
import type { EarlierAct } from '../framework/rules/secondPersonRules.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { CaseStep } from './caseProgress.ts'
import type { Author, EntryVersion } from './entry.ts'

/** What was done to a case so far. */
export type CaseTrace = {
  /** What is in it now. */
  readonly entries: readonly Pick<EntryVersion, 'value' | 'author'>[]
  /** The steps that it took, in their order. */
  readonly steps: readonly { readonly step: string; readonly author: Author }[]
}

/**
 * Returns what `author` did to the case that bars them from the step under the edition's rule; nothing if they may take
 * it.
 */
export function barringActs(
  { secondPersons }: Pick<Edition, 'secondPersons'>,
  step: CaseStep,
  trace: CaseTrace,
  author: Author,
): readonly EarlierAct[] {
  const rule = secondPersons.find((each) => each.step === step)
  return (rule?.otherThan ?? []).filter((act) => did(act, trace, author))
}

function did(act: EarlierAct, { entries, steps }: CaseTrace, author: Author): boolean {
  switch (act) {
    case 'answer':
      return entries.some((entry) => entry.value !== null && isSame(entry.author, author))
    case 'hand-in':
    case 'check': {
      const last = steps.findLast(({ step }) => step === act)
      return last !== undefined && isSame(last.author, author)
    }
    case 'propose':
      // Not something that is done to a case.
      return false
    default:
      return unreachable(act)
  }
}

/** The same account; by name if neither has one. */
function isSame(one: Author, other: Author): boolean {
  if (one.personId !== null || other.personId !== null) return one.personId === other.personId
  return one.name === other.name
}
