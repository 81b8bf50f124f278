/** The pages on which an inspection is carried out, in the order in which it goes through them. */

import type { Permission } from '../../platform/declared.ts'
import { inspectionPath } from '../layout/inspectionPath.ts'

export type WorkLink = {
  readonly text: string
  readonly href: string
  /** What its page asks for; whoever may not is not shown the link. */
  readonly permission: Permission
}

export function workLinks(inspection: string): readonly WorkLink[] {
  const base = inspectionPath(inspection)
  return [
    { text: 'Correct or withdraw', href: `${base}/correct`, permission: 'inspection.correct' },
    { text: 'People and roles', href: `${base}/people`, permission: 'inspection.assign' },
    { text: 'Stage', href: `${base}/stage`, permission: 'inspection.change-stage' },
    { text: 'Case list', href: `${base}/case-list`, permission: 'case-list.read' },
    { text: 'Sample', href: `${base}/sample`, permission: 'sample.read' },
    { text: 'Allocation and timetable', href: `${base}/allocation`, permission: 'allocation.read' },
    { text: 'Begin fieldwork', href: `${base}/begin-fieldwork`, permission: 'case.allocate' },
    { text: 'Cases', href: `${base}/cases`, permission: 'case.read' },
    { text: 'Publication', href: `${base}/publication`, permission: 'inspection.publish' },
  ]
}

/** Those of the links that the person may open. */
export async function allowedLinks<Link extends { readonly permission: Permission }>(
  mayDo: (permission: Permission, inspection: string) => Promise<boolean>,
  inspection: string,
  links: readonly Link[],
): Promise<readonly Link[]> {
  const allowed = await Promise.all(links.map(({ permission }) => mayDo(permission, inspection)))
  return links.filter((_, index) => allowed[index])
}
