/** The permission table in words, for the page and for docs/reference/permissions.md. */
import { type Stage, stages, stageTitles } from '../../../../core/kernel/stages.ts'
import type { Permission } from '../../../../platform/declared.ts'
import { permissions, permissionTable } from '../permissionTable.ts'
import { roles, roleTitles } from '../roles.ts'

export type PermissionView = {
  readonly permission: Permission
  readonly meaning: string
  readonly who: readonly { readonly title: string; readonly stages: string }[]
  /** The same, those together who have it in the same stages. */
  readonly when: readonly { readonly stages: string; readonly who: string }[]
}

/** Every permission with who has it in which stages. */
export function permissionViews(): readonly PermissionView[] {
  return permissions.map((permission) => {
    const who = holders(permission)
    return { permission, meaning: permissionTable[permission].meaning, who, when: byStages(who) }
  })
}

function byStages(who: PermissionView['who']): PermissionView['when'] {
  return [...new Set(who.map(({ stages: words }) => words))].map((words) => ({
    stages: words === 'always' ? 'Always' : words,
    who: who
      .filter((one) => one.stages === words)
      .map(({ title }) => title)
      .join(', '),
  }))
}

function holders(permission: Permission): PermissionView['who'] {
  const rule = permissionTable[permission]
  if (rule.for === 'everyone') return [{ title: 'Everyone', stages: 'always' }]
  if (rule.for === 'signed-in') return [{ title: 'Everyone who is signed in', stages: 'always' }]
  const everyone = rule.public.length > 0 ? [{ title: 'Everyone', stages: stageWords(rule.public) }] : []
  const held = roles.flatMap((role) => {
    const allowed = rule.roles[role]
    return allowed === undefined ? [] : [{ title: roleTitles[role], stages: stageWords(allowed) }]
  })
  return [...everyone, ...held]
}

function stageWords(allowed: readonly Stage[]): string {
  if (allowed.length === stages.length) return 'always'
  return stages
    .filter((stage) => allowed.includes(stage))
    .map((stage) => stageTitles[stage])
    .join(', ')
}

/** `docs/reference/permissions.md`. */
export function permissionsReference(): string {
  const sections = permissionViews().flatMap(({ permission, meaning, who }) => [
    `## \`${permission}\``,
    '',
    `${meaning}.`,
    '',
    '| who | stages |',
    '| --- | --- |',
    ...who.map(({ title, stages: words }) => `| ${title} | ${words} |`),
    '',
  ])
  return [
    '# Permissions',
    '',
    'Who can do what at which stage of an inspection. The head of programme, the chief inspector and administrators have',
    'their roles over all inspections, everyone else in the inspections they are assigned to. Made from',
    '`src/app/people/access/permissionTable.ts` by `npm run docs`; a test checks every route against this page.',
    '',
    ...sections,
  ].join('\n')
}
