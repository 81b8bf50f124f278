import type { Result } from '../../core/kernel/result.ts'
import { done } from '../../core/kernel/result.ts'
import type { Shell } from '../../platform/shell.ts'
import type { CaseListContext } from './caseListContext.ts'
import type { CaseListVersion } from './caseLists.queries.ts'
import { removeUploads } from './caseListUploads.queries.ts'
import { receiveCaseList, type SentCaseList } from './receiveCaseList.ts'
import { type Reasons, takeCaseList } from './takeCaseList.ts'

/** Receives and takes a list in one step; where it is not taken nothing of it stays. */
export async function addCaseList(
  shell: Shell,
  context: CaseListContext,
  sent: SentCaseList,
  reasons: Reasons,
): Promise<Result<CaseListVersion>> {
  const { outcome } = await receiveCaseList(shell, context, sent)
  if (!outcome.ok) return outcome
  const { uploadId } = outcome.value
  const taken = await takeCaseList(shell, context, uploadId, reasons)
  if (!taken.ok) {
    await shell.transact(async (tx) => {
      await removeUploads(tx, context.inspection.id, uploadId, new Date(0))
      return done(null)
    })
  }
  return taken
}
