import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * What is wrong with the options among a command's words, as a sentence: one that is unknown, without its value, with a
 * value that it does not take, or given twice, of which the last would count silently. Undefined if nothing is.
 */
export function optionFault(words: readonly string[], options: Options): string | undefined {
  const { tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) return `There is no option “${token.rawName}”.`
    if (option.type === 'boolean' && token.value !== undefined) return `${token.rawName} takes no value.`
    const isMissing = token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))
    if (option.type === 'string' && isMissing) return `${token.rawName} needs a value.`
    if (seen.has(token.name) && option.multiple !== true) return `${token.rawName} is given twice.`
    seen.add(token.name)
  }
  return undefined
}
