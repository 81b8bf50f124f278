/** Workbooks written part by part, to hold what no spreadsheet library writes. */
import { storedArchive } from '../../src/app/intake/reading/zipArchive.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships'
const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export type RawSheet = { readonly name: string; readonly xml: string; readonly state?: string }

export type RawExcel = {
  /** What is between `<worksheet>` and its end. */
  readonly sheets: readonly RawSheet[]
  /** Number formats; cell style 1 is the first of them, 2 the second. Null for a workbook without styles. */
  readonly formats?: readonly string[] | null
  readonly workbookProperties?: string
  readonly sharedStrings?: readonly string[]
  /** As the strict form of the standard names its parts. */
  readonly strict?: boolean
}

/** An XLSX of the given sheets. */
export function rawExcel({ sheets, formats = [], ...more }: RawExcel): Buffer {
  const { workbookProperties = '', sharedStrings, strict = false } = more
  const space = strict ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : main
  const links = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : office
  const others = [
    ...(formats === null ? [] : [['styles', stylesXml(formats, space)] as const]),
    ...(sharedStrings === undefined
      ? []
      : [['sharedStrings', `<sst xmlns="${space}">${sharedStrings.join('')}</sst>`] as const]),
  ]
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${excelType}.sheet.main+xml"/>`,
    ...sheets.map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${excelType}.worksheet+xml"/>`,
    ),
    ...others.map(
      ([name]) => `<Override PartName="/xl/${name}.xml" ContentType="${excelType}.${name}+xml"/>`,
    ),
  ]
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packageTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${space}" xmlns:r="${links}">${workbookProperties}<sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageLinks}">${[
        ...sheets.map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${links}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        ),
        ...others.map(
          ([name], at) =>
            `<Relationship Id="rId${sheets.length + at + 1}" Type="${links}/${name}" Target="${name}.xml"/>`,
        ),
      ].join('')}</Relationships>`,
    ],
    ...sheets.map(({ xml }, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet xmlns="${space}">${xml}</worksheet>`,
    ]),
    ...others.map(([name, xml]): [string, string] => [`xl/${name}.xml`, xml]),
  ]
  return storedArchive(new Map(parts.map(([name, xml]) => [name, Buffer.from(xml)])))
}

function stylesXml(formats: readonly string[], space: string): string {
  const numbered = formats.map((format, at) => ({ id: 164 + at, format }))
  const own = numbered.map(({ id, format }) => `<numFmt numFmtId="${id}" formatCode="${escaped(format)}"/>`)
  const styles = numbered.map(({ id }) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)
  return `<styleSheet xmlns="${space}"><numFmts count="${own.length}">${own.join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length + 1}"><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const spaces = ['office', 'table', 'text', 'style', 'number', 'calcext']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** An ODS with the content of `office:spreadsheet`, with the given automatic styles. */
export function rawOpenDocument(spreadsheet: string, styles = ''): Buffer {
  const content = `<office:document-content ${spaces} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`
  return storedArchive(
    new Map([
      ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
      ['content.xml', Buffer.from(content)],
    ]),
  )
}

/** A cell of an ODS: `value` as the attributes give it, `shown` as its text. */
export function openDocumentCell(attributes: string, shown: string): string {
  return `<table:table-cell ${attributes}><text:p>${escaped(shown)}</text:p></table:table-cell>`
}
