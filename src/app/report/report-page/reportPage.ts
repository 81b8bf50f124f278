import type { Route } from '../../../platform/http/route.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import type { LoadReport } from '../loadReport.ts'
import { findingsPath, recommendationsPath } from '../paths.ts'
import { textsOf, unprintableText } from '../pdf/unprintableText.ts'
import { printedReport } from '../printedReport.ts'

/** Returns the route of the report as a web page. */
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
      const inspectionHref = inspectionPath(inspection)
      const mayWrite = await shell.mayDo('findings.write', inspection)
      return {
        kind: 'page',
        template: 'report/report-page/reportPage.njk',
        model: {
          report: printedReport(report.value, 'screen'),
          inspectionHref,
          findingsHref: findingsPath(inspection),
          recommendationsHref: recommendationsPath(inspection),
          mayWrite,
          unprintable: mayWrite ? unprintableText(textsOf(report.value)) : null,
        },
      }
    },
  }
}
