/** What a page says after a form succeeded. The address names a code; nothing but a declared sentence can be said by it. */
import type { Reply } from '../../../platform/http/route.ts'

/** Each page declares its own: a code, and the whole sentence that the page says for it. */
export type DoneSentences<Code extends string = string> = Readonly<Record<Code, string>>

/** Returns the sentence of `sentences` for the `done` of an address; null if it has none. */
export function doneSentence(sentences: DoneSentences, done: string | undefined): string | null {
  return done !== undefined && Object.hasOwn(sentences, done) ? (sentences[done] ?? null) : null
}

/**
 * Returns a redirect to `address`, whose page says the sentence that `sentences` has for `done`; a code that is not
 * declared does not compile. The address may have a query and a fragment.
 */
export function redirectSaying<Code extends string>(
  sentences: DoneSentences<Code>,
  done: NoInfer<Code>,
  address: string,
): Reply {
  if (!Object.hasOwn(sentences, done)) throw new Error(`no page says "${done}"`)
  const [page = '', ...fragment] = address.split(/(?=#)/)
  return { kind: 'redirect', to: `${page}${page.includes('?') ? '&' : '?'}done=${done}${fragment.join('')}` }
}
