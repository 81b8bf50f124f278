import { type DownloadName, downloadName } from '../../platform/http/downloadName.ts'
import type { Reply, Route } from '../../platform/http/route.ts'
import type { Shell } from '../../platform/shell.ts'
import { answersCsv, type ExportedAnswers, exportAnswers, judgementsJson } from './answersExport.ts'

const reads = { method: 'GET', permission: 'case.read', audit: 'reads' } as const

/** What an inspection is rated from, as the files that can be rated again. */
export const answersDownloadRoutes: readonly Route[] = [
  {
    ...reads,
    path: '/inspections/:inspection/answers.csv',
    handle: ({ params: { inspection = '' } }, shell) =>
      download(shell, inspection, ({ answers }) => ({
        name: downloadName([inspection, 'answers'], 'csv'),
        type: 'text/csv; charset=utf-8',
        body: answersCsv(answers),
      })),
  },
  {
    ...reads,
    path: '/inspections/:inspection/judgements.json',
    handle: ({ params: { inspection = '' } }, shell) =>
      download(shell, inspection, ({ judgements }) => ({
        name: downloadName([inspection, 'judgements'], 'json'),
        type: 'application/json; charset=utf-8',
        body: judgementsJson(judgements),
      })),
  },
]

type File = { readonly name: DownloadName; readonly type: string; readonly body: string }

async function download(
  shell: Shell,
  inspection: string,
  fileOf: (exported: ExportedAnswers) => File,
): Promise<Reply> {
  const exported = await exportAnswers(shell, inspection)
  if (!exported.ok) return { kind: 'refused', problems: exported.problems }
  return { kind: 'file', ...fileOf(exported.value) }
}
