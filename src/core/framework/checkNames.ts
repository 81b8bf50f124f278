import type { Problem } from '../kernel/problem.ts'
import { problem } from './problems.ts'

/** A name in the file, with its path. */
export type NameAt = { readonly name: string; readonly path: string }

/** Returns the names of `list` with their paths: `scoredStandards[2]`. */
export function namesAt(list: readonly string[], path: string): readonly NameAt[] {
  return list.map((name, index) => ({ name, path: `${path}[${index}]` }))
}

/** Returns one problem for each name that is in the list a second time. */
export function checkUnique(names: readonly NameAt[]): readonly Problem[] {
  const first = new Map<string, string>()
  return names.flatMap(({ name, path }) => {
    const earlier = first.get(name)
    if (earlier !== undefined) return [problem('edition.name-twice', { name, first: earlier }, { path })]
    first.set(name, path)
    return []
  })
}

/** Returns one problem for each name that is not a known name. */
export function checkKnown(names: readonly NameAt[], known: readonly string[]): readonly Problem[] {
  return names
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) =>
      problem(
        'edition.name-unknown',
        { name, known: known.length === 0 ? 'there are none' : known.join(', ') },
        { path },
      ),
    )
}

/** Returns one problem for each name that is not short and plain: ids are in addresses, file names and tables. */
export function checkForm(names: readonly NameAt[]): readonly Problem[] {
  return names
    .filter(({ name }) => !/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/.test(name))
    .map(({ name, path }) => problem('edition.id-form', { id: name }, { path }))
}

/** Returns what is wrong with ids that an edition defines: each has the right form and is there once. */
export function checkIds(names: readonly NameAt[]): readonly Problem[] {
  return [...checkForm(names), ...checkUnique(names)]
}
