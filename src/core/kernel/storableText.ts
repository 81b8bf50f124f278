/**
 * Text that the database can store: neither a NUL nor half of a character pair. Whatever comes from outside is looked
 * at once, where it comes in; nothing behind that has to look again.
 */

/** True if `text` can be stored and read again as it is. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/**
 * The place of the first text in `value`, a key or a member at any depth, that cannot be stored, such as
 * `entries.0.note`; undefined if all can. It does not recurse: a value may be nested as deep as its sender likes.
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
