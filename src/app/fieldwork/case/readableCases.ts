import type { Shell } from '../../../platform/shell.ts'

/** Returns those of `items` whose cases the acting person may read: none with which they have a conflict of interest. */
export async function ofReadableCases<Item extends { readonly caseId: string }>(
  { mayDo }: Pick<Shell, 'mayDo'>,
  inspectionId: string,
  items: readonly Item[],
): Promise<readonly Item[]> {
  const may = await Promise.all(items.map(({ caseId }) => mayDo('case.read', inspectionId, caseId)))
  return items.filter((_, at) => may[at] === true)
}
