/** References of cases and names of people: what cannot be one, and when two are the same. */
import { safeCell } from './csvText.ts'
import { controlCharacterIn, normalText, normalTextWithoutCapitals } from './writtenText.ts'

export type ReferenceFault =
  | 'empty'
  | 'line-break'
  | 'control-character'
  /** Half of a character, or a character that another program has already lost. */
  | 'damaged-character'
  /** A spreadsheet program would run it: `=1+1`, `@SUM(A1)`. */
  | 'formula'

/** Returns why `written` cannot be a reference or a name, or undefined if nothing is wrong. */
export function referenceFault(written: string): ReferenceFault | undefined {
  const trimmed = written.trim()
  if (normalText(written) === '') return 'empty'
  if (/[\n\r\u0085\u2028\u2029\v\f]/.test(trimmed)) return 'line-break'
  if (controlCharacterIn(written) !== undefined || trimmed.includes('\t')) return 'control-character'
  if (!written.isWellFormed() || /[\uFFFC-\uFFFF]/.test(written)) return 'damaged-character'
  return safeCell(normalText(written)) === normalText(written) ? undefined : 'formula'
}

/** Returns the form in which a reference is stored and looked up. */
export function normalReference(written: string): string {
  return normalText(written)
}

export type ReferenceComparison = 'same' | 'same-but-for-capitals' | 'different'

/**
 * Returns whether two references, or two names, are the same, whatever their spaces, invisible characters and Unicode
 * form.
 */
export function compareReferences(one: string, other: string): ReferenceComparison {
  if (normalText(one) === normalText(other)) return 'same'
  return normalTextWithoutCapitals(one) === normalTextWithoutCapitals(other)
    ? 'same-but-for-capitals'
    : 'different'
}

/** Returns whether two names are the same person's: capitals make no difference to a name. */
export function isSameName(one: string, other: string): boolean {
  return compareReferences(one, other) !== 'different'
}

/** Returns everything whose references are the same, in groups of two or more, in the order of their first. */
export function groupsOfSameReference<Item>(
  items: readonly Item[],
  referenceOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  return severalOf(Map.groupBy(items, (item) => normalText(referenceOf(item))))
}

/**
 * Returns everything whose references differ only in capitals, spaces or characters that look alike, in groups of two
 * or more different references.
 */
export function groupsBesidesCapitals<Item>(
  items: readonly Item[],
  referenceOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = severalOf(
    Map.groupBy(items, (item) => normalTextWithoutCapitals(referenceOf(item)).replaceAll(' ', '')),
  )
  return groups.filter((group) => new Set(group.map((item) => normalText(referenceOf(item)))).size > 1)
}

function severalOf<Item>(groups: ReadonlyMap<string, readonly Item[]>): readonly (readonly Item[])[] {
  return [...groups.values()].filter((group) => group.length > 1)
}
