import { annexeColumns } from '../../../core/report/annexeColumns.ts'

/** Returns `docs/reference/annexe.md`: every column of the data annexe. A test compares the page with the code. */
export function annexeReference(): string {
  const rows = annexeColumns.map(
    ({ name, title, datatype, description }) => `| \`${name}\` | ${title} | ${datatype} | ${description} |`,
  )
  return `# Data annexe

The figures of an inspection's report as open data. Made from \`src/core/report/annexeColumns.ts\` by \`npm run docs\`.

The annexe has one line for each rated standard, followed by a line for each of its key questions and prompts
that has figures. Its numbers are those that the report prints. It has three forms below the address of the
inspection:

- \`annexe.csv\`: CSV by RFC 4180, in UTF-8, lines ended by CR and LF, with a header. Text that a
  spreadsheet would read as a formula has an apostrophe before it.
- \`annexe.csv-metadata.json\`: what the columns of that file mean, by the W3C's CSV on the Web.
- \`annexe.ods\`: an OpenDocument spreadsheet with the sheets \`Figures\`, headed by the titles below, and \`About\`.

Downloads are named by inspection and stage: \`york-2022-12-annexe-published.csv\`. The stage is \`draft\` while cases
are assessed, then \`provisional\`, then \`published\`. Published files have an ETag and change only with the report.

| column | title in the spreadsheet | type | meaning |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
