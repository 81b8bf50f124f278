/** The API as people meet it: a page that lists its operations, and the document that programs read. */
import type { AllProblems } from '../../../core/kernel/problem.ts'
import { type ApiText, openApi } from '../../../platform/http/api/openApi.ts'
import type { Operation } from '../../../platform/http/api/operation.ts'
import type { Route } from '../../../platform/http/route.ts'

const text: ApiText = {
  title: 'Assay',
  description:
    'Inspections for programs: what a person may read and do on pages, a program may with the token of its person.',
  bearer: 'Made on the page /account/tokens.',
  commonProblems: [
    'request.malformed',
    'request.parameter-unknown',
    'request.parameter-malformed',
    'request.parameter-twice',
    'people.not-signed-in',
    'people.not-allowed',
    'request.not-found',
    'inspection.not-found',
    'inspection.edition-missing',
    'request.unavailable',
  ],
}

const readsPage = { method: 'GET', permission: 'page.read', audit: 'reads' } as const

/** Returns the routes of `/api` and `/api/v1/openapi.json`, from every operation of the server and every problem that it can return. */
export function apiDescriptionRoutes(
  operations: readonly Operation[],
  problems: AllProblems,
): readonly Route[] {
  const document = openApi(operations, problems, text)
  const model = { prefix, groups: apiPageGroups(operations) }
  return [
    {
      ...readsPage,
      path: '/api',
      handle: async () => ({ kind: 'page', template: 'layout/api/apiPage.njk', model }),
    },
    {
      ...readsPage,
      path: '/api/v1/openapi.json',
      handle: async () => ({ kind: 'json', body: document }),
    },
  ]
}

/** The beginning of most addresses: shown once, so that the rest is easy to read. */
const prefix = '/api/v1/inspections/{inspection}'

/** The operations by their headings, both in the order of the document. */
function apiPageGroups(operations: readonly Operation[]) {
  return [...Map.groupBy(operations, ({ tag }) => tag)].map(([title, listed]) => ({
    title,
    rows: listed.map(({ method, path, summary, permission }) => ({
      method,
      parts: (path.startsWith(prefix) ? path.slice(prefix.length) : path).split('/').slice(1),
      summary,
      permission,
    })),
  }))
}
