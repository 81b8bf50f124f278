/** Reads the body of a request piece by piece, never more than is allowed, and leaves the rest unread. */
import type { Readable } from 'node:stream'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'
import type { BodyShare } from './bodyBudget.ts'

export type BodyReader = {
  /**
   * Everything that has come when `isEnough` first says so, or the body ends. Refuses more than `mostBytes`, a
   * process that holds as much as it may, and a sender that went away. May be called again to read on.
   */
  readonly read: (mostBytes: number, isEnough?: (soFar: Buffer) => boolean) => Promise<Result<Buffer>>
  /** Reads no more: what is left can be thrown away with the connection. */
  readonly leave: () => Promise<void>
}

/** A reader of `stream`, of which `declaredBytes` are announced, if anything is. */
export function bodyReader(
  stream: Readable,
  declaredBytes: number | undefined,
  share: BodyShare,
): BodyReader {
  const pieces = stream.iterator({ destroyOnReturn: false })
  let chunks: Buffer[] = []
  let size = 0

  const more = async (mostBytes: number): Promise<Result<boolean>> => {
    const next = await pieces.next()
    if (next.done === true) return done(false)
    const piece = Buffer.from(next.value)
    if (size + piece.length > mostBytes) return tooLarge
    if (!share.take(piece.length)) return refuse(problem('request.busy', {}))
    chunks.push(piece)
    size += piece.length
    return done(true)
  }

  const joined = (): Buffer => {
    chunks = [Buffer.concat(chunks)]
    return chunks[0] ?? Buffer.alloc(0)
  }
  const read: BodyReader['read'] = async (mostBytes, isEnough) => {
    if ((declaredBytes ?? 0) > mostBytes || size > mostBytes) return tooLarge
    try {
      while (isEnough === undefined || !isEnough(joined())) {
        const came = await more(mostBytes)
        if (!came.ok) return came
        if (!came.value) break
      }
      return done(joined())
    } catch {
      return refuse(problem('request.malformed', {}))
    }
  }
  return { read, leave: async () => void (await pieces.return?.()) }
}

const tooLarge = refuse(problem('request.too-large', {}))
