/** What a page says after a form was taken: the address it leads to names it, and nothing else can be said by it. */
const words: Readonly<Record<string, string>> = {
  saved: 'The person is saved.',
  closed: 'The account is closed.',
  opened: 'The account is open again.',
  given: 'The role is given.',
  taken: 'The role is taken away.',
  password: 'Your password is set.',
  authenticator: 'The authenticator app is removed.',
  ended: 'The sessions are ended.',
  revoked: 'The token is revoked.',
  discarded: 'The text is discarded.',
}

/** The sentence for the `done` of an address; null where there is none. */
export function doneWords(done: string | undefined): string | null {
  return sentenceOf(words, done)
}

/** The sentence that `words` has under `done`; null where there is none. */
export function sentenceOf(words: Readonly<Record<string, string>>, done: string | undefined): string | null {
  return done !== undefined && Object.hasOwn(words, done) ? (words[done] ?? null) : null
}
