import type { Problem } from '../kernel/problem.ts'
import { problem } from './problems.ts'

/** A name as it stands in the file, with the path to it. */
export type NameAt = { readonly name: string; readonly path: string }

/** `list` as names with their paths: `scoredStandards[2]`. */
export function namesAt(list: readonly string[], path: string): readonly NameAt[] {
  return list.map((name, index) => ({ name, path: `${path}[${index}]` }))
}

/** One problem for each name that stands in the list a second time. */
export function checkUnique(names: readonly NameAt[]): readonly Problem[] {
  const first = new Map<string, string>()
  return names.flatMap(({ name, path }) => {
    const earlier = first.get(name)
    if (earlier !== undefined) return [problem('edition.name-twice', { name, first: earlier }, { path })]
    first.set(name, path)
    return []
  })
}

/** One problem for each name that is not among the known ones. */
export function checkKnown(names: readonly NameAt[], known: readonly string[]): readonly Problem[] {
  return names
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) =>
      problem(
        'edition.name-unknown',
        { name, known: known.length === 0 ? 'none is given' : known.join(', ') },
        { path },
      ),
    )
}

/** Ids stand in addresses, file names and tables, so they are short and plain. */
export function checkForm(names: readonly NameAt[]): readonly Problem[] {
  return names
    .filter(({ name }) => !/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/.test(name))
    .map(({ name, path }) => problem('edition.id-form', { id: name }, { path }))
}

/** Ids that an edition gives: of the right form, and none twice. */
export function checkIds(names: readonly NameAt[]): readonly Problem[] {
  return [...checkForm(names), ...checkUnique(names)]
}
