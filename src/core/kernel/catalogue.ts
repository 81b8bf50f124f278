/**
 * Every refusal the product can give: code, HTTP status, the sentence that says what is wrong and the
 * sentence that says what to do next. Sentences are whole, so that each can be put into Welsh.
 * `docs/reference/problems.md` is generated from this table.
 */
type Entry = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503 | 507
  readonly sentence: string
  readonly action: string
}

export const catalogue = {
  'request.not-found': {
    status: 404,
    sentence: 'There is no page at this address.',
    action: 'Check the address, or start from the list of inspections.',
  },
  'intake.upload-not-found': {
    status: 404,
    sentence: 'This list is not waiting any more: it was taken, given up, or sent more than a day ago.',
    action: 'Send the file again.',
  },
  'intake.version-not-found': {
    status: 404,
    sentence: 'There is no version {version} of this case list.',
    action: 'Choose one from the versions of the list.',
  },
  'intake.list-unchanged': {
    status: 409,
    sentence: 'The file is the same as version {version}.',
    action: 'Nothing needs to be done, or send the file that was meant.',
  },
  'intake.warning-not-confirmed': {
    status: 422,
    sentence: 'The reason for taking the list is missing: {warning}.',
    action: 'Say why the list is right as it is, or send a corrected list.',
  },
  'intake.key-data-not-whole': {
    status: 422,
    sentence: '“{value}” is not a whole number of cases.',
    action: 'Give a whole number, or leave the field empty.',
  },
  'intake.file-empty': {
    status: 422,
    sentence: 'The file is empty.',
    action: 'Choose the file that holds the case list.',
  },
  'intake.file-missing': {
    status: 400,
    sentence: 'No file was sent.',
    action: 'Choose the file that holds the case list.',
  },
  'intake.file-too-large': {
    status: 413,
    sentence: 'The file has {megabytes} MB; the most that is taken is {limit} MB.',
    action: 'Send the case list alone, without pictures or other sheets.',
  },
  'intake.too-many-rows': {
    status: 413,
    sentence: 'The list has more than {limit} cases, which is the most that is taken.',
    action: 'Send only the cases of the period that is inspected.',
  },
  'intake.too-many-columns': {
    status: 413,
    sentence: 'The list has {columns} columns; the most that are taken is {limit}.',
    action: 'Send only the columns of the template.',
  },
  'intake.file-type-not-taken': {
    status: 415,
    sentence: 'This is {kind}. A case list must be a CSV, XLSX or ODS file without a password.',
    action: 'To continue, {next}.',
  },
  'intake.archive-damaged': {
    status: 422,
    sentence: 'The workbook is damaged: {what}.',
    action: 'Open it in the spreadsheet program, save it anew and send that file.',
  },
  'intake.archive-too-big': {
    status: 413,
    sentence: 'The workbook is refused: {what}.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and send that.',
  },
  'intake.xml-entity': {
    status: 422,
    sentence: 'The workbook holds a document type or entity declaration in {part}, which no case list needs.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and send that.',
  },
  'intake.workbook-has-more': {
    status: 422,
    sentence: 'The workbook holds more than the list: {what}.',
    action:
      'Copy the case list into a new workbook, or save it as CSV, and send that; the file is kept as it is sent.',
  },
  'intake.several-sheets': {
    status: 422,
    sentence: 'The workbook has several sheets that hold something: {sheets}.',
    action: 'Save the sheet with the case list as a file of its own; the file is kept as it is sent.',
  },
  'intake.reading-stopped': {
    status: 413,
    sentence: 'Reading the file was stopped because it took more {what} than a case list can need.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and upload that.',
  },
  'file.reading-stopped': {
    status: 413,
    sentence: 'Reading the file was stopped because it took more {what} than such a file can need.',
    action: 'Split the file into smaller files, and upload each.',
  },
  'file.reading-busy': {
    status: 503,
    sentence: 'Too many files are being read at the moment. Nothing was stored.',
    action: 'Upload the file again in a minute.',
  },
  'intake.more-faults': {
    status: 422,
    sentence: 'The list has {total} faults; the first {shown} are shown.',
    action: 'Fix these, and upload the list again to see the others.',
  },
  'intake.number-lost-figures': {
    status: 422,
    sentence:
      'The number has more than 15 figures, and the spreadsheet program changed the others to noughts.',
    action: 'Format the column as text, enter the number again, and upload the list.',
  },
  'text.not-utf-8': {
    status: 422,
    sentence:
      'The file begins with the byte order mark of UTF-8, but the byte {byte} in this line is not UTF-8.',
    action: 'Save the whole file again as UTF-8.',
  },
  'text.not-utf-16': {
    status: 422,
    sentence: 'The file is UTF-16, but a character in this line is damaged.',
    action: 'Save the whole file again as UTF-8.',
  },
  'text.encodings-mixed': {
    status: 422,
    sentence:
      'The file mixes two encodings: the byte {byte} in this line is not UTF-8, but other letters are.',
    action: 'Save the whole file again as UTF-8, and check the letters with accents.',
  },
  'text.encoding-unknown': {
    status: 422,
    sentence: 'The file is in an encoding that we cannot read (UTF-32).',
    action: 'Save it again as UTF-8.',
  },
  'text.encoding-doubtful': {
    status: 422,
    sentence:
      'The file does not say its encoding. It was read as {encoding}, and letters with accents may be wrong.',
    action: 'Check the letters in this line, or save the file again as UTF-8.',
  },
  'text.encoded-twice': {
    status: 422,
    sentence: 'The letters “{letters}” look as if the text was saved twice, in two encodings.',
    action: 'Check the letters in this line. If they are wrong, export the file again from where it came.',
  },
  'text.nul': {
    status: 422,
    sentence: 'This line has a NUL character, which is not text.',
    action: 'Remove it, or export the file again.',
  },
  'intake.text-damaged': {
    status: 422,
    sentence: 'We could not read the columns in this file: {what}.',
    action: 'Fix the quotation marks in this line, or save the list as a workbook and send that.',
  },
  'intake.no-cases': {
    status: 422,
    sentence: 'The list has headings but no case.',
    action: 'Check that the right sheet or file was sent.',
  },
  'intake.formula-cell': {
    status: 422,
    sentence: 'The cell holds a formula.',
    action: 'Replace it with its value: copy the column and paste it as values.',
  },
  'intake.error-cell': {
    status: 422,
    sentence: 'The cell holds the spreadsheet error {value}.',
    action: 'Fix the cell in the spreadsheet.',
  },
  'intake.cell-too-long': {
    status: 422,
    sentence: 'The cell has more than {limit} characters, the most that are taken here.',
    action: 'Shorten it, or leave the column out.',
  },
  'intake.control-character': {
    status: 422,
    sentence: 'The cell holds an invisible character ({character}).',
    action: 'Type the value again by hand.',
  },
  'intake.row-too-long': {
    status: 422,
    sentence: 'The row has a value beyond the last heading.',
    action: 'Check for a comma or a cell too many in this row, or give the column a heading.',
  },
  'intake.heading-blank': {
    status: 422,
    sentence: 'Column {column} holds values but has no heading.',
    action: 'Give the column a heading, or remove it.',
  },
  'intake.heading-doubled': {
    status: 422,
    sentence: 'Several columns are headed “{heading}”.',
    action: 'Give each column a heading of its own, or remove what is not needed.',
  },
  'intake.column-missing': {
    status: 422,
    sentence: 'No column for “{column}” was recognised.',
    action: 'Say which column it is, or add one; the template shows the headings.',
  },
  'intake.column-missing-likely': {
    status: 422,
    sentence: 'No column for “{column}” was recognised; “{heading}” may be meant.',
    action: 'Say which column it is, or change the heading.',
  },
  'intake.column-unclear': {
    status: 422,
    sentence: 'Several columns may be “{column}”: {headings}.',
    action: 'Say which of them it is.',
  },
  'intake.mapping-heading-unknown': {
    status: 422,
    sentence: 'The list has no column headed “{heading}”.',
    action: 'Choose from the headings of the list.',
  },
  'intake.mapping-doubled': {
    status: 422,
    sentence: 'The column “{heading}” was given for several things: {columns}.',
    action: 'Choose a column of its own for each.',
  },
  'intake.personal-column': {
    status: 422,
    sentence:
      'The column “{heading}” looks like {kind}, which are never stored. Nothing of this list was kept.',
    action: 'Send the list again without this column, or have it left out here.',
  },
  'intake.personal-reference': {
    status: 422,
    sentence:
      'The case references in “{heading}” look like {kind}, which are never stored. Nothing of this list was kept.',
    action: 'Replace them with your own references for the cases and send the list again.',
  },
  'intake.value-missing': {
    status: 422,
    sentence: '“{column}” is missing.',
    action: 'Fill it in.',
  },
  'intake.reference-line-break': {
    status: 422,
    sentence: 'The case reference has a line break.',
    action: 'Write the reference on one line.',
  },
  'intake.reference-control-character': {
    status: 422,
    sentence: 'The case reference has a tab or another control character.',
    action: 'Type the reference again by hand.',
  },
  'intake.reference-damaged-character': {
    status: 422,
    sentence: 'The case reference has a character that another program has damaged.',
    action: 'Type the reference again by hand.',
  },
  'intake.reference-formula': {
    status: 422,
    sentence: 'The case reference begins with a sign that spreadsheet programs read as a formula.',
    action: 'Use a reference that begins with a letter or a figure.',
  },
  'intake.reference-lost-figures': {
    status: 422,
    sentence: 'The case reference “{value}” has lost figures in a spreadsheet program.',
    action: 'Export the list again, and format the column of references as text before you open or save it.',
  },
  'intake.row-looks-like-total': {
    status: 422,
    sentence: 'This row looks like a total, a footer or a title, and not like a case.',
    action: 'Remove the row, or fill in what is missing if it is a case.',
  },
  'intake.row-repeats-headings': {
    status: 422,
    sentence: 'This row repeats the headings.',
    action: 'Remove the row.',
  },
  'intake.case-id-doubled': {
    status: 422,
    sentence: 'The case reference “{reference}” is in several rows: {rows}.',
    action: 'Keep one row for each case, or correct the reference.',
  },
  'intake.case-in-two-domains': {
    status: 422,
    sentence: 'The case “{reference}” stands in several domains: {domains} (rows {rows}).',
    action: 'Keep it in the domain of its most recent disposal.',
  },
  'intake.code-unknown': {
    status: 422,
    sentence: '“{value}” is not known for “{column}”. The nearest is “{nearest}”.',
    action: 'Write “{nearest}” if that is meant; the template lists what is known.',
  },
  'intake.code-unknown-far': {
    status: 422,
    sentence: '“{value}” is not known for “{column}”.',
    action: 'Write one of: {known}.',
  },
  'intake.domain-not-told': {
    status: 422,
    sentence: 'The domain is missing, and “{disposal}” may belong to several.',
    action: 'Fill in the domain.',
  },
  'intake.disposal-in-other-domain': {
    status: 422,
    sentence: '“{disposal}” does not belong to the domain “{domain}”.',
    action: 'Correct the disposal or the domain.',
  },
  'intake.date-not-understood': {
    status: 422,
    sentence: '“{value}” is not a date.',
    action: 'Write it as 2026-06-01 or 01/06/2026.',
  },
  'intake.date-impossible': {
    status: 422,
    sentence: '“{value}” is a day that does not exist; the day is read before the month.',
    action: 'Correct the date.',
  },
  'intake.date-future': {
    status: 422,
    sentence: 'The date “{value}” is in the future.',
    action: 'Correct the date, or remove the case if it has not begun.',
  },
  'intake.date-too-old': {
    status: 422,
    sentence: 'The date “{value}” is too long ago for the case of a child.',
    action: 'Correct the date.',
  },
  'intake.age-impossible': {
    status: 422,
    sentence: 'The age “{value}” is not a whole number from {youngest} to {oldest}.',
    action: 'Correct the age, or leave it empty where it is not known.',
  },
  'settings.unknown': {
    status: 400,
    sentence: 'There is no setting {name}.',
    action: 'Remove it, or use one of {known}.',
  },
  'settings.malformed': {
    status: 400,
    sentence: 'The setting {name} is not usable.',
    action: 'Give {expected}.',
  },
  'settings.host-not-loopback': {
    status: 400,
    sentence: 'Other computers can reach {host}, and passwords would cross the network in the clear.',
    action:
      'Use 127.0.0.1, ::1 or localhost, or set ASSAY_ORIGIN to the https address of a proxy before the server.',
  },
  'settings.proxies-missing': {
    status: 400,
    sentence:
      'People reach the server by {origin}, and no proxy is named: all visitors would count as one address.',
    action:
      'Set ASSAY_PROXIES to the address of the proxy before the server, such as 127.0.0.1 where it is on this computer.',
  },
  'settings.port-in-use': {
    status: 409,
    sentence: 'Another program already listens on {host}, port {port}.',
    action: 'Stop it, or set ASSAY_PORT to a free port.',
  },
  'keys.missing': {
    status: 503,
    sentence: 'There is no key file {file}, and the keys of authenticator apps are sealed with it.',
    action:
      'Put the file back, or set ASSAY_KEY_FILE to where it is. Where it is lost for good, “assay authenticator remove” takes the apps away.',
  },
  'keys.open-to-others': {
    status: 503,
    sentence: 'Everybody on this computer may read the key file {file}.',
    action: 'Let its owner alone read it: chmod 600.',
  },
  'keys.malformed': {
    status: 503,
    sentence: 'The key file {file} is not one of keys.',
    action: 'Put back the file as it was; each line is a key’s id, a space and the key.',
  },
  'keys.do-not-open': {
    status: 503,
    sentence: 'The keys in {file} do not open what is stored of {count} authenticator apps.',
    action:
      'Put back the key file of this database. Where it is lost for good, “assay authenticator remove” takes the apps away.',
  },
  'database.in-use': {
    status: 409,
    sentence: 'The database in {folder} is in use by another running Assay (process {process}).',
    action: 'Use that one, stop it first, or set ASSAY_DATA to another folder.',
  },
  'database.newer': {
    status: 409,
    sentence:
      'The database was made by a newer version of Assay: it has the migration {migration}, unknown here.',
    action: 'Use the newer version. Nothing was changed.',
  },
  'database.unreachable': {
    status: 503,
    sentence: 'The database does not answer: {reason}.',
    action: 'Check that it runs and that DATABASE_URL is right.',
  },
  'database.not-migrated': {
    status: 503,
    sentence: 'The database lacks the migration {migration}.',
    action: 'Run the migrations, or start the server anew, which does it.',
  },
  'request.malformed': {
    status: 400,
    sentence: 'The request could not be read.',
    action: 'Go back, check what you sent, and try again.',
  },
  'request.body-malformed': {
    status: 400,
    sentence: 'The content of the request cannot be read: {reason}.',
    action: 'Send what /api/v1/openapi.json describes for this address.',
  },
  'request.parameter-unknown': {
    status: 400,
    sentence: 'This address has no parameter “{parameter}”.',
    action: 'Check its spelling or leave it out. /api/v1/openapi.json lists the parameters.',
  },
  'request.parameter-malformed': {
    status: 400,
    sentence: 'The parameter “{parameter}” cannot be “{value}”.',
    action: 'Use a value that /api/v1/openapi.json describes.',
  },
  'request.parameter-twice': {
    status: 400,
    sentence: 'The address gives “{parameter}” twice with different values.',
    action: 'Give it once.',
  },
  'request.version-missing': {
    status: 428,
    sentence: 'The request does not say which version it saw.',
    action: 'Send If-Match with the ETag you read, or If-None-Match: * where there was nothing yet.',
  },
  'request.from-another-site': {
    status: 403,
    sentence: 'The form was sent from another website, so nothing was done.',
    action: 'Open the page here and send the form again.',
  },
  'request.unknown-host': {
    status: 400,
    sentence: 'This server answers only under the name of this computer.',
    action: 'Open it as localhost or 127.0.0.1.',
  },
  'request.too-large': {
    status: 413,
    sentence: 'What you sent is larger than this page accepts.',
    action: 'Send a smaller file, or split it.',
  },
  'request.unsupported-type': {
    status: 415,
    sentence: 'What you sent is of a kind that this page does not accept.',
    action: 'Send the form of the page itself.',
  },
  'request.busy': {
    status: 503,
    sentence: 'This service is receiving as many files as it can at once, so what you sent was not saved.',
    action: 'Go back and send it again in a minute.',
  },
  'request.text-unreadable': {
    status: 422,
    sentence: 'The text of “{field}” contains a character that cannot be stored, so nothing was saved.',
    action: 'Delete the character, or type the text again, and send it again.',
  },
  'request.field-twice': {
    status: 422,
    sentence: 'The field “{field}” was sent twice with different values, so nothing was saved.',
    action: 'Open the page again and send the form from there.',
  },
  'request.text-too-long': {
    status: 422,
    sentence: 'The text of “{field}” has {count} characters. The most is {limit}, so nothing was saved.',
    action: 'Shorten the text, or split it.',
  },
  'text.too-long': {
    status: 422,
    sentence: 'This text has {count} characters. The most is {limit}.',
    action: 'Shorten the text, or split it.',
  },
  'request.sent-before': {
    status: 409,
    sentence: 'This request was received before and is not done again.',
    action: 'Read what is there now, and send a new request with a new key if it is still needed.',
  },
  'request.unavailable': {
    status: 503,
    sentence: 'The service cannot reach its database.',
    action:
      'What you sent last may not be saved. Go back, where your browser keeps it, and try again in a minute.',
  },
  'request.storage-full': {
    status: 507,
    sentence:
      'The server has no room left to store anything, so what you sent was not saved, or not all of it.',
    action: 'Go back, where your browser keeps it. Tell who runs the service, and send it again later.',
  },
  'request.failed': {
    status: 500,
    sentence: 'Something went wrong on our side, and what you sent may not be saved.',
    action: 'Go back and try again. If it happens again, report the request number below.',
  },
  'inspection.not-found': {
    status: 404,
    sentence: 'There is no inspection “{inspection}”.',
    action: 'Choose one from the list of inspections.',
  },
  'inspection.standard-not-found': {
    status: 404,
    sentence: 'Edition {edition}, to which this inspection belongs, has no standard “{standard}”.',
    action: 'Choose a standard from the inspection’s ratings.',
  },
  'inspection.edition-missing': {
    status: 503,
    sentence: 'The inspection {inspection} belongs to edition “{edition}”, whose file is not there.',
    action: 'Put the edition’s file back into the folder of editions and start again.',
  },
  'inspection.exists': {
    status: 409,
    sentence: 'The inspection {inspection} is stored already.',
    action:
      'To replace it on purpose, say so and give the reason; what was there before is kept in the audit log.',
  },
  'inspection.announced-already': {
    status: 409,
    sentence: 'The inspection {inspection} is on the register already.',
    action: 'Open it from the list of inspections, or name another service or month.',
  },
  'inspection.withdrawn': {
    status: 409,
    sentence: 'The inspection {inspection} was withdrawn.',
    action: 'Announce it again if it takes place after all.',
  },
  'inspection.published-already': {
    status: 409,
    sentence: 'You cannot correct or withdraw the inspection {inspection}, because it is published.',
    action: 'Publish a revision that says what was wrong.',
  },
  'inspection.fixed-by-work': {
    status: 409,
    sentence:
      'The service, the edition and whether it is made up can no longer be corrected: work has begun on this inspection.',
    action: 'Correct the date alone, or withdraw the inspection and announce it again.',
  },
  'inspection.corrected-meanwhile': {
    status: 409,
    sentence: 'Somebody else corrected this inspection after you had looked at it.',
    action: 'Compare what is stored now with what you entered, then save the correction.',
  },
  'inspection.reason-missing': {
    status: 422,
    sentence: 'The reason is missing.',
    action: 'Write why, for those who read the record later.',
  },
  'inspection.edition-pinned': {
    status: 409,
    sentence: 'The inspection {inspection} belongs to edition {edition} and cannot be moved to another.',
    action: 'Import figures of that edition, or import these under another service or month.',
  },
  'inspection.fieldwork-begun': {
    status: 409,
    sentence:
      'Fieldwork of {inspection} has begun: an import would withdraw cases that are assessed here ({count}).',
    action:
      'Change answers on the pages of the cases or by the API, or import these under another service or month.',
  },
  'inspection.twice-in-file': {
    status: 422,
    sentence: 'The inspection {inspection} stands in the file twice.',
    action: 'Keep one of the two.',
  },
  'inspection.replace-without-reason': {
    status: 422,
    sentence: 'The reason for replacing a stored inspection is missing.',
    action: 'Give the reason; it is kept in the audit log.',
  },
  'inspection.service-missing': {
    status: 422,
    sentence: 'The name of the service is missing.',
    action: 'Give the name as the service itself writes it.',
  },
  'inspection.edition-not-chosen': {
    status: 422,
    sentence: 'The edition of the standards is missing.',
    action: 'Choose the edition under which the service was inspected.',
  },
  'inspection.date-malformed': {
    status: 422,
    sentence: '“{value}” is not a date that can be used here.',
    action: 'Write {form}.',
  },
  'inspection.date-missing': {
    status: 422,
    sentence: 'The inspection of {service} says neither when it was published nor when fieldwork started.',
    action: 'Give one of the two, so that the inspection can be told from others of the same service.',
  },
  'inspection.file-not-chosen': {
    status: 422,
    sentence: 'No file was chosen for the {what}.',
    action: 'Choose the file on your computer.',
  },
  'inspection.service-unprintable': {
    status: 422,
    sentence: 'The name of the service, “{service}”, has characters that cannot be printed.',
    action: 'Delete the characters that are shown in angle brackets.',
  },
  'inspection.cases-not-whole': {
    status: 422,
    sentence: '“{value}” is not a number of cases.',
    action: 'Give a whole number that is not below zero.',
  },
  'file.not-found': {
    status: 404,
    sentence: 'There is no file {file} that can be read.',
    action: 'Check the name and the folder, and that you may read it.',
  },
  'file.is-folder': {
    status: 422,
    sentence: '{file} is a folder.',
    action: 'Name a file in it.',
  },
  'file.too-large': {
    status: 413,
    sentence: 'The file {file} is larger than {limit} megabytes.',
    action: 'Check that it is the right file, or split it.',
  },
  'file.empty': {
    status: 422,
    sentence: 'The file {file} is empty.',
    action: 'Choose the file that holds the data.',
  },
  'file.wrong-kind': {
    status: 415,
    sentence: 'The file {file} cannot be read here: it is {kind}.',
    action: 'To continue, {next}.',
  },
  'file.not-json': {
    status: 422,
    sentence: 'This is not JSON: {fault}.',
    action: 'Fix it at that place. Text and names are in quotation marks, and commas separate values.',
  },
  'json.key-twice': {
    status: 422,
    sentence: 'The name “{field}” is given twice in one place.',
    action: 'Keep the one that is right and delete the other.',
  },
  'json.key-reserved': {
    status: 422,
    sentence: 'The name “{field}” cannot be used.',
    action: 'Delete it or give it another name.',
  },
  'json.number-inexact': {
    status: 422,
    sentence: 'The number {value} has more figures than can be stored exactly.',
    action: 'Enter a smaller number. If it is a reference, put it in quotation marks.',
  },
  'json.text-unstorable': {
    status: 422,
    sentence: 'The text holds half a character or a NUL character, which cannot be stored.',
    action: 'Delete the character, or write it again.',
  },
  'json.too-deep': {
    status: 422,
    sentence: 'Values are nested more than 64 levels deep.',
    action: 'Check that this is the right file.',
  },
  'json.field-missing': {
    status: 422,
    sentence: 'The field “{field}” is missing.',
    action: 'Add the field.',
  },
  'json.field-unknown': {
    status: 422,
    sentence: 'The field “{field}” is not known here.',
    action: 'Check its spelling or delete it. Nothing that is unknown is read.',
  },
  'json.wrong-type': {
    status: 422,
    sentence: 'The value must be {wanted}, not {found}.',
    action: 'Write the value again in that form.',
  },
  'json.value-unknown': {
    status: 422,
    sentence: 'The value {found} is not one of those allowed here.',
    action: 'Use one of these: {known}.',
  },
  'json.value-not-allowed': {
    status: 422,
    sentence: 'The value {found} is not allowed here.',
    action: 'Enter {wanted}.',
  },
  'table.column-missing': {
    status: 422,
    sentence: 'The header has no column “{column}”.',
    action: 'Add it; the columns are {columns}.',
  },
  'table.column-unknown': {
    status: 422,
    sentence: 'The header has a column “{column}” that is not known.',
    action: 'Take it out or correct its name; the columns are {columns}.',
  },
  'table.column-twice': {
    status: 422,
    sentence: 'The header names the column “{column}” more than once.',
    action: 'Keep one of them.',
  },
  'table.cells-differ': {
    status: 422,
    sentence: 'The row has {cells} cells where the header has {columns}.',
    action: 'Give the row one cell for each column; put a value that holds the delimiter in quotation marks.',
  },
  'table.cell-empty': {
    status: 422,
    sentence: 'The cell is empty.',
    action: 'Fill it in; leave the whole row out where a case has not answered the question yet.',
  },
  'table.row-incomplete': {
    status: 422,
    sentence: 'Only {filled} of the {columns} cells of this row are filled.',
    action: 'Remove the row if it is a total or a footer, or fill in its cells.',
  },
  'table.no-rows': {
    status: 422,
    sentence: 'There is no row under the header.',
    action: 'Choose the file that holds the rows.',
  },
  'table.not-readable': {
    status: 422,
    sentence: 'The table cannot be read from here on: {fault}.',
    action:
      'Check the quotation marks in this line. A value with a quotation mark in it is quoted, and the mark doubled.',
  },
  'edition.not-found': {
    status: 404,
    sentence: 'There is no edition “{edition}”.',
    action: 'Choose one from the list of editions.',
  },
  'edition.standard-not-found': {
    status: 404,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Choose one from the page of the edition.',
  },
  'edition.none-found': {
    status: 422,
    sentence: 'The folder {folder} holds no edition.',
    action: 'Put an edition there, as a file whose name ends in .yaml.',
  },
  'edition.folder-unreadable': {
    status: 422,
    sentence: 'The folder {folder} cannot be read.',
    action: 'Check that it is there and that you may read it.',
  },
  'edition.file-too-large': {
    status: 413,
    sentence: 'The file {file} is larger than {limit} kilobytes.',
    action: 'Check that it is an edition; those that are known need less than a tenth of that.',
  },
  'edition.file-name': {
    status: 422,
    sentence: 'The file {file} holds the edition “{id}”.',
    action: 'Name the file {id}.yaml, or correct the id.',
  },
  'edition.not-yaml': {
    status: 422,
    sentence: 'The file is not well-formed YAML: {fault}.',
    action:
      'Fix that line; look for an indent that differs, a quotation mark that is not closed, or a colon in text without quotation marks.',
  },
  'edition.key-twice': {
    status: 422,
    sentence: 'The same key is given twice in one place.',
    action: 'Keep one of the two.',
  },
  'edition.alias': {
    status: 422,
    sentence: 'The file uses the alias “{name}”, which editions do not.',
    action: 'Write the value out where it is used.',
  },
  'edition.tag': {
    status: 422,
    sentence: 'The file uses a YAML tag that editions do not.',
    action: 'Take out the word that begins with an exclamation mark.',
  },
  'edition.key-unknown': {
    status: 422,
    sentence: 'The key “{key}” is not known here.',
    action: 'Check its spelling or take it out; docs/reference/edition-format.md lists the keys.',
  },
  'edition.key-missing': {
    status: 422,
    sentence: 'The key “{key}” is missing.',
    action: 'Add it; docs/reference/edition-format.md says what it holds.',
  },
  'edition.wrong-type': {
    status: 422,
    sentence: 'The value here must be {wanted}, not {found}.',
    action: 'Give a value of that kind; ids and texts that look like numbers go in quotation marks.',
  },
  'edition.value-unknown': {
    status: 422,
    sentence: 'The value “{value}” is not one that is known here.',
    action: 'Use one of: {known}.',
  },
  'edition.text-empty': {
    status: 422,
    sentence: 'The text is empty.',
    action: 'Write it, or take the key out where it may be left out.',
  },
  'edition.list-empty': {
    status: 422,
    sentence: 'The list is empty.',
    action: 'Add at least one entry.',
  },
  'edition.number-unfit': {
    status: 422,
    sentence: 'The number {value} does not fit here.',
    action: 'Give {wanted}.',
  },
  'edition.id-form': {
    status: 422,
    sentence: '“{id}” cannot be an id.',
    action:
      'Use up to 64 letters, digits, dots, hyphens and underscores, beginning and ending with a letter or digit.',
  },
  'edition.letter-form': {
    status: 422,
    sentence: '“{letter}” cannot be the letter of a prompt.',
    action: 'Use one small letter from a to z.',
  },
  'edition.guidance-too-long': {
    status: 422,
    sentence: 'The guidance of {id} is longer than {limit} characters.',
    action: 'Shorten it to what is needed beside the question, and name the document that says more.',
  },
  'edition.guidance-not-plain': {
    status: 422,
    sentence: 'The guidance of {id} is not plain text.',
    action: 'Write it without tags, tabs and control characters; leave an empty line between paragraphs.',
  },
  'edition.date-form': {
    status: 422,
    sentence: '“{value}” is neither a year nor a year with a month.',
    action: 'Write it as 2021 or 2021-07, in quotation marks.',
  },
  'edition.address-form': {
    status: 422,
    sentence: '“{value}” is not a web address.',
    action: 'Give an address that begins with https.',
  },
  'edition.name-twice': {
    status: 422,
    sentence: '“{name}” is given twice; the first stands at {first}.',
    action: 'Keep one of the two, or give one another name.',
  },
  'edition.values-without-choice': {
    status: 422,
    sentence: 'The fact “{fact}” has values, but its form is {form}.',
    action: 'Take the values out, or make its form choice.',
  },
  'edition.detail-untitled': {
    status: 422,
    sentence: 'The fact “{fact}” needs words beside a value, and says none that ask for them.',
    action: 'Give it a detailTitle, or take needsDetailFor out.',
  },
  'edition.name-unknown': {
    status: 422,
    sentence: '“{name}” is not known in this edition.',
    action: 'Use a name that the edition gives; there are: {known}.',
  },
  'edition.not-under-standard': {
    status: 422,
    sentence: 'The id “{id}” does not begin with that of its standard, {standard}.',
    action: 'Give it an id that begins with {standard} and a dot, or put it under its own standard.',
  },
  'edition.cases-absent': {
    status: 422,
    sentence: 'Standard {standard} is judged from cases, but its domain inspects none.',
    action: 'Name the kind of cases under the domain as “cases”, or judge the standard from evidence.',
  },
  'edition.answers-incomplete': {
    status: 422,
    sentence: 'A question with these answers cannot be counted: they must hold yes and no.',
    action: 'Give “yes” and “no”, and “na” where the question may be not applicable.',
  },
  'edition.exception-on-evidence': {
    status: 422,
    sentence:
      'Question {question} belongs to a standard that is judged from evidence, so cases do not answer it.',
    action: 'Take the exception out, or judge the standard from cases.',
  },
  'edition.question-unknown': {
    status: 422,
    sentence: 'The edition has no question “{question}”.',
    action: 'Name a key question, such as 2.1.1, or a prompt, such as 2.1.1.a.',
  },
  'edition.scale-too-short': {
    status: 422,
    sentence: 'The scale has fewer than two ratings.',
    action: 'List every rating, the lowest first.',
  },
  'edition.points-not-rising': {
    status: 422,
    sentence: '“{rating}” gives no more points than “{before}”, which stands below it.',
    action: 'List the ratings from the lowest to the highest, each with more points than the one before.',
  },
  'edition.range-backwards': {
    status: 422,
    sentence: 'The range ends at {to}, before it begins at {from}.',
    action: 'Exchange the two numbers, or correct the wrong one.',
  },
  'edition.range-gap': {
    status: 422,
    sentence: 'No range covers {numbers}.',
    action: 'Move the ends of the ranges so that each begins where the one before it ended.',
  },
  'edition.range-overlap': {
    status: 422,
    sentence: 'More than one range covers {numbers}.',
    action: 'Move the ends of the ranges so that each begins where the one before it ended.',
  },
  'edition.rating-without-range': {
    status: 422,
    sentence: 'No range gives the rating “{rating}”.',
    action: 'Add a range for it, or take the rating out of the scale.',
  },
  'edition.rating-out-of-order': {
    status: 422,
    sentence: '“{rating}” stands after a rating that is above it on the scale.',
    action: 'List the ranges from the lowest rating to the highest.',
  },
  'edition.maximum-unreachable': {
    status: 422,
    sentence: 'No inspection can have a maximum of {maximum} points.',
    action: 'Give the maximum for a number of scored standards; with all of them it is {full}.',
  },
  'edition.maximum-absent': {
    status: 422,
    sentence:
      'There are no overall bands for the maximum of {maximum} points, which all scored standards give.',
    action: 'Add a table for it, or leave the list empty where no overall rating is given.',
  },
  'edition.standard-without-part': {
    status: 422,
    sentence: 'Standard {standard} is neither scored nor rated apart.',
    action: 'Add it to “scoredStandards”, or name it as “resettlement”.',
  },
  'edition.standard-in-both': {
    status: 422,
    sentence: 'Standard {standard} is both scored and rated apart.',
    action: 'Take it out of “scoredStandards”, or set “resettlement” to null.',
  },
  'edition.window-empty': {
    status: 422,
    sentence:
      'The window ends {latest} before fieldwork and begins {earliest} before it, so no day lies in it.',
    action: 'Exchange the two: “earliest” is the larger number.',
  },
  'edition.shares-sum': {
    status: 422,
    sentence: 'The shares of the sample add up to {sum} per cent.',
    action: 'Correct them so that they add up to 100, or leave the list empty.',
  },
  'edition.deviate-differs': {
    status: 422,
    sentence: 'The deviate {z} gives a confidence of {given} per cent, not of {confidence}.',
    action: 'Give the two-sided deviate of the confidence; for 80 per cent it is 1.2815515655.',
  },
  'edition.rule-without-source': {
    status: 422,
    sentence: 'Nothing says where the rule “{rule}” comes from.',
    action: 'Add it to “ruleSources”; where nothing is published it is a “setting”.',
  },
  'edition.source-absent': {
    status: 422,
    sentence: 'The rule “{rule}” names no source.',
    action: 'Name a source, or call the rule a “setting” where nothing is published.',
  },
  'answers.domain-not-found': {
    status: 422,
    sentence: 'Edition {edition} inspects no cases of the domain “{domain}”.',
    action: 'Use one of: {known}.',
  },
  'answers.question-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no question “{question}”.',
    action: 'Check the question against the edition, and that the edition is the right one.',
  },
  'answers.question-judged-from-evidence': {
    status: 422,
    sentence:
      'Question {question} is of standard {standard}, which is judged from evidence and not from cases.',
    action: 'Take the row out and give the rating of the standard with the judgements.',
  },
  'answers.question-of-another-domain': {
    status: 422,
    sentence: 'Question {question} is not asked of cases of the domain “{domain}”.',
    action: 'Correct the question or the domain of the case.',
  },
  'answers.answer-not-allowed': {
    status: 422,
    sentence: 'The answer “{answer}” is not allowed to question {question}.',
    action: 'Use one of: {allowed}.',
  },
  'answers.case-in-two-domains': {
    status: 422,
    sentence: 'Case {case} is in the domain “{domain}” here and in “{first}” in an earlier row.',
    action: 'Give the case one domain; a child inspected under both has two cases with two ids.',
  },
  'answers.case-written-twice': {
    status: 422,
    sentence: 'Case “{case}” is also written as “{first}” in row {row}, which looks the same.',
    action:
      'Write the case in one way in every row. The two differ in spaces or in characters that cannot be seen.',
  },
  'answers.case-unusable': {
    status: 422,
    sentence: '“{case}” cannot name a case.',
    action:
      'Use letters and figures. A name that begins with =, +, - or @ would be run by a spreadsheet program.',
  },
  'answers.case-lost-figures': {
    status: 422,
    sentence: 'The case name “{case}” has lost figures in a spreadsheet program.',
    action: 'Format the column as text, enter the names again and save the file.',
  },
  'answers.answered-twice': {
    status: 422,
    sentence: 'Case {case} answers question {question} twice; the first answer is {first}.',
    action: 'Keep one of the two answers.',
  },
  'ratings.edition-not-found': {
    status: 422,
    sentence: 'There is no edition “{edition}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.standard-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Check the number of the standard and that the edition is the right one.',
  },
  'ratings.domain-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no domain “{domain}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.key-question-not-found': {
    status: 422,
    sentence: 'Standard {standard} has no key question “{keyQuestion}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.rating-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no rating “{rating}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.standard-twice': {
    status: 422,
    sentence: 'Standard {standard} is given twice.',
    action: 'Keep one of the two.',
  },
  'ratings.key-question-twice': {
    status: 422,
    sentence: 'Key question {keyQuestion} is given twice.',
    action: 'Keep one of the two figures.',
  },
  'ratings.figure-missing': {
    status: 422,
    sentence: 'Key question {keyQuestion} has no figure.',
    action: 'Give “percentYes”, or “yes” together with “of”.',
  },
  'ratings.percent-not-whole': {
    status: 422,
    sentence: '{value} is not a whole per cent from 0 to 100.',
    action: 'Give the printed whole per cent, or the counts as “yes” and “of”.',
  },
  'ratings.count-not-whole': {
    status: 422,
    sentence: '{value} is not a number of cases.',
    action: 'Give a whole number that is not below zero.',
  },
  'ratings.base-zero': {
    status: 422,
    sentence: 'Key question {keyQuestion} has a base of no cases.',
    action: 'Leave the key question out, or declare its standard unrated with the reason.',
  },
  'ratings.yes-above-of': {
    status: 422,
    sentence: 'Key question {keyQuestion} has {yes} yes answers of {of} cases.',
    action: 'Correct the counts: “yes” cannot be above “of”.',
  },
  'ratings.figures-on-evidence-standard': {
    status: 422,
    sentence: 'Standard {standard} is judged from evidence and takes no figures.',
    action: 'Take the key questions out and give the rating of the standard.',
  },
  'ratings.judgement-on-case-standard': {
    status: 422,
    sentence: 'Standard {standard} is rated from the figures of its key questions, not by a rating alone.',
    action:
      'Give its key questions; to rate it apart from them, give a professional judgement with its reason.',
  },
  'ratings.rating-missing': {
    status: 422,
    sentence: 'Standard {standard} has neither a rating nor figures.',
    action: 'Give it one, declare it unrated with the reason, or leave it out.',
  },
  'ratings.judged-and-unrated': {
    status: 422,
    sentence: 'Standard {standard} is both judged and declared unrated.',
    action: 'Keep one of the two.',
  },
  'ratings.unrated-without-reason': {
    status: 422,
    sentence: '{subject} is declared unrated without a reason.',
    action: 'Give the reason; it is printed with the ratings.',
  },
  'ratings.unrated-not-allowed': {
    status: 422,
    sentence: 'Edition {edition} does not let standard {standard} be left unrated.',
    action: 'Rate it; the standards that may be left unrated are {known}.',
  },
  'ratings.unrated-twice': {
    status: 422,
    sentence: 'Standard {standard} is declared unrated twice.',
    action: 'Keep one of the two.',
  },
  'ratings.unrated-subject': {
    status: 422,
    sentence: 'A declaration as unrated names either a standard or a domain.',
    action: 'Give one of “standard” and “domain”.',
  },
  'ratings.professional-judgement-without-reason': {
    status: 422,
    sentence: 'The professional judgement on standard {standard} has no reason.',
    action: 'Give the reason; it is printed with the rating.',
  },
  'ratings.professional-judgement-on-evidence-standard': {
    status: 422,
    sentence: 'Standard {standard} is judged from evidence, so it has no figures to set a rating apart from.',
    action: 'Give the rating as the judgement on the standard.',
  },
  'ratings.professional-judgement-without-figures': {
    status: 422,
    sentence: 'The figures of standard {standard} are not complete, so no rating can be set apart from them.',
    action: 'Give the figures of all its key questions first.',
  },
  'ratings.professional-judgement-direction': {
    status: 422,
    sentence: 'Edition {edition} does not let a professional judgement move standard {standard} {direction}.',
    action: 'Keep the rating that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-steps': {
    status: 422,
    sentence:
      'The professional judgement moves standard {standard} by {steps} ratings; edition {edition} allows {allowed}.',
    action: 'Choose a rating nearer to the one that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-distance': {
    status: 422,
    sentence:
      'Standard {standard} stands {points} points from the next band; edition {edition} allows a professional judgement within {allowed}.',
    action: 'Keep the rating that the figures give, {calculated}.',
  },
  'ratings.answers-in-conflict': {
    status: 403,
    sentence: 'These are the answers of all cases, and you have a conflict of interest with some of them.',
    action: 'Ask the lead inspector for what you need, or somebody else to download the answers.',
  },
  'ratings.no-answers-to-export': {
    status: 422,
    sentence: 'The inspection {inspection} has no answers of cases.',
    action:
      'Name an inspection whose cases were answered or imported; the ratings page shows figures that were given otherwise.',
  },
  'ratings.export-not-written': {
    status: 422,
    sentence: 'Nothing was written into the folder {folder}: {reason}.',
    action: 'Give a new folder, or one that you may write in and that has no earlier export.',
  },
  'report.pdf-failed': {
    status: 503,
    sentence: 'The PDF of this report could not be made: {reason}.',
    action: 'Read the report as a web page, and tell whoever runs this workbench what is said here.',
  },
  'report.pdf-too-slow': {
    status: 503,
    sentence: 'The PDF of this report was not ready after {seconds} seconds.',
    action:
      'Read the report as a web page, shorten its findings, or try again when fewer people use the service.',
  },
  'report.pdf-too-large': {
    status: 503,
    sentence: 'The PDF of this report needs more memory than it may take.',
    action: 'Read the report as a web page, or shorten its findings.',
  },
  'report.pdf-queue-full': {
    status: 503,
    sentence: 'Too many PDFs are being made at the moment.',
    action: 'Try again in a minute, or read the report as a web page.',
  },
  'report.folder-not-writable': {
    status: 422,
    sentence: 'The folder {folder} cannot be written: {reason}.',
    action: 'Give a folder that you may write in.',
  },
  'findings.other-inspection': {
    status: 422,
    sentence: 'The file holds findings of inspection “{found}”, not of “{inspection}”.',
    action: 'Name the inspection that the file was written for, or give the file of this inspection.',
  },
  'findings.standard-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Give a standard of the edition under which the service was inspected.',
  },
  'findings.standard-twice': {
    status: 422,
    sentence: 'Standard {standard} stands in the findings twice.',
    action: 'Put its findings together under one entry.',
  },
  'findings.changed-meanwhile': {
    status: 409,
    sentence: 'The findings of standard {standard} were changed by {who} at {when} while you were writing.',
    action: 'Compare the two texts below, put into yours what should stay, and save again.',
  },
  'recommendations.owner-missing': {
    status: 422,
    sentence: 'It is not said who is to act on the recommendation.',
    action: 'Enter the person or body that is asked to act.',
  },
  'recommendations.text-missing': {
    status: 422,
    sentence: 'The recommendation has no text.',
    action: 'Enter what they should do.',
  },
  'recommendations.changed-meanwhile': {
    status: 409,
    sentence: 'The recommendation was changed by {who} on {when}, after you had opened it.',
    action: 'Compare the two texts below, put into yours what should stay, and save again.',
  },
  'recommendations.changed-before-removal': {
    status: 409,
    sentence: 'The recommendation was changed by {who} on {when}, after you had opened it.',
    action: 'Read it below and decide again.',
  },
  'recommendations.gone': {
    status: 404,
    sentence:
      'The recommendation is not there any more: somebody removed it, or a file took the place of all.',
    action: 'Go back to the list. What you wrote can be saved as a new one.',
  },
  'allocation.no-cases': {
    status: 422,
    sentence: 'There is no sampled case to allocate.',
    action: 'Draw the sample first.',
  },
  'allocation.nobody-there': {
    status: 422,
    sentence: 'There are {cases} cases to allocate, and nobody who can assess them.',
    action: 'Add the people of the inspection with their cases per day and the days on which they are there.',
  },
  'allocation.capacity-too-small': {
    status: 422,
    sentence: 'There are {cases} cases and room for {room}, so {left} would be left.',
    action: 'Add people, days or cases per day until there is room for {left} more, then propose again.',
  },
  'allocation.case-barred-to-all': {
    status: 422,
    sentence: 'Nobody may assess case {case}: everyone has a conflict of interest.',
    action: 'Add a person without one, then propose again.',
  },
  'allocation.case-left-by-conflicts': {
    status: 422,
    sentence: 'Case {case} is left: only {permitted} of the people may assess it, and they have no room.',
    action: 'Give those who may assess it more days or cases per day, or add a person, then propose again.',
  },
  'allocation.kept-person-unknown': {
    status: 422,
    sentence: 'Case {case} is held by “{assessor}”, who is not among the people of this inspection.',
    action: 'Give the case to someone else by hand, then propose again.',
  },
  'allocation.kept-in-conflict': {
    status: 422,
    sentence:
      'Case {case} was given to {assessor} by hand or has begun, and {assessor} may not assess it: {reason}.',
    action: 'Give the case to someone else by hand, then propose again.',
  },
  'allocation.kept-over-capacity': {
    status: 422,
    sentence: '{assessor} keeps {held} cases that were given by hand or have begun, and has room for {room}.',
    action: 'Give {assessor} more days or cases per day, or give some of the cases to someone else by hand.',
  },
  'allocation.reason-missing': {
    status: 422,
    sentence: 'A reason is missing.',
    action: 'Write why, for those who read the record later.',
  },
  'allocation.same-person': {
    status: 422,
    sentence: 'Case {case} is with {assessor} already.',
    action: 'Choose someone else, or leave it as it is.',
  },
  'allocation.conflict': {
    status: 422,
    sentence: '{assessor} may not assess case {case}: {reason}.',
    action: 'Choose someone else. A conflict of interest is never set aside.',
  },
  'allocation.person-full': {
    status: 422,
    sentence: '{assessor} has room for {room} cases and holds as many.',
    action: 'Choose someone else, or give {assessor} more days or cases per day first.',
  },
  'allocation.no-days': {
    status: 422,
    sentence: 'There is no day of fieldwork.',
    action: 'Give at least one day, each as 2026-06-01.',
  },
  'allocation.day-twice': {
    status: 422,
    sentence: 'The day {day} is given twice.',
    action: 'Give each day of fieldwork once.',
  },
  'allocation.day-too-short': {
    status: 422,
    sentence: 'A day is too short for one case, which needs {needed} slots to be read and talked about.',
    action: 'Give more slots a day or fewer slots for reading, and slots of at least one minute.',
  },
  'allocation.day-too-long': {
    status: 422,
    sentence: 'The last slot of a day would end after midnight.',
    action: 'Start earlier, or give fewer or shorter slots or breaks.',
  },
  'allocation.break-outside': {
    status: 422,
    sentence: 'There is a break after slot {slot}, which is not between two slots of a day.',
    action: 'Place each break after a slot that another follows.',
  },
  'allocation.changed-meanwhile': {
    status: 412,
    sentence: 'Someone else has changed {what} since you opened this page.',
    action: 'Look at what is stored now, and send your change again if it still fits.',
  },
  'allocation.account-not-found': {
    status: 422,
    sentence: 'The account has no role with which it could assess cases of this inspection.',
    action: 'Choose another, or give the person a role in the inspection first.',
  },
  'allocation.account-taken': {
    status: 409,
    sentence: 'The account is that of {assessor} already.',
    action: 'Choose another account, or take it from {assessor} first.',
  },
  'allocation.person-not-found': {
    status: 404,
    sentence: 'There is no person “{person}” on this inspection.',
    action: 'Choose one of the people of the inspection.',
  },
  'allocation.case-not-found': {
    status: 404,
    sentence: 'There is no case “{case}” in the sample, or nobody has it yet.',
    action: 'Choose one of the sampled cases.',
  },
  'allocation.conflict-not-found': {
    status: 404,
    sentence: 'There is no such conflict of interest, or it was withdrawn already.',
    action: 'Look at the conflicts that hold now.',
  },
  'allocation.nothing-assigned': {
    status: 422,
    sentence: 'No case is with anybody yet, so there is nothing to put into a timetable.',
    action: 'Propose the allocation first.',
  },
  'allocation.no-timetable': {
    status: 404,
    sentence: 'No timetable has been made yet.',
    action: 'Make the timetable first.',
  },
  'allocation.name-missing': {
    status: 422,
    sentence: 'The name is missing.',
    action: 'Enter the name under which the person is known on the inspection.',
  },
  'allocation.role-missing': {
    status: 422,
    sentence: 'The role is missing.',
    action: 'Choose inspector or local assessor.',
  },
  'allocation.own-service-missing': {
    status: 422,
    sentence: 'The service for which the local assessor works is missing.',
    action: 'Choose it, or say that it is not on the register. Nobody assesses a case of their own service.',
  },
  'allocation.person-missing': {
    status: 422,
    sentence: 'The person is missing.',
    action: 'Choose one of the people of the inspection.',
  },
  'allocation.own-conflict': {
    status: 403,
    sentence: 'You cannot withdraw a conflict of interest of your own.',
    action: 'Ask another lead inspector or operations staff to withdraw it.',
  },
  'allocation.conflict-holds': {
    status: 409,
    sentence: 'A conflict of interest of {assessor} holds, so their account and name stay as they are.',
    action: 'Withdraw the conflict of interest first, with a reason.',
  },
  'allocation.conflict-kind-missing': {
    status: 422,
    sentence: 'What the conflict of interest is about is missing.',
    action: 'Choose the whole service, one case or one case manager.',
  },
  'allocation.about-missing': {
    status: 422,
    sentence: 'The case or the case manager of the conflict is missing.',
    action: 'Choose the case or enter the case manager.',
  },
  'allocation.seed-missing': {
    status: 422,
    sentence: 'The text that decides between equally good allocations is missing.',
    action: 'Enter any text that was agreed in the open.',
  },
  'allocation.number-outside': {
    status: 422,
    sentence: '{name} must be a whole number from {least} to {most}.',
    action: 'Correct the number.',
  },
  'allocation.day-not-understood': {
    status: 422,
    sentence: '“{value}” is not a day of the calendar.',
    action: 'Write each day as 2026-06-01.',
  },
  'allocation.time-not-understood': {
    status: 422,
    sentence: '“{value}” is not a time of day.',
    action: 'Write it as 9:00.',
  },
  'allocation.break-not-understood': {
    status: 422,
    sentence: '“{value}” is not a break.',
    action: 'Write the slot and the minutes, as 4:60 for an hour after slot 4.',
  },
  'sampling.fieldwork-not-a-date': {
    status: 422,
    sentence: '“{date}” is not a day on which fieldwork can start.',
    action: 'Give the Monday of the fieldwork, written as 2026-06-01.',
  },
  'sampling.fieldwork-too-early': {
    status: 422,
    sentence: 'Fieldwork cannot start on {date}: no day before {earliest} is usable.',
    action: 'Check the year, and give the Monday of the fieldwork.',
  },
  'sampling.fieldwork-not-a-monday': {
    status: 422,
    sentence: '{date} is not a Monday, and the window is counted from the Monday of the fieldwork.',
    action: 'Give the Monday of that week, {monday}, or of the week that was meant.',
  },
  'sampling.case-doubled': {
    status: 422,
    sentence: 'Case {case} stands in the list twice.',
    action: 'Leave one of the two out, or give the other its own reference.',
  },
  'sampling.excluded-case-unknown': {
    status: 422,
    sentence: 'There is no case {case} in the list to leave out.',
    action: 'Check the reference.',
  },
  'sampling.exclusion-reason-missing': {
    status: 422,
    sentence: 'The reason for leaving case {case} out is missing.',
    action: 'Write why; it is printed in the proof.',
  },
  'sampling.exclusion-name-missing': {
    status: 422,
    sentence: 'Nobody is named who decided to leave case {case} out.',
    action: 'Write the name of who decided; it is printed in the proof.',
  },
  'sampling.override-domain-unknown': {
    status: 422,
    sentence: 'There is no kind of cases “{domain}” whose size could be set.',
    action: 'Name a kind of cases that the edition samples.',
  },
  'sampling.override-doubled': {
    status: 422,
    sentence: 'The size for “{domain}” is set twice.',
    action: 'Set it once.',
  },
  'sampling.override-size-unfit': {
    status: 422,
    sentence: 'A sample of {size} cannot be drawn from the {population} eligible cases of “{domain}”.',
    action: 'Give a whole number from 0 to {population}.',
  },
  'sampling.override-reason-missing': {
    status: 422,
    sentence: 'The reason for setting the size of “{domain}” by hand is missing.',
    action: 'Write why; it is printed in the proof.',
  },
  'sampling.override-name-missing': {
    status: 422,
    sentence: 'Nobody is named who decided the size of “{domain}”.',
    action: 'Write the name of who decided; it is printed in the proof.',
  },
  'sampling.seed-missing': {
    status: 422,
    sentence: 'The seed is missing.',
    action: 'Give a text that both sides agreed in the open, such as the numbers of a public lottery.',
  },
  'sampling.no-eligible-case': {
    status: 422,
    sentence: 'No case of the list is eligible, so there is nothing to draw from.',
    action: 'Check the date of the fieldwork and the start dates of the list.',
  },
  'sampling.proof-not-written': {
    status: 422,
    sentence: 'The proof could not be written to {file}.',
    action: 'Name a file in a folder that exists and can be written to.',
  },
  'sampling.case-not-in-sample': {
    status: 409,
    sentence: 'Case {case} is not in the sample as it stands.',
    action: 'It may have been replaced meanwhile. Open the sample again.',
  },
  'sampling.no-reserve-left': {
    status: 409,
    sentence: 'No reserve is left to take the place of case {case}.',
    action: 'Send a new version of the case list and add cases from it, or keep the case.',
  },
  'sampling.replacement-reason-unknown': {
    status: 422,
    sentence: 'The reason for replacing the case is missing.',
    action: 'Choose one from the list.',
  },
  'sampling.replacement-note-missing': {
    status: 422,
    sentence: 'The note on why the case is replaced is missing.',
    action: 'Write what happened, for those who read the record later. Leave names out.',
  },
  'sampling.no-case-list': {
    status: 409,
    sentence: 'There is no case list to draw a sample from.',
    action: 'Send the case list first.',
  },
  'sampling.no-plan': {
    status: 409,
    sentence: 'The date of the fieldwork and the seed are not set.',
    action: 'Set them first.',
  },
  'sampling.seed-agreement-missing': {
    status: 422,
    sentence: 'It is not said who agreed the seed, and how.',
    action: 'Write who was there and where the text comes from.',
  },
  'sampling.plan-changed-meanwhile': {
    status: 409,
    sentence: 'The case list or what was decided for the draw changed after you had looked at it.',
    action: 'Check the plan on this page, then draw the sample.',
  },
  'sampling.drawn-already': {
    status: 409,
    sentence: 'The sample of this inspection is drawn, and a sample is never drawn again.',
    action: 'Open the sample to see it, to replace a case or to add cases from a new version of the list.',
  },
  'sampling.not-drawn': {
    status: 404,
    sentence: 'The sample of this inspection is not drawn yet.',
    action: 'Set the date of the fieldwork and the seed, then draw it.',
  },
  'sampling.size-not-whole': {
    status: 422,
    sentence: '“{value}” is not a whole number of cases.',
    action: 'Write it in figures.',
  },
  'sampling.no-newer-version': {
    status: 409,
    sentence:
      'There is no version of the case list after version {version}, which the sample has taken into account.',
    action: 'Send a new version of the list first.',
  },
  'sampling.top-up-reason-missing': {
    status: 422,
    sentence: 'The reason for adding cases is missing.',
    action: 'Write why; it is kept with the sample.',
  },
  'people.not-signed-in': {
    status: 401,
    sentence: 'You have to be signed in to do this.',
    action: 'Sign in and try again.',
  },
  'people.text-not-kept': {
    status: 401,
    sentence: 'The session had ended, and what was sent could not be kept.',
    action: 'Go back in the browser, copy what was typed, sign in and send it again.',
  },
  'people.not-allowed': {
    status: 403,
    sentence: 'You may not do this here: {because}.',
    action:
      'Ask the lead inspector of the inspection, or an administrator; the page “Permissions” says who may do what.',
  },
  'people.conflict-of-interest': {
    status: 403,
    sentence: 'You cannot open or change this case, because you have a conflict of interest with it.',
    action:
      'Tell the lead inspector, who gives the case to somebody else. If the declaration is wrong, ask them to withdraw it.',
  },
  'people.form-not-ours': {
    status: 403,
    sentence: 'The form does not carry the mark that this site gave it.',
    action: 'Allow cookies for this site, open the page again and send the form from there.',
  },
  'people.form-of-another-person': {
    status: 409,
    sentence: 'The form was opened under another account than the one that is signed in now.',
    action: 'Sign in as the person who filled it in; what was typed is kept for them.',
  },
  'people.sign-in-wrong': {
    status: 422,
    sentence: 'The email address, the password or the code is not right.',
    action: 'Check them and try again, or ask an administrator for a link to set a new password.',
  },
  'people.sign-in-wait': {
    status: 429,
    sentence: 'There were too many failed tries.',
    action: 'Try again in {seconds} seconds.',
  },
  'people.sign-in-made-up': {
    status: 403,
    sentence: 'The demonstration’s people may sign in only where the server listens on this computer alone.',
    action: 'Use an account of your own.',
  },
  'people.code-missing': {
    status: 422,
    sentence: 'This account has an authenticator app, and no code was given.',
    action: 'Enter the six digits that the app shows, or a recovery code.',
  },
  'people.password-wrong': {
    status: 422,
    sentence: 'This is not the password that you have now.',
    action: 'Enter it again, or ask an administrator for a link to set a new one.',
  },
  'people.code-wrong': {
    status: 422,
    sentence: 'The code is not the one that the app shows now.',
    action: 'Check that the clocks are right, wait for the next code and enter it.',
  },
  'people.password-missing': {
    status: 422,
    sentence: 'The password is missing.',
    action: 'Enter the password that you sign in with.',
  },
  'people.authenticator-not-there': {
    status: 409,
    sentence: 'No authenticator app is set up, so there is none to remove.',
    action: 'Go back to your account.',
  },
  'people.authenticator-there': {
    status: 409,
    sentence: 'An authenticator app is set up already.',
    action: 'Remove it first.',
  },
  'people.authenticator-closed': {
    status: 503,
    sentence: 'The server cannot check the codes of this authenticator app: it lacks the key.',
    action: 'Use a recovery code, or ask an administrator to take the app away.',
  },
  'people.password-short': {
    status: 422,
    sentence: 'The password has fewer than {shortest} characters.',
    action: 'Take a longer one; a few words that do not belong together are easy to remember.',
  },
  'people.password-long': {
    status: 422,
    sentence: 'The password has more than {longest} characters.',
    action: 'Take a shorter one.',
  },
  'people.password-guessed': {
    status: 422,
    sentence: 'This password is easy to guess: it is common, or made of names, dates or patterns.',
    action: 'Take another; a few words that do not belong together are hard to guess.',
  },
  'people.passwords-differ': {
    status: 422,
    sentence: 'The two passwords are not the same.',
    action: 'Enter the password again.',
  },
  'people.link-spent': {
    status: 404,
    sentence: 'The link to set a password was used, has ended or is not whole.',
    action: 'Ask an administrator for a new one.',
  },
  'people.email-missing': {
    status: 422,
    sentence: 'The email address is missing.',
    action: 'Enter one such as name@example.org.',
  },
  'people.email-malformed': {
    status: 422,
    sentence: '“{email}” is not an email address.',
    action: 'Enter one such as name@example.org.',
  },
  'people.email-taken': {
    status: 409,
    sentence: 'There is an account with the email address {email} already.',
    action: 'Look for it in the list of people.',
  },
  'people.name-missing': {
    status: 422,
    sentence: 'The name is missing.',
    action: 'Enter the name as colleagues know it.',
  },
  'people.person-not-found': {
    status: 404,
    sentence: 'There is no such person.',
    action: 'Look in the list of people.',
  },
  'people.no-account': {
    status: 422,
    sentence: 'Nobody has an open account with this email address.',
    action: 'Check the address, or ask an administrator to add the person.',
  },
  'people.role-missing': {
    status: 422,
    sentence: 'No role is chosen.',
    action: 'Choose the role that the person has in this inspection.',
  },
  'people.role-not-found': {
    status: 422,
    sentence: 'There is no role “{role}”.',
    action: 'Use one of: {known}.',
  },
  'people.last-administrator': {
    status: 409,
    sentence: 'Nobody else is an administrator.',
    action: 'Make somebody else an administrator first.',
  },
  'people.stage-not-found': {
    status: 422,
    sentence: 'There is no stage “{stage}”.',
    action: 'Use one of: {known}.',
  },
  'people.stage-changed-meanwhile': {
    status: 412,
    sentence: 'Somebody else moved this inspection to another stage after you had looked at it.',
    action: 'Look at which stage it is at now, and choose again.',
  },
  'people.token-name-missing': {
    status: 422,
    sentence: 'The token has no name.',
    action: 'Name what it is for, so that you know it again.',
  },
  'people.token-days': {
    status: 422,
    sentence: 'A token cannot last for “{days}” days.',
    action: 'Give a whole number of days from 1 to {longest}.',
  },
  'people.token-not-found': {
    status: 404,
    sentence: 'There is no such token of yours.',
    action: 'Look in the list of your tokens.',
  },
  'people.session-not-found': {
    status: 404,
    sentence: 'There is no such session of yours.',
    action: 'Look in the list of your sessions.',
  },
  'people.provider-failed': {
    status: 503,
    sentence: 'The sign-in with {provider} did not come to its end: {reason}.',
    action: 'Try again, or sign in with a password.',
  },
  'people.provider-stranger': {
    status: 403,
    sentence: '{provider} knows you, but there is no account here with an email address that it vouches for.',
    action: 'Ask an administrator to add you under that address.',
  },
  'people.lead-not-named': {
    status: 403,
    sentence: 'Only the head of programme can name a lead inspector.',
    action: 'Ask the head of programme, or choose another role.',
  },
  'people.lead-of-own-account': {
    status: 403,
    sentence: 'You cannot name a lead inspector whose account you added yourself.',
    action: 'Ask another head of programme to do it.',
  },
  'people.provider-no-address': {
    status: 403,
    sentence: '{provider} knows you, but tells us no email address of yours.',
    action: 'Ask the people who run this server to make the provider send the claim “email”.',
  },
  'people.provider-address-unsaid': {
    status: 403,
    sentence: '{provider} knows you, but does not say whether your email address is verified.',
    action:
      'Ask the people who run this server to make the provider send the claim “email_verified”, or to set ASSAY_OIDC_EMAIL to “trusted”.',
  },
  'people.provider-address-unverified': {
    status: 403,
    sentence: '{provider} knows you, but says that your email address is not verified.',
    action: 'Verify the address there, then sign in again.',
  },
  'people.prove-by-provider': {
    status: 403,
    sentence:
      'You have no password here, and have not just signed in again with your organisation’s account.',
    action: 'Sign in with it again, then send the form within 10 minutes.',
  },
  'people.own-role': {
    status: 409,
    sentence: 'Nobody changes their own roles or closes their own account.',
    action: 'Ask somebody else who may.',
  },
  'programme.stage-out-of-order': {
    status: 409,
    sentence: 'You cannot move an inspection from “{from}” to “{to}”.',
    action: 'Go one step at a time: {possible}.',
  },
  'programme.reason-missing': {
    status: 422,
    sentence: 'The reason for going back is missing.',
    action: 'Say in a sentence why; it stays in the history.',
  },
  'programme.reason-unsigned': {
    status: 422,
    sentence: 'The reason why inspected cases stay unsigned is missing.',
    action: 'Sign them, or say why not: {cases}.',
  },
  'programme.cases-unsigned': {
    status: 409,
    sentence: 'Inspected cases are not signed, and nobody said why: {cases}.',
    action:
      'Go back to the stage “Ratings” and sign them, or say why they stay unsigned when you come from there.',
  },
  'programme.lead-missing': {
    status: 409,
    sentence: 'Nobody is the lead inspector.',
    action: 'Give somebody the role.',
  },
  'programme.cases-not-open': {
    status: 409,
    sentence: 'Cases of the sample that are not open yet: {count}.',
    action: 'Begin fieldwork, which opens them for those who have them.',
  },
  'programme.values-undecided': {
    status: 409,
    sentence: 'The figures are provisional. Entries with several values of which none is decided: {count}.',
    action: 'Decide them on the pages of their cases.',
  },
  'programme.standard-unrated': {
    status: 409,
    sentence: 'Standard {standard} is not rated.',
    action: 'Complete its figures or its judgement, or declare it unrated with the reason.',
  },
  'programme.overall-missing': {
    status: 409,
    sentence: 'There is no overall rating.',
    action: 'Rate every standard that is scored.',
  },
  'programme.findings-missing': {
    status: 409,
    sentence: 'There are no findings for standard {standard}.',
    action: 'Enter its strengths or its areas for improvement.',
  },
  'programme.not-proposed': {
    status: 409,
    sentence: 'Nobody has proposed the publication.',
    action: 'Propose it when nothing is missing.',
  },
  'programme.second-person': {
    status: 409,
    sentence: 'Publication needs a second person: you proposed it.',
    action: 'Ask somebody else who may publish; the page of the publication names them.',
  },
  'programme.report-changed': {
    status: 409,
    sentence: 'The report has changed since its publication was proposed.',
    action: 'Read it again and propose it again.',
  },
  'fieldwork.case-not-found': {
    status: 404,
    sentence: 'The inspection {inspection} has no case “{case}”.',
    action: 'Choose one from its list of cases.',
  },
  'fieldwork.question-not-asked': {
    status: 422,
    sentence: 'This case is not asked the question “{question}”.',
    action: 'Use a question of the inspection’s edition for cases of this kind.',
  },
  'fieldwork.fact-not-found': {
    status: 422,
    sentence: 'There is no fact “{fact}” to record about a case.',
    action: 'Use one of the facts of the case’s page.',
  },
  'fieldwork.value-not-allowed': {
    status: 422,
    sentence: '“{value}” cannot be recorded for {item}.',
    action: 'Use one of: {allowed}.',
  },
  'fieldwork.age-impossible': {
    status: 422,
    sentence: '“{value}” is not an age from {youngest} to {oldest} in whole years.',
    action: 'Write it as 15, or “not known” where the file does not say it.',
  },
  'fieldwork.time-impossible': {
    status: 422,
    sentence: '“{value}” is not a day and a time.',
    action: 'Enter the date and the time as 2026-06-01T10:30, in the year 2000 or later.',
  },
  'fieldwork.time-skipped': {
    status: 422,
    sentence: 'There is no such time as {value}: the clocks go forward from 1am to 2am.',
    action: 'Enter a time before 1am, or from 2am on.',
  },
  'fieldwork.words-without-value': {
    status: 422,
    sentence: 'We cannot save what you typed here, because no answer is selected.',
    action: 'Select an answer, or delete the text.',
  },
  'fieldwork.text-unreadable': {
    status: 422,
    sentence: 'The text contains a character that cannot be stored, such as half an emoji.',
    action: 'Delete the character, or type the text again.',
  },
  'fieldwork.changed-meanwhile': {
    status: 412,
    sentence: 'Somebody else changed this after you had read it. Both values are kept.',
    action: 'Compare the two and decide which one stands.',
  },
  'fieldwork.people-changed-meanwhile': {
    status: 412,
    sentence:
      'Somebody else changed who assesses this case after you had looked at it. Nothing of yours was saved.',
    action: 'Look at who has the case now, and choose again.',
  },
  'fieldwork.case-frozen': {
    status: 409,
    sentence: 'The case was handed in or signed before this arrived. What you wrote is kept beside it.',
    action: 'Ask for the case to be opened again, then decide which value stands.',
  },
  'fieldwork.right-taken-away': {
    status: 403,
    sentence: 'You no longer work on this case. What you wrote is kept for the lead to decide.',
    action: 'Tell the lead inspector that it is there.',
  },
  'fieldwork.kept-in-conflict': {
    status: 403,
    sentence:
      'A conflict of interest between you and this case is declared. What you wrote is kept for the lead to decide.',
    action: 'Tell the lead inspector that it is there, and write no more to this case.',
  },
  'fieldwork.key-used-otherwise': {
    status: 422,
    sentence: 'The idempotency key was used for another request.',
    action: 'Make a new key for each thing you write.',
  },
  'fieldwork.conflict-not-found': {
    status: 404,
    sentence: 'Nothing is left to decide here.',
    action: 'Go back to the case; somebody else may have decided.',
  },
  'fieldwork.choice-missing': {
    status: 422,
    sentence: 'Choose the value that is to stand.',
    action: 'All of them stay in the history.',
  },
  'fieldwork.reason-missing': {
    status: 422,
    sentence: 'Enter the reason for your decision.',
    action: 'Say in a sentence why this value is right; it stays in the history.',
  },
  'fieldwork.conflict-moved-on': {
    status: 409,
    sentence: 'The value changed again after you had looked at it.',
    action: 'Look at the values anew and decide.',
  },
  'fieldwork.step-not-now': {
    status: 409,
    sentence: 'A case that is “{status}” cannot take the step “{step}”.',
    action: 'Look at where the case stands now; somebody else may have moved it.',
  },
  'fieldwork.comment-missing': {
    status: 422,
    sentence: 'The words for “{step}” are missing.',
    action: 'Say in a sentence why; it stays with the case.',
  },
  'fieldwork.case-incomplete': {
    status: 422,
    sentence: 'The case lacks {count} things.',
    action: 'Complete what the case’s page lists as missing.',
  },
  'fieldwork.second-person': {
    status: 409,
    sentence: 'This step needs a second person: you {acts}.',
    action: 'Ask somebody else who may take it; the case’s page names them.',
  },
  'fieldwork.sample-missing': {
    status: 409,
    sentence: 'There is no sample, so there are no cases to inspect.',
    action: 'Draw the sample and allocate its cases first.',
  },
  'fieldwork.cases-with-nobody': {
    status: 409,
    sentence: 'Cases of the sample that are with nobody: {count}.',
    action: 'Propose the allocation, or give them by hand.',
  },
  'fieldwork.assessor-without-account': {
    status: 409,
    sentence: '{assessor} has cases and no account with which to assess them.',
    action: 'Open the person in the allocation and choose their account.',
  },
  'fieldwork.cases-imported': {
    status: 409,
    sentence: 'The inspection has cases that were imported with their answers, and not drawn: {count}.',
    action:
      'Leave the inspection as it was imported; draw and inspect the sample of one without imported answers.',
  },
  'fieldwork.person-not-in-inspection': {
    status: 422,
    sentence: 'The person has no role in this inspection.',
    action: 'Choose somebody who works on it, or give them a role first.',
  },
  'audit.chain-broken': {
    status: 500,
    sentence: 'The audit log of {chain} is not as it was written: event {position} {fault}.',
    action: 'Keep the database as it is, restore a backup beside it and compare the two.',
  },
  'audit.record-differs': {
    status: 500,
    sentence: 'In the inspection {inspection}, {subject} {fault}.',
    action: 'Keep the database as it is, restore a backup in another place and compare the two.',
  },
  'audit.no-heads': {
    status: 422,
    sentence: 'The file {file} holds no heads, so nothing was compared.',
    action: 'Name the file in which the lines of “assay audit head” are kept, and check what copies it.',
  },
  'audit.head-malformed': {
    status: 422,
    sentence: 'This line is not the head of an audit log.',
    action: 'Keep the lines as “assay audit head” prints them, and nothing else in the file.',
  },
} as const satisfies Record<string, Entry>
