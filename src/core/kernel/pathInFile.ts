/** A path inside a file, as a person reads it: `rules.bands[2].from`. */
export type PathPart = string | number

export function writePath(parts: readonly PathPart[]): string {
  return parts
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
}

/** The inverse of `writePath`, for keys without dots and brackets, which is all that an edition has. */
export function readPath(path: string): readonly PathPart[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key = '']) =>
    index === undefined ? key : Number(index),
  )
}

/** The path `path` of something that itself is at `above`. */
export function pathBelow(above: string, path: string): string {
  return above === '' || path === '' || path.startsWith('[') ? `${above}${path}` : `${above}.${path}`
}
