/** What `parse` makes of a command's words; undefined where it meets an option that it does not know. */
export function wordsOf<Words>(parse: () => Words): Words | undefined {
  try {
    return parse()
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return undefined
    }
    throw error
  }
}
