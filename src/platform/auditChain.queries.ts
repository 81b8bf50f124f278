import { sql } from 'kysely'
import { type ChainedEvent, type ChainFault, type ChainHead, followChain } from './auditChain.ts'
import { type ComparedHead, headFaults, type KeptHead } from './auditHeads.ts'
import type { Connection } from './database/connection.ts'

const eventsAtOnce = 5_000

export type VerifiedLog = {
  readonly events: number
  readonly heads: readonly ChainHead[]
  /** Of each chain the first place that is not as it was written, and the first that contradicts a stored head. */
  readonly faults: readonly ChainFault[]
}

/** The present end of each chain. */
export async function listHeads(database: Connection): Promise<readonly ChainHead[]> {
  return database.selectFrom('audit_chain').selectAll().orderBy('chain').execute()
}

/** The present end of the chain of that name; undefined if nothing was logged in it yet. */
export async function findHead(database: Connection, chain: string): Promise<ChainHead | undefined> {
  return database.selectFrom('audit_chain').selectAll().where('chain', '=', chain).executeTakeFirst()
}

/**
 * Works out every event's hash again and compares, also with the heads that were `kept` elsewhere. What is logged while
 * it runs is left for the next time: each chain is followed to the end that it had at the start.
 */
export async function verifyAuditLog(
  database: Connection,
  kept: readonly KeptHead[] = [],
): Promise<VerifiedLog> {
  const heads = await listHeads(database)
  const results = []
  for (const head of await withLostHeads(database, heads)) results.push(await verifyChain(database, head))
  return {
    events: results.reduce((sum, { events }) => sum + events, 0),
    heads,
    faults: [
      ...results.flatMap(({ fault }) => fault ?? []),
      ...(await unchained(database)),
      ...headFaults(await compareHeads(database, kept)),
    ],
  }
}

async function compareHeads(
  database: Connection,
  kept: readonly KeptHead[],
): Promise<readonly ComparedHead[]> {
  const { rows } = await sql<{ hash: string | null }>`
    select event.hash
    from unnest(${kept.map(({ chain }) => chain)}::text[], ${kept.map(({ position }) => position)}::bigint[])
      with ordinality as head (chain, position, line)
    left join audit_event event on coalesce(event.inspection_id, '') = head.chain and event.position = head.position
    order by head.line`.execute(database)
  return kept.map((head, index) => ({ kept: head, hash: rows[index]?.hash ?? null }))
}

/** The heads, and for events whose chain has none (which nobody but a tamperer brings about) the place after all. */
async function withLostHeads(
  database: Connection,
  heads: readonly ChainHead[],
): Promise<readonly ChainHead[]> {
  const { rows } = await sql<{ chain: string }>`
    select distinct coalesce(inspection_id, '') as chain from audit_event`.execute(database)
  const lost = rows.filter(({ chain }) => heads.every((head) => head.chain !== chain))
  return [...heads, ...lost.map(({ chain }) => ({ chain, position: Number.MAX_SAFE_INTEGER, hash: '' }))]
}

/** Events that were put in past the trigger that chains them. */
async function unchained(database: Connection): Promise<readonly ChainFault[]> {
  const { rows } = await sql<{ chain: string }>`
    select coalesce(inspection_id, '') as chain from audit_event where position is null`.execute(database)
  return rows.map(({ chain }) => ({ chain, position: 0, fault: 'was never chained' }))
}

async function verifyChain(
  database: Connection,
  head: ChainHead,
): Promise<{ events: number; fault: ChainFault | undefined }> {
  const following = followChain(head.chain)
  let events = 0
  let after = -1
  for (;;) {
    const part = await eventsOf(database, head, after)
    for (const event of part) following.next(event)
    events += part.length
    after = part.at(-1)?.position ?? after
    if (part.length < eventsAtOnce) return { events, fault: following.end(head) }
  }
}

async function eventsOf(
  database: Connection,
  { chain, position }: ChainHead,
  after: number,
): Promise<ChainedEvent[]> {
  type Row = { position: number; hash: string } & Record<(typeof partNames)[number], string | null>
  const { rows } = await sql<Row>`
    select position, hash, (extract(epoch from happened_at) * 1000000)::bigint::text as happened, actor,
      person_id, action, inspection_id, subject, before::text as before, after::text as after, reason
    from audit_event where coalesce(inspection_id, '') = ${chain} and position > ${after}
      and position <= ${position}
    order by position limit ${eventsAtOnce}`.execute(database)
  return rows.map((row) => ({
    chain,
    position: row.position,
    hash: row.hash,
    parts: partNames.map((name) => row[name]),
  }))
}

const partNames = [
  'happened',
  'actor',
  'person_id',
  'action',
  'inspection_id',
  'subject',
  'before',
  'after',
  'reason',
] as const
