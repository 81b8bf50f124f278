import { type Problem, problem } from '../../core/kernel/problem.ts'
import { textLimits } from '../../core/kernel/textLimits.ts'

export const shortestPassword = 12
/** Words that guessing programs try first; a password may hold one, but not be one with decoration. */
const guessedFirst = [
  'password',
  'letmein',
  'welcome',
  'qwerty',
  'qwertyuiop',
  'inspection',
  'administrator',
  'assay',
]

/** What is wrong with a new password: length, and being guessed first. No rule on kinds of letters (NCSC's advice). */
export function passwordProblems(password: string, email: string, repeated: string): readonly Problem[] {
  const tooShort = [...password].length < shortestPassword
  const field = 'password'
  return [
    ...(tooShort ? [problem('people.password-short', { shortest: shortestPassword }, { field })] : []),
    ...tooLongProblems(password, field),
    ...(!tooShort && isGuessedFirst(password, email)
      ? [problem('people.password-guessed', {}, { field })]
      : []),
    ...(password === repeated ? [] : [problem('people.passwords-differ', {}, { field: 'repeated' })]),
  ]
}

function isGuessedFirst(password: string, email: string): boolean {
  const letters = password.toLowerCase()
  const [mailbox = ''] = email.toLowerCase().split('@')
  const bare = letters.replace(/[^a-z]/g, '')
  const fewSigns = new Set(letters).size < 5
  const counting = '01234567890123456789'.includes(letters.replace(/\s/g, ''))
  return (
    fewSigns ||
    counting ||
    guessedFirst.includes(bare) ||
    bare === mailbox.replace(/[^a-z]/g, '') ||
    letters === email.toLowerCase()
  )
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
