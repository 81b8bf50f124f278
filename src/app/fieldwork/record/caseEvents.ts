/** From the events of the audit log to what happened to cases. */
import { z } from 'zod'
import { entryKinds } from '../../../core/fieldwork/entry.ts'
import type { CaseEvent } from '../../../core/fieldwork/replayCases.ts'
import type { LoggedEvent } from './caseRecord.queries.ts'

const written = z.object({ version: z.int(), value: z.string().nullable(), detail: z.string().nullish() })
const opened = z.object({
  facts: z.array(z.string()).default([]),
  factsHash: z.string().nullable().default(null),
})
const moved = z.object({
  status: z.string(),
  round: z.int().nullable().default(null),
  contentHash: z.string().nullable().default(null),
})
const imported = z.object({
  cases: z.array(z.object({ caseId: z.string(), answers: z.record(z.string(), z.string()) })),
})

const moves = ['hand-in', 'take-back', 'check', 'return', 'sign', 'reopen', 'withdraw'].map(
  (step) => `case.${step}`,
)

/** Returns the event as cases are replayed from it; undefined if it changes nothing that is stored of a case. */
export function caseEvent(event: LoggedEvent): CaseEvent | undefined {
  const { action, subject, after } = event
  if (action === 'case.answer' || action === 'case.decide') return writtenEvent(event)
  if (action === 'case.open') return { kind: 'opened', caseId: subject, ...opened.parse(after) }
  if (moves.includes(action)) {
    return { kind: 'moved', caseId: subject, signs: action === 'case.sign', ...moved.parse(after) }
  }
  const snapshot = action.startsWith('inspection.import-') ? imported.safeParse(after).data : undefined
  if (snapshot === undefined) return undefined
  const cases = snapshot.cases.map(
    ({ caseId, answers }) => [caseId, new Map(Object.entries(answers))] as const,
  )
  return { kind: 'imported', cases: new Map(cases) }
}

function writtenEvent({ subject, after, actor, personId }: LoggedEvent): CaseEvent | undefined {
  const [, caseId, kind, item] = /^(.+) (\S+) (\S+)$/.exec(subject) ?? []
  const known = entryKinds.find((entryKind) => entryKind === kind)
  if (caseId === undefined || known === undefined || item === undefined) return undefined
  const { version, value, detail } = written.parse(after)
  const author = { personId, name: actor }
  return {
    kind: 'written',
    caseId,
    ref: { kind: known, item },
    version,
    value,
    detail: detail ?? null,
    author,
  }
}
