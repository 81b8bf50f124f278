/** Returns the name of a form’s field as people read it: `areasForImprovement` is “Areas for improvement”. */
export function fieldTitle(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:.]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
