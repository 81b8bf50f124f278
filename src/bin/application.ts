import { fieldworkRoutes } from '../app/fieldwork/routes.ts'
import type { Editions } from '../app/framework/editions.ts'
import { frameworkRoutes } from '../app/framework/routes.ts'
import { intakeRoutes } from '../app/intake/routes.ts'
import { apiDescriptionRoutes } from '../app/layout/api/apiPage.ts'
import { layoutFor } from '../app/layout/navigation.ts'
import { placeOf } from '../app/layout/placeOf.ts'
import { problemPage } from '../app/layout/problemPage.ts'
import { layoutRoutes } from '../app/layout/routes.ts'
import { actionTexts } from '../app/people/history/actionTexts.ts'
import type { PeopleOptions } from '../app/people/routes.ts'
import { peopleRoutes } from '../app/people/routes.ts'
import { refusedFormPage } from '../app/people/saved-forms/refusedFormPage.ts'
import { programmeRoutes } from '../app/programme/routes.ts'
import { ratingsRoutes } from '../app/ratings/routes.ts'
import type { PdfPrinter } from '../app/report/pdf/pdfPrinter.ts'
import { reportRoutes } from '../app/report/routes.ts'
import { barOf } from '../app/sampling/allocation/caseBar.ts'
import { allocationRoutes } from '../app/sampling/allocation/routes.ts'
import { findSampledCases } from '../app/sampling/findSampledCases.ts'
import { samplingRoutes } from '../app/sampling/routes.ts'
import { permissions } from '../core/access/permissionTable.ts'
import { routeOf } from '../platform/http/api/operation.ts'
import type { Application } from '../platform/http/application.ts'
import { apiOperations } from './apiOperations.ts'
import { auditActions } from './audit.ts'
import { problems, refusalTitles } from './problems.ts'
import { workLinks } from './workLinks.ts'

/** The whole product as the server sees it: every area's routes, over the editions that were loaded. */
export function makeApplication(editions: Editions, printer: PdfPrinter, people: PeopleOptions): Application {
  const operations = apiOperations(editions)
  return {
    routes: [
      ...layoutRoutes,
      ...apiDescriptionRoutes(operations, problems),
      ...operations.map(routeOf),
      ...frameworkRoutes(editions),
      ...intakeRoutes(editions),
      ...allocationRoutes({ editions, findSampledCases }),
      ...samplingRoutes(editions),
      ...fieldworkRoutes(editions),
      ...ratingsRoutes(editions, workLinks),
      ...reportRoutes(editions, printer),
      ...programmeRoutes({ editions, findSampledCases }),
      ...peopleRoutes(people, refusalTitles, actionTexts(auditActions)),
    ],
    permissions,
    auditActions,
    refusalTitles,
    placeOf,
    barOf,
    layoutFor,
    problemPage,
    refusedFormPage,
  }
}
