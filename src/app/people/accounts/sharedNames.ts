import { isSameName } from '../../../core/kernel/reference.ts'

type Named = { readonly personId: string; readonly name: string; readonly email: string }

/** Returns the email addresses of those of `people` who share their name with another, by the ids of the people. */
export function addressesOfSharedNames(people: readonly Named[]): ReadonlyMap<string, string> {
  const sharing = people.filter((person) =>
    people.some((other) => other.personId !== person.personId && isSameName(other.name, person.name)),
  )
  return new Map(sharing.map(({ personId, email }) => [personId, email]))
}
