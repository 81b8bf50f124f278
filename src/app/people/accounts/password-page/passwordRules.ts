import type { Problem } from '../../../../core/kernel/problem.ts'
import { textLimits } from '../../../../core/kernel/textLimits.ts'
import { problem } from '../../problems.ts'
import { isGuessedFirst } from './passwordGuesses.ts'

export const shortestPassword = 12
/** What anybody would try here, whoever the person is. */
const wordsOfTheProduct = [
  'assay',
  'inspection',
  'inspector',
  'administrator',
  'youth',
  'justice',
  'probation',
]

export type TypedPassword = { readonly password: string; readonly repeated: string }

/**
 * What is wrong with a new password: its length, and being guessed first. No rule on kinds of letters (NCSC's advice).
 * `words` are what is known of the person and their services, such as names and addresses.
 */
export async function passwordProblems(
  { password, repeated }: TypedPassword,
  words: readonly string[],
): Promise<readonly Problem[]> {
  const differ = password === repeated ? [] : [problem('people.passwords-differ', {}, { field: 'repeated' })]
  return [...(await ownProblems(password, words)), ...differ]
}

async function ownProblems(password: string, words: readonly string[]): Promise<readonly Problem[]> {
  const field = 'password'
  if ([...password].length < shortestPassword) {
    return [problem('people.password-short', { shortest: shortestPassword }, { field })]
  }
  const tooLong = tooLongProblems(password, field)
  if (tooLong.length > 0) return tooLong
  const guessed = await isGuessedFirst(password.normalize('NFKC'), [...words, ...wordsOfTheProduct])
  return guessed ? [problem('people.password-guessed', {}, { field })] : []
}

/** What is wrong with a password that is typed to be compared: only its length, before it costs anything. */
export function typedPasswordProblems(password: string, field: string): readonly Problem[] {
  if (password === '') return [problem('people.password-missing', {}, { field })]
  return tooLongProblems(password, field)
}

/** Nothing longer than a password may be is ever hashed. */
export function tooLongProblems(password: string, field: string): readonly Problem[] {
  const longest = textLimits.password
  return password.length > longest ? [problem('people.password-long', { longest }, { field })] : []
}
