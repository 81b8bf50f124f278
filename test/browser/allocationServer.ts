/** The real server with a made-up inspection whose whole case list is its sample. */
import { join } from 'node:path'
import { inject } from 'vitest'
import { layoutFor } from '../../src/app/layout/navigation.ts'
import { placeOf } from '../../src/app/layout/placeOf.ts'
import { problemPage } from '../../src/app/layout/problemPage.ts'
import { layoutRoutes } from '../../src/app/layout/routes.ts'
import { makeAccess } from '../../src/app/people/access/access.ts'
import { giveRole } from '../../src/app/people/access/assignRoles.ts'
import { addPerson } from '../../src/app/people/accounts/managePeople.ts'
import { refusedFormPage } from '../../src/app/people/saved-forms/refusedFormPage.ts'
import { barOf } from '../../src/app/sampling/allocation/caseBar.ts'
import { allocationRoutes } from '../../src/app/sampling/allocation/routes.ts'
import { auditActions } from '../../src/bin/audit.ts'
import { refusalTitles } from '../../src/bin/problems.ts'
import { permissions } from '../../src/core/access/permissionTable.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { addInspectionWithCases, allocationSources, inspected } from '../scenarios/allocationSources.ts'
import { clonedShell } from '../support/database.ts'
import { must } from '../support/demonstrationReports.ts'
import { testSettings } from '../support/settings.ts'
import { cookiesOf, type TestServer } from '../support/testServer.ts'

const emailOf = (mailbox: string): string => `${mailbox}@westbrook.example`

/** Starts it; only its lead can sign in. Close it in `afterAll`. */
export async function startAllocationServer(): Promise<TestServer> {
  const { shell, owner, remove } = await clonedShell()
  await addInspectionWithCases(shell, 8)
  const email = emailOf('lead')
  must(await addPerson(shell, { email, name: 'Lin Lake', overallRoles: [] }))
  must(await giveRole(shell, inspected, { email, role: 'lead' }))
  const settings = testSettings(inject('dataFolder'))
  const routes = [...layoutRoutes, ...allocationRoutes(await allocationSources())]
  const server = await buildServer({
    application: {
      routes,
      permissions,
      auditActions,
      refusalTitles,
      placeOf,
      barOf,
      layoutFor,
      problemPage,
      refusedFormPage,
    },
    database: shell.database,
    access: makeAccess(shell.database, settings.session),
    settings,
    projectFolder: join(import.meta.dirname, '../..'),
  })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const close = async (): Promise<void> => {
    await server.close()
    await remove()
  }
  return { address, shell, owner, signedInAs: (mailbox) => cookiesOf(shell, emailOf(mailbox)), close }
}
