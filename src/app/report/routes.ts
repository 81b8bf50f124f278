import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { reportFileRoutes } from './files/reportFileRoutes.ts'
import { findingsRoutes } from './findings/findings-page/findingsPage.ts'
import { reportLoader } from './loadReport.ts'
import type { PdfPrinter } from './pdf/pdfPrinter.ts'
import { recommendationRoutes } from './recommendations/recommendation-page/recommendationPage.ts'
import { recommendationsRoutes } from './recommendations/recommendations-page/recommendationsPage.ts'
import { removeRecommendationRoutes } from './recommendations/remove-page/removePage.ts'
import { reportPage } from './report-page/reportPage.ts'

/** Returns the routes of reports, their files, and the pages on which findings and recommendations are written. */
export function reportRoutes(editions: Editions, printer: PdfPrinter): readonly Route[] {
  const loadReport = reportLoader(editions)
  return [
    reportPage(loadReport),
    ...reportFileRoutes(loadReport, printer),
    ...findingsRoutes(editions),
    ...recommendationsRoutes,
    ...recommendationRoutes,
    ...removeRecommendationRoutes,
  ]
}
