/** Addresses of the pages of editions. */
export const editionsPath = '/editions'
export const chooseComparisonPath = `${editionsPath}/compare`

/** Returns the address of the page of an edition. */
export function editionPath(edition: string): string {
  return `${editionsPath}/${encodeURIComponent(edition)}`
}

/** Returns the address of the page of a standard. */
export function standardPath(edition: string, standard: string): string {
  return `${editionPath(edition)}/standards/${encodeURIComponent(standard)}`
}

/** Returns the address of the comparison of two editions. */
export function comparePath(before: string, after: string): string {
  return `${chooseComparisonPath}/${encodeURIComponent(before)}/${encodeURIComponent(after)}`
}
