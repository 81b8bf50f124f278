/** The paragraphs of a text that has an empty line between them; none of no text. */
export function paragraphsOf(text: string | null): readonly string[] {
  return text === null ? [] : text.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
}
