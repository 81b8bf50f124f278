/**
 * Every refusal the product can give: code, HTTP status, the sentence that says what is wrong and the
 * sentence that says what to do next. Sentences are whole, so that each can be put into Welsh.
 * `docs/reference/problems.md` is generated from this table.
 */
type Entry = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  readonly sentence: string
  readonly mend: string
}

export const catalogue = {
  'request.not-found': {
    status: 404,
    sentence: 'There is no page at this address.',
    mend: 'Check the address, or start from the list of inspections.',
  },
  'settings.unknown': {
    status: 400,
    sentence: 'There is no setting {name}.',
    mend: 'Remove it, or use one of {known}.',
  },
  'settings.malformed': {
    status: 400,
    sentence: 'The setting {name} is not usable.',
    mend: 'Give {expected}.',
  },
  'settings.host-not-loopback': {
    status: 400,
    sentence: 'Other computers can reach {host}, and passwords would cross the network in the clear.',
    mend: 'Use 127.0.0.1, ::1 or localhost, or set ASSAY_ORIGIN to the https address of a proxy before the server.',
  },
  'settings.port-in-use': {
    status: 409,
    sentence: 'Another program already listens on {host}, port {port}.',
    mend: 'Stop it, or set ASSAY_PORT to a free port.',
  },
  'database.in-use': {
    status: 409,
    sentence: 'The database in {folder} is in use by another running Assay (process {process}).',
    mend: 'Use that one, stop it first, or set ASSAY_DATA to another folder.',
  },
  'database.newer': {
    status: 409,
    sentence:
      'The database was made by a newer version of Assay: it has the migration {migration}, unknown here.',
    mend: 'Use the newer version. Nothing was changed.',
  },
  'database.unreachable': {
    status: 503,
    sentence: 'The database does not answer: {reason}.',
    mend: 'Check that it runs and that DATABASE_URL is right.',
  },
  'database.not-migrated': {
    status: 503,
    sentence: 'The database lacks the migration {migration}.',
    mend: 'Run the migrations, or start the server anew, which does it.',
  },
  'request.malformed': {
    status: 400,
    sentence: 'The request could not be read.',
    mend: 'Go back, check what you sent, and try again.',
  },
  'request.from-another-site': {
    status: 403,
    sentence: 'The form was sent from another website, so nothing was done.',
    mend: 'Open the page here and send the form again.',
  },
  'request.unknown-host': {
    status: 400,
    sentence: 'This server answers only under the name of this computer.',
    mend: 'Open it as localhost or 127.0.0.1.',
  },
  'request.too-large': {
    status: 413,
    sentence: 'What you sent is larger than this page accepts.',
    mend: 'Send a smaller file, or split it.',
  },
  'request.unsupported-type': {
    status: 415,
    sentence: 'What you sent is of a kind that this page does not accept.',
    mend: 'Send the form of the page itself.',
  },
  'request.unavailable': {
    status: 503,
    sentence: 'The service cannot reach its database.',
    mend: 'Nothing was saved. Try again in a minute.',
  },
  'request.failed': {
    status: 500,
    sentence: 'Something went wrong on our side, and nothing was saved.',
    mend: 'Try again. If it happens again, report the request number below.',
  },
  'inspection.not-found': {
    status: 404,
    sentence: 'There is no inspection “{inspection}”.',
    mend: 'Choose one from the list of inspections.',
  },
  'inspection.standard-not-found': {
    status: 404,
    sentence: 'Edition {edition}, to which this inspection belongs, has no standard “{standard}”.',
    mend: 'Choose a standard from the inspection’s ratings.',
  },
  'inspection.edition-missing': {
    status: 503,
    sentence: 'The inspection {inspection} belongs to edition “{edition}”, whose file is not there.',
    mend: 'Put the edition’s file back into the folder of editions and start again.',
  },
  'inspection.exists': {
    status: 409,
    sentence: 'The inspection {inspection} is stored already.',
    mend: 'To replace it on purpose, say so and give the reason; what was there before is kept in the audit log.',
  },
  'inspection.edition-pinned': {
    status: 409,
    sentence: 'The inspection {inspection} belongs to edition {edition} and cannot be moved to another.',
    mend: 'Import figures of that edition, or import these under another service or month.',
  },
  'inspection.twice-in-file': {
    status: 422,
    sentence: 'The inspection {inspection} stands in the file twice.',
    mend: 'Keep one of the two.',
  },
  'inspection.replace-without-reason': {
    status: 422,
    sentence: 'The reason for replacing a stored inspection is missing.',
    mend: 'Give the reason; it is kept in the audit log.',
  },
  'inspection.service-missing': {
    status: 422,
    sentence: 'The name of the service is missing.',
    mend: 'Give the name as the service itself writes it.',
  },
  'inspection.edition-not-chosen': {
    status: 422,
    sentence: 'The edition of the standards is missing.',
    mend: 'Choose the edition under which the service was inspected.',
  },
  'inspection.date-malformed': {
    status: 422,
    sentence: '“{value}” is not a date that can be used here.',
    mend: 'Write {form}.',
  },
  'inspection.date-missing': {
    status: 422,
    sentence: 'The inspection of {service} says neither when it was published nor when fieldwork started.',
    mend: 'Give one of the two, so that the inspection can be told from others of the same service.',
  },
  'inspection.file-not-chosen': {
    status: 422,
    sentence: 'No file was chosen for the {what}.',
    mend: 'Choose the file on your computer.',
  },
  'inspection.cases-not-whole': {
    status: 422,
    sentence: '“{value}” is not a number of cases.',
    mend: 'Give a whole number that is not below zero.',
  },
  'file.not-found': {
    status: 404,
    sentence: 'There is no file {file} that can be read.',
    mend: 'Check the name and the folder, and that you may read it.',
  },
  'file.empty': {
    status: 422,
    sentence: 'The file {file} is empty.',
    mend: 'Choose the file that holds the data.',
  },
  'file.not-utf8': {
    status: 422,
    sentence: 'The file {file} is not text in UTF-8.',
    mend: 'Save it again as UTF-8; in a spreadsheet choose “CSV UTF-8”.',
  },
  'file.not-json': {
    status: 422,
    sentence: 'The file {file} is not well-formed JSON: {fault}.',
    mend: 'Mend the file at that place; docs/reference/results-format.md shows the shape.',
  },
  'json.field-missing': {
    status: 422,
    sentence: 'The field “{field}” is missing.',
    mend: 'Add it; docs/reference/results-format.md shows the shape.',
  },
  'json.field-unknown': {
    status: 422,
    sentence: 'The field “{field}” is not known here.',
    mend: 'Check its spelling or take it out; docs/reference/results-format.md lists the fields.',
  },
  'json.wrong-type': {
    status: 422,
    sentence: 'The value is not of the right kind: {fault}.',
    mend: 'Give a value of that kind; docs/reference/results-format.md shows the shape.',
  },
  'table.column-missing': {
    status: 422,
    sentence: 'The header has no column “{column}”.',
    mend: 'Add it; the columns are {columns}.',
  },
  'table.column-unknown': {
    status: 422,
    sentence: 'The header has a column “{column}” that is not known.',
    mend: 'Take it out or correct its name; the columns are {columns}.',
  },
  'table.column-twice': {
    status: 422,
    sentence: 'The header names the column “{column}” more than once.',
    mend: 'Keep one of them.',
  },
  'table.cells-differ': {
    status: 422,
    sentence: 'The row has {cells} cells where the header has {columns}.',
    mend: 'Give the row one cell for each column; put a value that holds the delimiter in quotation marks.',
  },
  'table.cell-empty': {
    status: 422,
    sentence: 'The cell is empty.',
    mend: 'Fill it in; leave the whole row out where a case has not answered the question yet.',
  },
  'table.no-rows': {
    status: 422,
    sentence: 'There is no row under the header.',
    mend: 'Choose the file that holds the rows.',
  },
  'table.not-readable': {
    status: 422,
    sentence: 'The table cannot be read: {fault}.',
    mend: 'Look for a quotation mark that is opened and not closed, or stands in the middle of a value.',
  },
  'edition.not-found': {
    status: 404,
    sentence: 'There is no edition “{edition}”.',
    mend: 'Choose one from the list of editions.',
  },
  'edition.standard-not-found': {
    status: 404,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    mend: 'Choose one from the page of the edition.',
  },
  'edition.none-found': {
    status: 422,
    sentence: 'The folder {folder} holds no edition.',
    mend: 'Put an edition there, as a file whose name ends in .yaml.',
  },
  'edition.folder-unreadable': {
    status: 422,
    sentence: 'The folder {folder} cannot be read.',
    mend: 'Check that it is there and that you may read it.',
  },
  'edition.file-too-large': {
    status: 413,
    sentence: 'The file {file} is larger than {limit} kilobytes.',
    mend: 'Check that it is an edition; those that are known need less than a tenth of that.',
  },
  'edition.file-name': {
    status: 422,
    sentence: 'The file {file} holds the edition “{id}”.',
    mend: 'Name the file {id}.yaml, or correct the id.',
  },
  'edition.not-yaml': {
    status: 422,
    sentence: 'The file is not well-formed YAML: {fault}.',
    mend: 'Mend that line; look for an indent that differs, a quotation mark that is not closed, or a colon in text without quotation marks.',
  },
  'edition.key-twice': {
    status: 422,
    sentence: 'The same key is given twice in one place.',
    mend: 'Keep one of the two.',
  },
  'edition.alias': {
    status: 422,
    sentence: 'The file uses the alias “{name}”, which editions do not.',
    mend: 'Write the value out where it is used.',
  },
  'edition.tag': {
    status: 422,
    sentence: 'The file uses a YAML tag that editions do not.',
    mend: 'Take out the word that begins with an exclamation mark.',
  },
  'edition.key-unknown': {
    status: 422,
    sentence: 'The key “{key}” is not known here.',
    mend: 'Check its spelling or take it out; docs/reference/edition-format.md lists the keys.',
  },
  'edition.key-missing': {
    status: 422,
    sentence: 'The key “{key}” is missing.',
    mend: 'Add it; docs/reference/edition-format.md says what it holds.',
  },
  'edition.wrong-type': {
    status: 422,
    sentence: 'The value here must be {wanted}, not {found}.',
    mend: 'Give a value of that kind; ids and texts that look like numbers go in quotation marks.',
  },
  'edition.value-unknown': {
    status: 422,
    sentence: 'The value “{value}” is not one that is known here.',
    mend: 'Use one of: {known}.',
  },
  'edition.text-empty': {
    status: 422,
    sentence: 'The text is empty.',
    mend: 'Write it, or take the key out where it may be left out.',
  },
  'edition.list-empty': {
    status: 422,
    sentence: 'The list is empty.',
    mend: 'Add at least one entry.',
  },
  'edition.number-unfit': {
    status: 422,
    sentence: 'The number {value} does not fit here.',
    mend: 'Give {wanted}.',
  },
  'edition.id-form': {
    status: 422,
    sentence: '“{id}” cannot be an id.',
    mend: 'Use up to 64 letters, digits, dots, hyphens and underscores, beginning and ending with a letter or digit.',
  },
  'edition.letter-form': {
    status: 422,
    sentence: '“{letter}” cannot be the letter of a prompt.',
    mend: 'Use one small letter from a to z.',
  },
  'edition.date-form': {
    status: 422,
    sentence: '“{value}” is neither a year nor a year with a month.',
    mend: 'Write it as 2021 or 2021-07, in quotation marks.',
  },
  'edition.address-form': {
    status: 422,
    sentence: '“{value}” is not a web address.',
    mend: 'Give an address that begins with https.',
  },
  'edition.name-twice': {
    status: 422,
    sentence: '“{name}” is given twice; the first stands at {first}.',
    mend: 'Keep one of the two, or give one another name.',
  },
  'edition.name-unknown': {
    status: 422,
    sentence: '“{name}” is not known in this edition.',
    mend: 'Use a name that the edition gives; there are: {known}.',
  },
  'edition.not-under-standard': {
    status: 422,
    sentence: 'The id “{id}” does not begin with that of its standard, {standard}.',
    mend: 'Give it an id that begins with {standard} and a dot, or put it under its own standard.',
  },
  'edition.cases-absent': {
    status: 422,
    sentence: 'Standard {standard} is judged from cases, but its domain inspects none.',
    mend: 'Name the kind of cases under the domain as “cases”, or judge the standard from evidence.',
  },
  'edition.answers-incomplete': {
    status: 422,
    sentence: 'A question with these answers cannot be counted: they must hold yes and no.',
    mend: 'Give “yes” and “no”, and “na” where the question may be not applicable.',
  },
  'edition.exception-on-evidence': {
    status: 422,
    sentence:
      'Question {question} belongs to a standard that is judged from evidence, so cases do not answer it.',
    mend: 'Take the exception out, or judge the standard from cases.',
  },
  'edition.question-unknown': {
    status: 422,
    sentence: 'The edition has no question “{question}”.',
    mend: 'Name a key question, such as 2.1.1, or a prompt, such as 2.1.1.a.',
  },
  'edition.scale-too-short': {
    status: 422,
    sentence: 'The scale has fewer than two ratings.',
    mend: 'List every rating, the lowest first.',
  },
  'edition.points-not-rising': {
    status: 422,
    sentence: '“{rating}” gives no more points than “{before}”, which stands below it.',
    mend: 'List the ratings from the lowest to the highest, each with more points than the one before.',
  },
  'edition.range-backwards': {
    status: 422,
    sentence: 'The range ends at {to}, before it begins at {from}.',
    mend: 'Exchange the two numbers, or correct the wrong one.',
  },
  'edition.range-gap': {
    status: 422,
    sentence: 'Nothing covers {from} to {to}.',
    mend: 'Move the ends of the ranges so that each begins where the one before it ended.',
  },
  'edition.range-overlap': {
    status: 422,
    sentence: 'More than one range covers {from} to {to}.',
    mend: 'Move the ends of the ranges so that each begins where the one before it ended.',
  },
  'edition.rating-without-range': {
    status: 422,
    sentence: 'No range gives the rating “{rating}”.',
    mend: 'Add a range for it, or take the rating out of the scale.',
  },
  'edition.rating-out-of-order': {
    status: 422,
    sentence: '“{rating}” stands after a rating that is above it on the scale.',
    mend: 'List the ranges from the lowest rating to the highest.',
  },
  'edition.maximum-unreachable': {
    status: 422,
    sentence: 'No inspection can have a maximum of {maximum} points.',
    mend: 'Give the maximum for a number of scored standards; with all of them it is {full}.',
  },
  'edition.maximum-absent': {
    status: 422,
    sentence:
      'There are no overall bands for the maximum of {maximum} points, which all scored standards give.',
    mend: 'Add a table for it, or leave the list empty where no overall rating is given.',
  },
  'edition.standard-without-part': {
    status: 422,
    sentence: 'Standard {standard} is neither scored nor rated apart.',
    mend: 'Add it to “scoredStandards”, or name it as “resettlement”.',
  },
  'edition.standard-in-both': {
    status: 422,
    sentence: 'Standard {standard} is both scored and rated apart.',
    mend: 'Take it out of “scoredStandards”, or set “resettlement” to null.',
  },
  'edition.window-empty': {
    status: 422,
    sentence:
      'The window ends {latest} before fieldwork and begins {earliest} before it, so no day lies in it.',
    mend: 'Exchange the two: “earliest” is the larger number.',
  },
  'edition.shares-sum': {
    status: 422,
    sentence: 'The shares of the sample add up to {sum} per cent.',
    mend: 'Correct them so that they add up to 100, or leave the list empty.',
  },
  'edition.deviate-differs': {
    status: 422,
    sentence: 'The deviate {z} gives a confidence of {given} per cent, not of {confidence}.',
    mend: 'Give the two-sided deviate of the confidence; for 80 per cent it is 1.2815515655.',
  },
  'edition.rule-without-source': {
    status: 422,
    sentence: 'Nothing says where the rule “{rule}” comes from.',
    mend: 'Add it to “ruleSources”; where nothing is published it is a “setting”.',
  },
  'edition.source-absent': {
    status: 422,
    sentence: 'The rule “{rule}” names no source.',
    mend: 'Name a source, or call the rule a “setting” where nothing is published.',
  },
  'answers.domain-not-found': {
    status: 422,
    sentence: 'Edition {edition} inspects no cases of the domain “{domain}”.',
    mend: 'Use one of: {known}.',
  },
  'answers.question-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no question “{question}”.',
    mend: 'Check the question against the edition, and that the edition is the right one.',
  },
  'answers.question-judged-from-evidence': {
    status: 422,
    sentence:
      'Question {question} is of standard {standard}, which is judged from evidence and not from cases.',
    mend: 'Take the row out and give the rating of the standard with the judgements.',
  },
  'answers.question-of-another-domain': {
    status: 422,
    sentence: 'Question {question} is not asked of cases of the domain “{domain}”.',
    mend: 'Correct the question or the domain of the case.',
  },
  'answers.answer-not-allowed': {
    status: 422,
    sentence: 'The answer “{answer}” is not allowed to question {question}.',
    mend: 'Use one of: {allowed}.',
  },
  'answers.case-in-two-domains': {
    status: 422,
    sentence: 'Case {case} is in the domain “{domain}” here and in “{first}” in an earlier row.',
    mend: 'Give the case one domain; a child inspected under both has two cases with two ids.',
  },
  'answers.answered-twice': {
    status: 422,
    sentence: 'Case {case} answers question {question} twice; the first answer is {first}.',
    mend: 'Keep one of the two answers.',
  },
  'ratings.edition-not-found': {
    status: 422,
    sentence: 'There is no edition “{edition}”.',
    mend: 'Use one of: {known}.',
  },
  'ratings.standard-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    mend: 'Check the number of the standard and that the edition is the right one.',
  },
  'ratings.domain-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no domain “{domain}”.',
    mend: 'Use one of: {known}.',
  },
  'ratings.key-question-not-found': {
    status: 422,
    sentence: 'Standard {standard} has no key question “{keyQuestion}”.',
    mend: 'Use one of: {known}.',
  },
  'ratings.rating-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no rating “{rating}”.',
    mend: 'Use one of: {known}.',
  },
  'ratings.standard-twice': {
    status: 422,
    sentence: 'Standard {standard} is given twice.',
    mend: 'Keep one of the two.',
  },
  'ratings.key-question-twice': {
    status: 422,
    sentence: 'Key question {keyQuestion} is given twice.',
    mend: 'Keep one of the two figures.',
  },
  'ratings.figure-missing': {
    status: 422,
    sentence: 'Key question {keyQuestion} has no figure.',
    mend: 'Give “percentYes”, or “yes” together with “of”.',
  },
  'ratings.percent-not-whole': {
    status: 422,
    sentence: '{value} is not a whole per cent from 0 to 100.',
    mend: 'Give the printed whole per cent, or the counts as “yes” and “of”.',
  },
  'ratings.count-not-whole': {
    status: 422,
    sentence: '{value} is not a number of cases.',
    mend: 'Give a whole number that is not below zero.',
  },
  'ratings.base-zero': {
    status: 422,
    sentence: 'Key question {keyQuestion} has a base of no cases.',
    mend: 'Leave the key question out, or declare its standard unrated with the reason.',
  },
  'ratings.yes-above-of': {
    status: 422,
    sentence: 'Key question {keyQuestion} has {yes} yes answers of {of} cases.',
    mend: 'Correct the counts: “yes” cannot be above “of”.',
  },
  'ratings.figures-on-evidence-standard': {
    status: 422,
    sentence: 'Standard {standard} is judged from evidence and takes no figures.',
    mend: 'Take the key questions out and give the rating of the standard.',
  },
  'ratings.judgement-on-case-standard': {
    status: 422,
    sentence: 'Standard {standard} is rated from the figures of its key questions, not by a rating alone.',
    mend: 'Give its key questions; to rate it apart from them, give a professional judgement with its reason.',
  },
  'ratings.rating-missing': {
    status: 422,
    sentence: 'Standard {standard} has neither a rating nor figures.',
    mend: 'Give it one, declare it unrated with the reason, or leave it out.',
  },
  'ratings.judged-and-unrated': {
    status: 422,
    sentence: 'Standard {standard} is both judged and declared unrated.',
    mend: 'Keep one of the two.',
  },
  'ratings.unrated-without-reason': {
    status: 422,
    sentence: '{subject} is declared unrated without a reason.',
    mend: 'Give the reason; it is printed with the ratings.',
  },
  'ratings.unrated-not-allowed': {
    status: 422,
    sentence: 'Edition {edition} does not let standard {standard} be left unrated.',
    mend: 'Rate it; the standards that may be left unrated are {known}.',
  },
  'ratings.unrated-twice': {
    status: 422,
    sentence: 'Standard {standard} is declared unrated twice.',
    mend: 'Keep one of the two.',
  },
  'ratings.unrated-subject': {
    status: 422,
    sentence: 'A declaration as unrated names either a standard or a domain.',
    mend: 'Give one of “standard” and “domain”.',
  },
  'ratings.professional-judgement-without-reason': {
    status: 422,
    sentence: 'The professional judgement on standard {standard} has no reason.',
    mend: 'Give the reason; it is printed with the rating.',
  },
  'ratings.professional-judgement-on-evidence-standard': {
    status: 422,
    sentence: 'Standard {standard} is judged from evidence, so it has no figures to set a rating apart from.',
    mend: 'Give the rating as the judgement on the standard.',
  },
  'ratings.professional-judgement-without-figures': {
    status: 422,
    sentence: 'The figures of standard {standard} are not complete, so no rating can be set apart from them.',
    mend: 'Give the figures of all its key questions first.',
  },
  'ratings.professional-judgement-direction': {
    status: 422,
    sentence: 'Edition {edition} does not let a professional judgement move standard {standard} {direction}.',
    mend: 'Keep the rating that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-steps': {
    status: 422,
    sentence:
      'The professional judgement moves standard {standard} by {steps} ratings; edition {edition} allows {allowed}.',
    mend: 'Choose a rating nearer to the one that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-distance': {
    status: 422,
    sentence:
      'Standard {standard} stands {points} points from the next band; edition {edition} allows a professional judgement within {allowed}.',
    mend: 'Keep the rating that the figures give, {calculated}.',
  },
  'report.pdf-failed': {
    status: 503,
    sentence: 'The PDF of this report could not be made: {reason}.',
    mend: 'Read the report as a web page, and tell whoever runs this workbench what is said here.',
  },
  'report.pdf-too-slow': {
    status: 503,
    sentence: 'The PDF of this report was not ready after {seconds} seconds.',
    mend: 'Try again in a minute, or read the report as a web page.',
  },
  'report.folder-not-writable': {
    status: 422,
    sentence: 'The folder {folder} cannot be written: {reason}.',
    mend: 'Give a folder that you may write in.',
  },
  'findings.not-json': {
    status: 422,
    sentence: 'The file is not JSON: {reason}.',
    mend: 'Mend the file at the place that is named, or write it anew.',
  },
  'findings.malformed': {
    status: 422,
    sentence: 'The findings file is not in its form here: {reason}.',
    mend: 'Write it as docs/how-to/enter-findings.md shows.',
  },
  'findings.other-inspection': {
    status: 422,
    sentence: 'The file holds findings of inspection “{found}”, not of “{inspection}”.',
    mend: 'Name the inspection that the file was written for, or give the file of this inspection.',
  },
  'findings.standard-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    mend: 'Give a standard of the edition under which the service was inspected.',
  },
  'findings.standard-twice': {
    status: 422,
    sentence: 'Standard {standard} stands in the findings twice.',
    mend: 'Put its findings together under one entry.',
  },
  'findings.changed-meanwhile': {
    status: 409,
    sentence: 'The findings of standard {standard} were changed by {who} at {when} while you were writing.',
    mend: 'Compare the two texts below, put into yours what should stay, and save again.',
  },
  'people.not-signed-in': {
    status: 401,
    sentence: 'You have to be signed in to do this.',
    mend: 'Sign in; a program sends a token of its person as a bearer token.',
  },
  'people.not-allowed': {
    status: 403,
    sentence: 'You may not do this here: {because}.',
    mend: 'Ask the lead inspector of the inspection, or an administrator; the page “Permissions” says who may do what.',
  },
  'people.form-not-ours': {
    status: 403,
    sentence: 'The form does not carry the mark that this site gave it.',
    mend: 'Allow cookies for this site, open the page again and send the form from there.',
  },
  'people.form-of-another-person': {
    status: 409,
    sentence: 'The form was opened under another account than the one that is signed in now.',
    mend: 'Sign in as the person who filled it in; what was typed is kept for them.',
  },
  'people.sign-in-wrong': {
    status: 422,
    sentence: 'The email address, the password or the code is not right.',
    mend: 'Check them and try again, or ask an administrator for a link to set a new password.',
  },
  'people.sign-in-wait': {
    status: 429,
    sentence: 'There were too many tries from here.',
    mend: 'Try again in {seconds} seconds.',
  },
  'people.sign-in-made-up': {
    status: 403,
    sentence: 'The demonstration’s people may sign in only where the server listens on this computer alone.',
    mend: 'Use an account of your own.',
  },
  'people.code-missing': {
    status: 422,
    sentence: 'This account has an authenticator app, and no code was given.',
    mend: 'Enter the six digits that the app shows, or a recovery code.',
  },
  'people.code-wrong': {
    status: 422,
    sentence: 'The code is not the one that the app shows now.',
    mend: 'Check that the clocks are right, wait for the next code and enter it.',
  },
  'people.authenticator-there': {
    status: 409,
    sentence: 'An authenticator app is set up already.',
    mend: 'Remove it first.',
  },
  'people.password-short': {
    status: 422,
    sentence: 'The password has fewer than {shortest} characters.',
    mend: 'Take a longer one; a few words that do not belong together are easy to remember.',
  },
  'people.password-long': {
    status: 422,
    sentence: 'The password has more than {longest} characters.',
    mend: 'Take a shorter one.',
  },
  'people.password-guessed': {
    status: 422,
    sentence: 'The password is one of those that are guessed first.',
    mend: 'Take another; a few words that do not belong together are hard to guess.',
  },
  'people.passwords-differ': {
    status: 422,
    sentence: 'The two passwords are not the same.',
    mend: 'Enter the password again.',
  },
  'people.link-spent': {
    status: 404,
    sentence: 'The link to set a password was used, has ended or is not whole.',
    mend: 'Ask an administrator for a new one.',
  },
  'people.email-malformed': {
    status: 422,
    sentence: '“{email}” is not an email address.',
    mend: 'Enter one such as name@example.org.',
  },
  'people.email-taken': {
    status: 409,
    sentence: 'There is an account with the email address {email} already.',
    mend: 'Look for it in the list of people.',
  },
  'people.name-missing': {
    status: 422,
    sentence: 'The name is missing.',
    mend: 'Enter the name as colleagues know it.',
  },
  'people.person-not-found': {
    status: 404,
    sentence: 'There is no such person.',
    mend: 'Look in the list of people.',
  },
  'people.role-not-found': {
    status: 422,
    sentence: 'There is no role “{role}”.',
    mend: 'Use one of: {known}.',
  },
  'people.last-administrator': {
    status: 409,
    sentence: 'Nobody else is an administrator.',
    mend: 'Make somebody else an administrator first.',
  },
  'people.stage-not-found': {
    status: 422,
    sentence: 'There is no stage “{stage}”.',
    mend: 'Use one of: {known}.',
  },
  'people.token-name-missing': {
    status: 422,
    sentence: 'The token has no name.',
    mend: 'Name what it is for, so that you know it again.',
  },
  'people.token-days': {
    status: 422,
    sentence: 'A token cannot last for “{days}” days.',
    mend: 'Give a whole number of days from 1 to {longest}.',
  },
  'people.token-not-found': {
    status: 404,
    sentence: 'There is no such token of yours.',
    mend: 'Look in the list of your tokens.',
  },
  'people.session-not-found': {
    status: 404,
    sentence: 'There is no such session of yours.',
    mend: 'Look in the list of your sessions.',
  },
  'people.provider-failed': {
    status: 503,
    sentence: 'The sign-in with {provider} did not come to its end: {reason}.',
    mend: 'Try again, or sign in with a password.',
  },
  'people.provider-stranger': {
    status: 403,
    sentence: '{provider} knows you, but there is no account here with an email address that it vouches for.',
    mend: 'Ask an administrator to add you under that address.',
  },
  'people.own-role': {
    status: 409,
    sentence: 'Nobody changes their own roles or closes their own account.',
    mend: 'Ask somebody else who may.',
  },
  'fieldwork.case-not-found': {
    status: 404,
    sentence: 'The inspection {inspection} has no case “{case}”.',
    mend: 'Choose one from its list of cases.',
  },
  'fieldwork.question-not-asked': {
    status: 422,
    sentence: 'This case is not asked the question “{question}”.',
    mend: 'Use a question of the inspection’s edition for cases of this kind.',
  },
  'fieldwork.fact-not-found': {
    status: 422,
    sentence: 'There is no fact “{fact}” to record about a case.',
    mend: 'Use one of the facts of the case’s page.',
  },
  'fieldwork.value-not-allowed': {
    status: 422,
    sentence: '“{value}” cannot be recorded for {item}.',
    mend: 'Use one of: {allowed}.',
  },
  'fieldwork.changed-meanwhile': {
    status: 412,
    sentence: 'Somebody else changed this after you had read it. Both values are kept.',
    mend: 'Compare the two and decide which one stands.',
  },
  'fieldwork.case-frozen': {
    status: 409,
    sentence: 'The case was handed in or signed before this arrived. What you wrote is kept beside it.',
    mend: 'Ask for the case to be opened again, then decide which value stands.',
  },
  'fieldwork.version-missing': {
    status: 428,
    sentence: 'The request does not say which version it saw.',
    mend: 'Send If-Match with the ETag you read, or If-None-Match: * where there was nothing yet.',
  },
  'fieldwork.key-used-otherwise': {
    status: 422,
    sentence: 'The idempotency key was used for another request.',
    mend: 'Make a new key for each thing you write.',
  },
  'fieldwork.body-malformed': {
    status: 400,
    sentence: 'The content of the request cannot be read: {reason}.',
    mend: 'Send what /api/v1/openapi.json describes for this address.',
  },
  'fieldwork.conflict-not-found': {
    status: 404,
    sentence: 'Nothing is left to decide here.',
    mend: 'Go back to the case; somebody else may have decided.',
  },
  'fieldwork.conflict-moved-on': {
    status: 409,
    sentence: 'The value changed again after you had looked at it.',
    mend: 'Look at the values anew and decide.',
  },
  'fieldwork.step-not-now': {
    status: 409,
    sentence: 'A case that is “{status}” cannot take the step “{step}”.',
    mend: 'Look at where the case stands now; somebody else may have moved it.',
  },
  'fieldwork.comment-missing': {
    status: 422,
    sentence: 'The words for “{step}” are missing.',
    mend: 'Say in a sentence why; it stays with the case.',
  },
  'fieldwork.case-incomplete': {
    status: 422,
    sentence: 'The case lacks {count} things.',
    mend: 'Complete what the case’s page lists as missing.',
  },
  'fieldwork.person-not-in-inspection': {
    status: 422,
    sentence: 'The person has no role in this inspection.',
    mend: 'Choose somebody who works on it, or give them a role first.',
  },
  'audit.chain-broken': {
    status: 500,
    sentence: 'The audit log of {chain} is not as it was written: event {position} {fault}.',
    mend: 'Keep the database as it is, restore a backup beside it and compare the two.',
  },
} as const satisfies Record<string, Entry>
