import type { Route } from '../../../platform/http/route.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import type { LoadReport } from '../loadReport.ts'
import { textsOf, unprintableWords } from '../pdf/unprintable.ts'
import { printedReport } from '../printedReport.ts'

/** The report as a web page. */
export function reportPage(loadReport: LoadReport): Route {
  return {
    method: 'GET',
    path: '/inspections/:inspection/report',
    permission: 'report.read',
    audit: 'reads',
    handle: async ({ params }, shell) => {
      const { inspection = '' } = params
      const report = await loadReport(shell, inspection)
      if (!report.ok) return { kind: 'refused', problems: report.problems }
      const files = `${inspectionPath(inspection)}/`
      const mayWrite = await shell.mayDo('findings.write', inspection)
      return {
        kind: 'page',
        template: 'report/report-page/reportPage.njk',
        model: {
          report: printedReport(report.value, 'screen'),
          files,
          mayWrite,
          unprintable: mayWrite ? unprintableWords(textsOf(report.value)) : null,
        },
      }
    },
  }
}
