import { isSameName } from '../../../core/kernel/reference.ts'

type Named = { readonly personId: string; readonly name: string; readonly email: string }

/** The addresses of those alone who share their name with another of `people`, by the ids of the people. */
export function addressesToTellApart(people: readonly Named[]): ReadonlyMap<string, string> {
  const alike = people.filter((one) =>
    people.some((other) => other.personId !== one.personId && isSameName(other.name, one.name)),
  )
  return new Map(alike.map(({ personId, email }) => [personId, email]))
}
