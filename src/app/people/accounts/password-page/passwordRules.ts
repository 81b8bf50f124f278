import type { Problem } from '../../../../core/kernel/problem.ts'
import { textLimits } from '../../../../core/kernel/textLimits.ts'
import { problem } from '../../problems.ts'
import { isGuessedFirst } from './passwordGuesses.ts'

/** In characters. */
export const shortestPassword = 12
/** What anyone would try here for any person. */
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
 * Returns what is wrong with a new password: its length, being easy to guess, or two that differ. There is no rule on
 * kinds of letters (NCSC’s advice). `words` are what is known of the person and the services, such as names.
 */
export async function passwordProblems(
  { password, repeated }: TypedPassword,
  words: readonly string[],
): Promise<readonly Problem[]> {
  const differ = password === repeated ? [] : [problem('people.passwords-differ', {}, { field: 'repeated' })]
  return [...(await newPasswordProblems(password, words)), ...differ]
}

async function newPasswordProblems(password: string, words: readonly string[]): Promise<readonly Problem[]> {
  const field = 'password'
  if ([...password].length < shortestPassword) {
    return [problem('people.password-short', { shortest: shortestPassword }, { field })]
  }
  const tooLong = tooLongProblems(password, field)
  if (tooLong.length > 0) return tooLong
  const isGuessed = await isGuessedFirst(password.normalize('NFKC'), [...words, ...wordsOfTheProduct])
  return isGuessed ? [problem('people.password-guessed', {}, { field })] : []
}

/** Returns what is wrong with a current password before it is compared: being absent or too long. */
export function currentPasswordProblems(password: string, field: string): readonly Problem[] {
  if (password === '') return [problem('people.password-missing', {}, { field })]
  return tooLongProblems(password, field)
}

/** Returns the problem of a password that is too long to be hashed. */
export function tooLongProblems(password: string, field: string): readonly Problem[] {
  const longest = textLimits.password
  return password.length > longest ? [problem('people.password-long', { longest }, { field })] : []
}
