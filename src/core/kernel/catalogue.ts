/**
 * Every refusal the product can give: code, HTTP status, the sentence that says what is wrong and the
 * sentence that says what to do next. Sentences are whole, so that each can be put into Welsh.
 * `docs/reference/problems.md` is generated from this table.
 */
type Entry = {
  readonly status: 400 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 503
  readonly sentence: string
  readonly mend: string
}

export const catalogue = {
  'request.not-found': {
    status: 404,
    sentence: 'There is no page at this address.',
    mend: 'Check the address, or start from the list of inspections.',
  },
} as const satisfies Record<string, Entry>
