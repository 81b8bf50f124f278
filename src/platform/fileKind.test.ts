/** A file of another kind is named for what it is, whatever its name says, with what to do next. */
import { describe, expect, test } from 'vitest'
import { fileText } from './fileText.ts'

const wide = (name: string) => Buffer.from(name, 'utf16le')
const compound = (stream: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), wide(stream)])
const bytes = (text: string) => Buffer.from(text, 'latin1')
const table = 'case_id,domain,question,answer\nN1,court,2.1.1,yes\n'

function refusal(content: Uint8Array, wanted: 'table' | 'json' | 'yaml'): string {
  const text = fileText(content, 'given.xlsx', wanted)
  return text.ok ? 'read' : `${text.problems[0].text} ${text.problems[0].action}`
}

describe('by its bytes', () => {
  test.each([
    ['a workbook with a password', compound('EncryptedPackage'), 'remove the password'],
    ['an old Excel workbook (.xls)', compound('Workbook'), 'save it as Excel workbook (.xlsx)'],
    ['an old Word document (.doc)', compound('WordDocument'), 'choose the spreadsheet'],
    ['an e-mail (.msg)', compound('__properties_version1.0'), 'save its attachment'],
    ['a workbook or a ZIP archive', bytes('PK\x03\x04'), 'save its sheet as CSV'],
    ['a PDF', bytes('%PDF-1.7'), 'choose the spreadsheet or the data'],
    ['a picture', bytes('\x89PNG\r\n'), 'choose the spreadsheet or the data'],
    ['a picture', bytes('\0\0\0\x18ftypheic'), 'choose the spreadsheet or the data'],
    ['a packed file (gzip)', bytes('\x1f\x8b'), 'unpack it'],
    ['a database (SQLite)', bytes('SQLite format 3\0'), 'export the data again'],
    ['neither text nor a workbook', Buffer.alloc(50, 1), 'check that it is the right file'],
  ])('%s', (kind, content, next) => {
    for (const wanted of ['table', 'json', 'yaml'] as const) {
      const text = refusal(content, wanted)
      expect(text).toContain(`The file given.xlsx cannot be read here: it is ${kind}.`)
      expect(text).toContain(next)
    }
  })

  test('a file of no bytes is empty', () => {
    expect(refusal(bytes(''), 'table')).toContain('The file given.xlsx is empty.')
  })
})

describe('by its text', () => {
  test.each([
    ['table', '<html><table><tr><td>case_id', 'a web page, which may have been named as a spreadsheet'],
    [
      'table',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
      'a spreadsheet written as XML',
    ],
    ['json', '<?xml version="1.0"?><results/>', 'an XML file'],
    ['yaml', '<!doctype html><title>Sign in</title>', 'a web page'],
    ['table', 'MIME-Version: 1.0\nX-Document-Type: Workbook', 'a web page saved as one file (.mht)'],
    ['table', '[{"case_id": "N1"}]', 'a JSON file'],
    ['table', '[]', 'a JSON file'],
    ['json', table, 'a table, such as CSV'],
    ['json', '"case_id";"domain"\r\nN1;court\r\n', 'a table, such as CSV'],
  ] as const)('for a %s: %s', (wanted, text, kind) => {
    expect(refusal(bytes(text), wanted)).toContain(`cannot be read here: it is ${kind}`)
  })

  test.each([
    ['table', table],
    ['json', '{"a": "b, c"}\n'],
    ['json', '\n[\n"a, b"]'],
    ['yaml', 'id: yos-2021\nname: a, b\n'],
  ] as const)('a %s is read: %j', (wanted, text) => {
    expect(refusal(bytes(text), wanted)).toBe('read')
  })
})
