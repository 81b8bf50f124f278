import type { Operation } from '../../../platform/http/api/operation.ts'

/** Returns `docs/reference/api.md`: the operations by their headings, for people. */
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
    'What programs can do. The full description, with the shape of every body, is OpenAPI 3.1 at `/api/v1/openapi.json`;',
    'the page `/api` lists the operations, and [Use the API](../how-to/use-the-api.md) shows examples. This page is made',
    'from the same table by `npm run docs`.',
    '',
    ...sections,
    ...conventions,
  ].join('\n')
}

const conventions = [
  '## Conventions',
  '',
  'A program sends `Authorization: Bearer TOKEN`, with a token that its person made on their account page or with',
  '`assay token create`. It can do what the person can do.',
  '',
  'An answer, a note, a fact and the rating of a practice example are each written separately. A write says which',
  'version it saw: `If-Match` with the `ETag` that was read, or `If-None-Match: *` for the first. If someone else wrote',
  'in the meantime, the answer is 412 with both values, `current` and `yours`, and both are saved until someone decides.',
  'A write to a case that was handed in or signed is saved too, and answered 409. A write by a person who no longer has',
  'permission is saved and answered 403 without the current value. Who has a case, in the allocation or in fieldwork, is',
  'written the same way; there 412 means that nothing was saved.',
  '',
  'A value from the case list is a fact whose `writtenBy` is `the case list`; from the timetable, `the timetable`. Write',
  'the same value to confirm it. An age is whole years or `not-known`; the time of the interview is local time, such as',
  '`2026-06-01T10:30`.',
  '',
  'With an `Idempotency-Key` the same request sent again is written once and gets the same answer. Operations without one',
  'can be sent again without harm: they change nothing more, or are refused.',
  '',
  'Long lists come in pages: `limit` is the most items in one, `next` is the `after` of the next page, and null at the end.',
  '',
  'Problems are `application/problem+json` (RFC 9457) with a `code` of [problems.md](problems.md).',
  '',
]
