import { type Problem, problem } from '../../core/kernel/problem.ts'

export const shortestPassword = 12
const longestPassword = 200
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
    ...([...password].length > longestPassword
      ? [problem('people.password-long', { longest: longestPassword }, { field })]
      : []),
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
