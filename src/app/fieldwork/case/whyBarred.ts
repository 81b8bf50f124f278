import type { BarredBecause } from '../../../core/fieldwork/decideWrite.ts'
import type { Shell } from '../../../platform/shell.ts'
import { actorOnceHadPermission } from '../../people/access/actorOnceHadPermission.ts'
import type { CaseKey } from './case.queries.ts'

/**
 * Why the acting person, who may not write to the case now, is to have what they sent kept; undefined for somebody who
 * never might write here, of whom nothing is kept.
 */
export async function whyBarred(shell: Shell, { inspectionId }: CaseKey): Promise<BarredBecause | undefined> {
  // Their role lets them write to the cases of the inspection: what bars them is a conflict of interest with this one.
  if (await shell.mayDo('case.answer', inspectionId)) return 'conflict-of-interest'
  return (await actorOnceHadPermission(shell, 'case.answer', inspectionId)) ? 'right-taken-away' : undefined
}
