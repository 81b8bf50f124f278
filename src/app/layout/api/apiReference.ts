import type { Operation } from '../../../platform/http/api/operation.ts'

/** `docs/reference/api.md`: the operations by their headings, for people. */
export function apiReference(operations: readonly Operation[]): string {
  const sections = [...Map.groupBy(operations, ({ tag }) => tag)].flatMap(([title, listed]) => [
    `## ${title}`,
    '',
    '| method | address | what it does | permission |',
    '| --- | --- | --- | --- |',
    ...listed.map(
      ({ method, path, summary, permission }) =>
        `| ${method} | \`${path}\` | ${summary} | \`${permission}\` |`,
    ),
    '',
  ])
  return [
    '# API',
    '',
    'What programs may ask for. The full description, with the shape of every body, is OpenAPI 3.1 at',
    '`/api/v1/openapi.json`; the page `/api` lists the operations, and [how to use the API](../how-to/use-the-api.md)',
    'tries them. This page is made from the same table by `npm run docs`.',
    '',
    ...sections,
    ...conventions,
  ].join('\n')
}

const conventions = [
  '## Conventions',
  '',
  'A program sends `Authorization: Bearer TOKEN`, with a token that its person made under their account or by',
  '`assay token create`. It may do what the person may.',
  '',
  'An answer, a note, a fact and the mark of a practice example are each written by themselves. A write says which',
  'version it saw: `If-Match` with the `ETag` of what was read, or `If-None-Match: *` for the first. Where somebody',
  'else wrote meanwhile the answer is 412 with both values, `current` and `yours`, and both are kept until',
  'somebody decides. A write to a case that was handed in or signed is kept too, and answered 409; so is that of',
  'somebody who may no longer write there, answered 403 without what stands. Who has a case, in the allocation or in',
  'fieldwork, is written the same way; there 412 means that nothing was saved.',
  '',
  'What comes from the case list is a fact whose `writtenBy` is `the case list`; of the timetable `the timetable`. Writing the same value confirms it.',
  'An age is whole years or `not-known`; the time of the interview is written `2026-06-01T10:30`, as clocks show it.',
  '',
  'With an `Idempotency-Key` the same request sent again is written once and answered as the first time. What takes',
  'none can be sent again without harm: it changes nothing more, or is refused.',
  '',
  'A list that may be long comes in pieces: `limit` says how many at most, `next` is the `after` of the next piece,',
  'and null at the end.',
  '',
  'Problems are `application/problem+json` (RFC 9457) with a `code` of [problems.md](problems.md).',
  '',
]
