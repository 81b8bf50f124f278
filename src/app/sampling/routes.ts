import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { drawRoutes } from './draw-page/drawPage.ts'
import { planRoutes } from './plan-page/planPage.ts'
import { proofRoutes } from './proof-page/sampleProofPage.ts'
import { replaceRoutes } from './replace-page/replacePage.ts'
import { sampleRoutes } from './sample-page/samplePage.ts'
import { topUpRoutes } from './top-up-page/topUpPage.ts'

/** Returns the routes of an inspection's sample. */
export function samplingRoutes(editions: Editions): readonly Route[] {
  return [
    ...sampleRoutes(editions),
    ...planRoutes(editions),
    ...drawRoutes(editions),
    ...replaceRoutes(editions),
    ...proofRoutes(editions),
    ...topUpRoutes(editions),
  ]
}
