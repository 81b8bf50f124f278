/** The addresses of the pages of editions. */
export const editionsPath = '/editions'

export function editionPath(edition: string): string {
  return `${editionsPath}/${edition}`
}

export function standardPath(edition: string, standard: string): string {
  return `${editionPath(edition)}/standards/${standard}`
}

export function comparePath(before: string, after: string): string {
  return `${editionsPath}/compare/${before}/${after}`
}
