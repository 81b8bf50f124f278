/** What the pages of a case list say was done, by the code in their address. */
export const caseListDone = {
  removed: 'The file is removed. No cases were accepted from it.',
  columns: 'The list was read again with these columns.',
  accepted: 'The case list is accepted.',
}
