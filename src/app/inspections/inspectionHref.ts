import type { Shell } from '../../platform/shell.ts'

/** Where the page of an inspection is; null for somebody who works in it but may not read its ratings. */
export async function inspectionHref(
  { mayDo }: Pick<Shell, 'mayDo'>,
  inspection: string,
): Promise<string | null> {
  return (await mayDo('inspection.read', inspection)) ? `/inspections/${inspection}` : null
}
