import type { Visit } from '../../src/platform/http/access.ts'

/** A visit for handlers that do not ask where a request comes from. */
export const noVisit: Visit = {
  browser: 'browser',
  session: undefined,
  bearer: undefined,
  address: '192.0.2.1',
  agent: 'test',
  isUnattended: false,
}
