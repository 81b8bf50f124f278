/** The permission table as people read it, for its page and for docs/reference/permissions.md. */

import { permissions, permissionTable } from '../../../../core/access/permissionTable.ts'
import { roles, roleTitles } from '../../../../core/access/roles.ts'
import { type Stage, stages, stageTitles } from '../../../../core/kernel/stages.ts'
import type { Permission } from '../../../../platform/declared.ts'

export type PermissionView = {
  readonly permission: Permission
  readonly meaning: string
  readonly who: readonly { readonly title: string; readonly stages: string }[]
  /** The same, with those together who have it at the same stages. */
  readonly when: readonly { readonly stages: string; readonly who: string }[]
}

/** Returns every permission with the people who have it, and at which stages. */
export function permissionViews(): readonly PermissionView[] {
  return permissions.map((permission) => {
    const who = holders(permission)
    return { permission, meaning: permissionTable[permission].meaning, who, when: byStages(who) }
  })
}

function byStages(who: PermissionView['who']): PermissionView['when'] {
  return [...new Set(who.map(({ stages: text }) => text))].map((text) => ({
    stages: text === 'always' ? 'Always' : text,
    who: who
      .filter((each) => each.stages === text)
      .map(({ title }) => title)
      .join(', '),
  }))
}

function holders(permission: Permission): PermissionView['who'] {
  const rule = permissionTable[permission]
  if (rule.for === 'everyone') return [{ title: 'Everyone', stages: 'always' }]
  if (rule.for === 'signed-in') return [{ title: 'Everyone who is signed in', stages: 'always' }]
  const everyone = rule.public.length > 0 ? [{ title: 'Everyone', stages: stagesText(rule.public) }] : []
  const byRole = roles.flatMap((role) => {
    const allowed = rule.roles[role]
    return allowed === undefined ? [] : [{ title: roleTitles[role], stages: stagesText(allowed) }]
  })
  return [...everyone, ...byRole]
}

function stagesText(allowed: readonly Stage[]): string {
  if (allowed.length === stages.length) return 'always'
  return stages
    .filter((stage) => allowed.includes(stage))
    .map((stage) => stageTitles[stage])
    .join(', ')
}

/** Returns the text of `docs/reference/permissions.md`. */
export function permissionsReference(): string {
  const sections = permissionViews().flatMap(({ permission, meaning, who }) => [
    `## \`${permission}\``,
    '',
    `${meaning}.`,
    '',
    '| who | stages |',
    '| --- | --- |',
    ...who.map(({ title, stages: text }) => `| ${title} | ${text} |`),
    '',
  ])
  return [
    '# Permissions',
    '',
    'Who can do what at which stage of an inspection. The head of programme, the chief inspector and administrators have',
    'their roles over all inspections, everyone else in the inspections they are assigned to. Made from',
    '`src/core/access/permissionTable.ts` by `npm run docs`; a test checks every route against this page.',
    '',
    ...sections,
  ].join('\n')
}
