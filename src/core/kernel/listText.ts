/** Returns a list as people read it: `2.1, 2.2 and 2.3`. */
export function listText(items: readonly string[], before: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${before} ${last}`
}
