/** Links to the pages on which an inspection is carried out. Each area declares its own; entry points join them. */
import type { Permission } from '../../platform/declared.ts'

export type WorkLink = {
  readonly text: string
  /** Returns the address of the page of the inspection with this id. */
  readonly path: (inspection: string) => string
  /** What the page asks for; people without it are not shown the link. */
  readonly permission: Permission
  /** Its place among the links, which come in the order in which an inspection goes through their pages. */
  readonly order: number
}

export type OfferedLink = Pick<WorkLink, 'text' | 'permission'> & { readonly href: string }

type MayDo = (permission: Permission, inspection: string) => Promise<boolean>

/** Returns those of `links` that the person may open, in their order, with their addresses in the inspection. */
export function allowedWork(
  mayDo: MayDo,
  inspection: string,
  links: readonly WorkLink[],
): Promise<readonly OfferedLink[]> {
  const offered = links
    .toSorted((one, other) => one.order - other.order)
    .map(({ text, path, permission }) => ({ text, href: path(inspection), permission }))
  return allowedLinks(mayDo, inspection, offered)
}

/** Returns those of the links that the person may open. */
export async function allowedLinks(
  mayDo: MayDo,
  inspection: string,
  links: readonly OfferedLink[],
): Promise<readonly OfferedLink[]> {
  const allowed = await Promise.all(links.map(({ permission }) => mayDo(permission, inspection)))
  return links.filter((_, index) => allowed[index])
}
