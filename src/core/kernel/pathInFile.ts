/** A path inside a file, as a person reads it: `rules.bands[2].from`. */
export type PathPart = string | number

/** Returns the path of its parts: `rules`, `bands` and 2 are `rules.bands[2]`. */
export function writePath(parts: readonly PathPart[]): string {
  return parts
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
}

/** Returns the parts of a path, for keys without dots and brackets, which is all that an edition has. */
export function readPath(path: string): readonly PathPart[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key = '']) =>
    index === undefined ? key : Number(index),
  )
}

/** Returns the path of something that is at `path` below `above`. */
export function pathBelow(above: string, path: string): string {
  return above === '' || path === '' || path.startsWith('[') ? `${above}${path}` : `${above}.${path}`
}
