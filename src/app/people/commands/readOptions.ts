import { type ParseArgsConfig, parseArgs } from 'node:util'
import { optionFault } from '../../../platform/optionFault.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Returns the values of a command that takes only options, or a sentence that says what is wrong with its words. */
export function readOptions<Known extends Options>(words: readonly string[], options: Known) {
  const wrong = optionFault(words, options)
  if (wrong !== undefined) return { wrong }
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  const [word] = positionals
  return word === undefined ? { values } : { wrong: `“${word}” is not an option of this command.` }
}
