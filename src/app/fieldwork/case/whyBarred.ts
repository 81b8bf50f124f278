import type { BarredBecause } from '../../../core/fieldwork/decideWrite.ts'
import type { Shell } from '../../../platform/shell.ts'
import { actorOnceHadPermission } from '../../people/access/actorOnceHadPermission.ts'
import type { CaseKey } from './caseKey.ts'

/**
 * Returns why what the acting person sent is to be saved as a conflict, although they cannot write to the case now;
 * undefined for someone who never had permission to write here, of whom nothing is saved.
 */
export async function whyBarred(shell: Shell, { inspectionId }: CaseKey): Promise<BarredBecause | undefined> {
  // Their role lets them write to the cases of the inspection: what bars them is a conflict of interest with this case.
  if (await shell.mayDo('case.answer', inspectionId)) return 'conflict-of-interest'
  return (await actorOnceHadPermission(shell, 'case.answer', inspectionId)) ? 'right-taken-away' : undefined
}
