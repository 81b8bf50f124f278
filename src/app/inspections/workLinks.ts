/** The pages on which an inspection is carried out, in the order in which they are used. */
import type { Permission } from '../../platform/declared.ts'
import { type InspectionPage, inspectionPagePath } from '../layout/inspectionPath.ts'

export type WorkLink = {
  readonly text: string
  readonly href: string
  /** The permission for the page; people without it are not shown the link. */
  readonly permission: Permission
}

/** Returns the links to the pages of the inspection `inspection`. */
export function workLinks(inspection: string): readonly WorkLink[] {
  const page = (name: InspectionPage) => inspectionPagePath(inspection, name)
  return [
    { text: 'Correct or withdraw', href: page('correct'), permission: 'inspection.correct' },
    { text: 'People and roles', href: page('people'), permission: 'inspection.assign' },
    { text: 'Stage', href: page('stage'), permission: 'inspection.change-stage' },
    { text: 'Case list', href: page('case-list'), permission: 'case-list.read' },
    { text: 'Sample', href: page('sample'), permission: 'sample.read' },
    { text: 'Allocation and timetable', href: page('allocation'), permission: 'allocation.read' },
    { text: 'Begin fieldwork', href: page('begin-fieldwork'), permission: 'case.allocate' },
    { text: 'Cases', href: page('cases'), permission: 'case.read' },
    { text: 'Publication', href: page('publication'), permission: 'inspection.publish' },
  ]
}

/** Returns the links that the person has permission to open. */
export async function allowedLinks<Link extends { readonly permission: Permission }>(
  mayDo: (permission: Permission, inspection: string) => Promise<boolean>,
  inspection: string,
  links: readonly Link[],
): Promise<readonly Link[]> {
  const allowed = await Promise.all(links.map(({ permission }) => mayDo(permission, inspection)))
  return links.filter((_, index) => allowed[index])
}
