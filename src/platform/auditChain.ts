/** What binds an audit event to the one before it. The database writes the hash; this works it out again. */
import { createHash } from 'node:crypto'

export type ChainedEvent = {
  /** The inspection, or '' for what belongs to none. */
  readonly chain: string
  readonly position: number
  readonly hash: string
  /** The event's parts as the database prints them, in the order of migration 0022; null if absent. */
  readonly parts: readonly (string | null)[]
}

/** The last event of a chain: a head that is stored elsewhere reveals even a whole chain that was written again. */
export type ChainHead = { readonly chain: string; readonly position: number; readonly hash: string }

export type ChainFault = { readonly chain: string; readonly position: number; readonly fault: string }

function eventHash(previous: string, { position, parts }: ChainedEvent): string {
  const text = [previous, String(position), ...parts].map(withLength).join('')
  return createHash('sha256').update(text).digest('hex')
}

function withLength(part: string | null): string {
  return part === null ? '-' : `${Buffer.byteLength(part)}:${part}`
}

/** Follows one chain, event by event in their order. Tells the first fault it meets. */
export function followChain(chain: string) {
  let last: ChainHead = { chain, position: 0, hash: '' }
  let fault: ChainFault | undefined
  return {
    next: (event: ChainedEvent): void => {
      fault ??= faultOf(last, event)
      last = { chain, position: event.position, hash: event.hash }
    },
    /** What is wrong with the chain that ends at `head`, the end that the database remembers. */
    end: (head: ChainHead): ChainFault | undefined => {
      if (fault !== undefined) return fault
      if (head.position === last.position && head.hash === last.hash) return undefined
      return { chain, position: last.position + 1, fault: 'is missing at the end' }
    },
  }
}

function faultOf(last: ChainHead, event: ChainedEvent): ChainFault | undefined {
  if (event.position !== last.position + 1) {
    return { chain: last.chain, position: last.position + 1, fault: 'is missing' }
  }
  if (eventHash(last.hash, event) === event.hash) return undefined
  return { chain: last.chain, position: event.position, fault: 'was changed' }
}
