/** What histories say of the audit actions that rooms declare. */
import type { ActionKind, AuditEntry } from '../../../platform/auditTable.ts'
import type { Permission } from '../../../platform/declared.ts'

export type ActionTexts = {
  /** Returns what was done as people read it. An action that this version does not know has its own name. */
  readonly titleOf: (action: string) => string
  /** Returns the permission to read more of an action than that it was done; null if everyone here has it. */
  readonly readOf: (action: string) => Permission | null
  /** The kinds of action, each once, with the nouns that begin their actions. */
  readonly kinds: readonly {
    readonly id: string
    readonly title: string
    readonly nouns: readonly string[]
  }[]
  /** Each permission that lets people read more of some action than that it was done. */
  readonly permissionsToReadMore: readonly Permission[]
}

/** Returns what histories say of `actions`, by their names and their former names. */
export function actionTexts(actions: Readonly<Record<string, AuditEntry>>): ActionTexts {
  const named = Object.entries(actions).flatMap(([name, entry]) =>
    [name, ...(entry.formerly ?? [])].map((each) => [each, entry] as const),
  )
  const titles = new Map(named.map(([name, { title }]) => [name, title]))
  const kindOfNoun = new Map<string, ActionKind>(named.map(([name, { kind }]) => [nounOf(name), kind]))
  const nounsOfKind = Map.groupBy(kindOfNoun, ([, kind]) => kind)
  return {
    titleOf: (action) => titles.get(action) ?? action,
    readOf: (action) => {
      const kind = kindOfNoun.get(nounOf(action))
      // Of an action that this version does not know, people see only the name.
      return kind === undefined ? 'case.read' : kind.read
    },
    kinds: [...nounsOfKind].map(([{ id, title }, ofKind]) => ({
      id,
      title,
      nouns: ofKind.map(([noun]) => noun),
    })),
    permissionsToReadMore: [...nounsOfKind.keys()].flatMap(({ read }) => read ?? []),
  }
}

function nounOf(action: string): string {
  const [noun = ''] = action.split('.')
  return noun
}
