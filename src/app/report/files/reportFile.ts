import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nunjucks from 'nunjucks'
import type { ReportModel } from '../../../core/report/reportModel.ts'
import { printedReport } from '../printedReport.ts'

const project = join(import.meta.dirname, '../../../..')

/** Returns the report as one HTML file with its styles and pictures, which needs no other file. */
export function reportFile(report: ReportModel): string {
  const loader = new nunjucks.FileSystemLoader(join(project, 'src/app'))
  const environment = new nunjucks.Environment(loader, { autoescape: true })
  const styles = readFileSync(join(project, 'assets/styles/_report.scss'), 'utf8')
  return environment.render('report/files/reportFile.njk', {
    report: printedReport(report, 'screen'),
    styles,
  })
}
