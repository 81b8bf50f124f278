/**
 * Text that the database can store: without a NUL or half a character pair. Text from outside is checked once, where it
 * comes in.
 */

/** Returns whether `text` can be stored and read again unchanged. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/**
 * Returns the place of the first text in `value`, a key or a member at any depth, that cannot be stored, such as
 * `entries.0.note`; undefined if every text can be stored. It does not recurse: a value may be nested as deeply as its sender likes.
 */
export function findUnstorable(value: unknown): string | undefined {
  const waiting: { readonly place: string; readonly value: unknown }[] = [{ place: '', value }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { place } = next
    if (typeof next.value === 'string' && !isStorable(next.value)) return place
    if (typeof next.value !== 'object' || next.value === null) continue
    for (const [name, member] of Object.entries(next.value)) {
      if (!isStorable(name)) return place
      waiting.push({ place: place === '' ? name : `${place}.${name}`, value: member })
    }
  }
  return undefined
}
