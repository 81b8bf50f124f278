/** What the form of one standard's findings sends. */
export type FindingsForm = {
  readonly standard: string
  /** The version that the writer saw; 0 where nothing was stored. */
  readonly version: number
  readonly strengths: readonly string[]
  readonly areasForImprovement: readonly string[]
}

/** The body of the form. A version that is no number is taken as one that was never stored, so it is refused. */
export function findingsForm(body: Readonly<Record<string, string>>): FindingsForm {
  const { standard = '', version = '', strengths = '', areasForImprovement = '' } = body
  return {
    standard,
    version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
    strengths: paragraphs(strengths),
    areasForImprovement: paragraphs(areasForImprovement),
  }
}

/** One finding for each paragraph; a line break inside a paragraph is a space. */
export function paragraphs(text: string): readonly string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}

/** The paragraphs as they stand in the form: parted by an empty line. */
export function asText(findings: readonly string[]): string {
  return findings.join('\n\n')
}
