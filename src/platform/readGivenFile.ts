/** Files that someone names on the command line. */
import { readFile, stat } from 'node:fs/promises'
import { done, type Result, refuse } from '../core/kernel/result.ts'
import { problem } from './problems.ts'

/** A national set of answers is about 60 megabytes. */
const mostMegabytes = 256

/** The content of the file at `path`. Refuses a folder, a file that cannot be read, and one above 256 megabytes. */
export async function readGivenFile(path: string): Promise<Result<Uint8Array>> {
  const place = { file: path }
  try {
    const found = await stat(path)
    if (found.isDirectory()) return refuse(problem('file.is-folder', { file: path }, place))
    if (found.size > mostMegabytes * 1024 * 1024) {
      return refuse(problem('file.too-large', { file: path, limit: mostMegabytes }, place))
    }
    return done(await readFile(path))
  } catch {
    return refuse(problem('file.not-found', { file: path }, place))
  }
}
