import { type AnnexeColumn, annexeColumns } from '../../../core/report/annexeColumns.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'

/** Returns what the CSV file of the annexe means, by the W3C's CSV on the Web. It is published next to the file. */
export function annexeMetadata(report: ReportModel): object {
  const source = report.facts.find(({ label }) => label === 'Source of the figures')?.value
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'annexe.csv',
    'dc:title': `Data annexe. ${report.title}`,
    'dc:description': report.warning ?? 'Figures of a published inspection.',
    'dc:creator': report.author,
    'dc:source': source,
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: { columns: annexeColumns.map(columnDescription), primaryKey: 'item' },
  }
}

function columnDescription({ name, title, description, datatype, required }: AnnexeColumn): object {
  return {
    name,
    titles: name,
    'dc:title': title,
    'dc:description': description,
    datatype: datatype === 'integer' ? { base: 'integer', minimum: 0 } : 'string',
    required,
  }
}
