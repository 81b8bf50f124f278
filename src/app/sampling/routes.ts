import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { drawSampleOf, showDraw } from './draw-page/drawPage.ts'
import { downloadProof, showProof } from './proof-page/sampleProofPage.ts'
import { replaceOf, showReplace } from './replace-page/replacePage.ts'
import { excludeCaseOf, includeCaseOf, savePlanOf, saveSizeOf, showSample } from './sample-page/samplePage.ts'
import { showTopUp, topUpOf } from './top-up-page/topUpPage.ts'

const sample = '/inspections/:inspection/sample'
const reads = { method: 'GET', permission: 'sample.read', audit: 'reads' } as const
/** A page that is nothing but a form. */
const asks = { ...reads, permission: 'sample.write' } as const
const writes = { method: 'POST', permission: 'sample.write' } as const
const sets = { repeats: true } as const

/** The pages of an inspection's sample. */
export function samplingRoutes(editions: Editions): readonly Route[] {
  return [
    { ...reads, path: sample, handle: showSample(editions) },
    { ...writes, ...sets, path: `${sample}/plan`, audit: 'sample.plan', handle: savePlanOf(editions) },
    { ...writes, ...sets, path: `${sample}/size`, audit: 'sample.set-size', handle: saveSizeOf(editions) },
    { ...writes, path: `${sample}/exclusions`, audit: 'sample.exclude', handle: excludeCaseOf(editions) },
    {
      ...writes,
      path: `${sample}/exclusions/:case/take-back`,
      audit: 'sample.exclude',
      handle: includeCaseOf(editions),
    },
    { ...asks, path: `${sample}/draw`, handle: showDraw(editions) },
    { ...writes, path: `${sample}/draw`, audit: 'sample.draw', handle: drawSampleOf(editions) },
    { ...asks, path: `${sample}/cases/:case/replace`, handle: showReplace(editions) },
    {
      ...writes,
      path: `${sample}/cases/:case/replace`,
      audit: 'sample.replace',
      handle: replaceOf(editions),
    },
    { ...reads, path: `${sample}/proof`, handle: showProof(editions) },
    { ...reads, path: `${sample}/proof.json`, handle: downloadProof(editions) },
    { ...reads, path: `${sample}/top-up`, handle: showTopUp(editions) },
    { ...writes, path: `${sample}/top-up`, audit: 'sample.top-up', handle: topUpOf(editions) },
  ]
}
