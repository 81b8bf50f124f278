import { sentenceOf } from '../people/accounts/people-page/doneWords.ts'

const sentences = {
  removed: 'The file is removed. No case was taken from it.',
  columns: 'The list was read again with these columns.',
  taken: 'The list is taken.',
}

/** What a page of case lists says after a form was taken; null where its address names none. */
export function caseListDone(name: string | undefined): string | null {
  return sentenceOf(sentences, name)
}
