/** Returns the paragraphs of a text with empty lines between them; none if there is no text. */
export function paragraphsOf(text: string | null): readonly string[] {
  return text === null ? [] : text.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
}
