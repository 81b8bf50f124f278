import type { Result } from '../../../core/kernel/result.ts'
import { type DownloadName, downloadName } from '../../../platform/http/downloadName.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import {
  answersCsv,
  type ExportedAnswers,
  exportAnswers,
  exportAnswersOfAll,
  judgementsJson,
} from './answersExport.ts'

const reads = { method: 'GET', permission: 'case.read', audit: 'reads' } as const

/** The downloads of what an inspection is rated from, as files that can be rated again. */
export const answersDownloadRoutes: readonly Route[] = [
  {
    ...reads,
    path: '/inspections/:inspection/answers.csv',
    handle: async ({ params: { inspection = '' } }, shell) =>
      download(await exportAnswersOfAll(shell, inspection), ({ answers }) => ({
        name: downloadName([inspection, 'answers'], 'csv'),
        type: 'text/csv; charset=utf-8',
        body: answersCsv(answers),
      })),
  },
  {
    ...reads,
    path: '/inspections/:inspection/judgements.json',
    handle: async ({ params: { inspection = '' } }, shell) =>
      download(await exportAnswers(shell, inspection), ({ judgements }) => ({
        name: downloadName([inspection, 'judgements'], 'json'),
        type: 'application/json; charset=utf-8',
        body: judgementsJson(judgements),
      })),
  },
]

type File = { readonly name: DownloadName; readonly type: string; readonly body: string }

function download(exported: Result<ExportedAnswers>, fileOf: (exported: ExportedAnswers) => File): Reply {
  if (!exported.ok) return { kind: 'refused', problems: exported.problems }
  return { kind: 'file', ...fileOf(exported.value) }
}
