/** The proof of a draw: a page that says what it is made of, and the file by which anyone can repeat the draw. */

import { countOf } from '../../../core/kernel/countOf.ts'
import { dateText, dayText } from '../../../core/kernel/londonTime.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import { proofOf, type SampleProof, verifyProof } from '../../../core/sampling/proof.ts'
import { renameCases } from '../../../core/sampling/renameCases.ts'
import { downloadName } from '../../../platform/http/downloadName.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { loadPseudonyms } from '../../intake/caseLists.queries.ts'
import { versionPath } from '../../intake/paths.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { samplePath, sampleProofFilePath } from '../paths.ts'
import { caseNames, type DrawnSample, loadDrawnSample } from '../sampleContext.ts'
import { proofText } from '../sampleJson.ts'

type Proved = { readonly drawn: DrawnSample; readonly proof: SampleProof }

/** The proof names cases by the service's own references, so that the service can check it with its own list. */
async function provedSample(shell: Shell, editions: Editions, inspection: string): Promise<Result<Proved>> {
  const drawn = await loadDrawnSample(shell.database, editions, inspection)
  if (!drawn.ok) return drawn
  const names = caseNames(await loadPseudonyms(shell.database, inspection))
  const proof = proofOf(renameCases(drawn.value.draw.sample, names.reference))
  return done({ drawn: drawn.value, proof })
}

const path = '/inspections/:inspection/sample/proof'
const reads = { method: 'GET', permission: 'sample.read', audit: 'reads' } as const

/** Returns the routes of the page of the proof and of its file. */
export function proofRoutes(editions: Editions): readonly Route[] {
  return [
    { ...reads, path, handle: showProof(editions) },
    { ...reads, path: `${path}.json`, handle: downloadProof(editions) },
  ]
}

function showProof(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' } }, shell) => {
    const proved = await provedSample(shell, editions, inspection)
    if (!proved.ok) return { kind: 'refused', problems: proved.problems }
    const template = 'sampling/proof-page/sampleProofPage.njk'
    return { kind: 'page', template, model: proofPage(proved.value) }
  }
}

function downloadProof(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' } }, shell) => {
    const proved = await provedSample(shell, editions, inspection)
    if (!proved.ok) return { kind: 'refused', problems: proved.problems }
    const body = proofText(proved.value.proof)
    const name = downloadName([inspection, 'sample-proof'], 'json')
    return { kind: 'file', name, type: 'application/json', body }
  }
}

function proofPage({ drawn, proof }: Proved) {
  const { inspection, draw, drawnList, edition } = drawn
  const differences = verifyProof(proof, drawnList.cases, edition)
  const fact = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    sampleHref: samplePath(inspection.id),
    fileHref: sampleProofFilePath(inspection.id),
    listHref: versionPath(inspection.id, draw.version),
    version: draw.version,
    figureStatus: figureStatusOf(inspection),
    isEqual: differences.length === 0,
    differences: differences.slice(0, 50),
    hasChanged: drawn.replacements.length > 0 || drawn.topUps.length > 0,
    facts: [
      fact('Case list', `Version ${draw.version}, ${countOf(drawnList.cases.length, 'case')}`),
      fact('SHA-256 of the cases', proof.listHash),
      fact('Seed', proof.seed),
      fact('How the seed was agreed', draw.seedAgreed),
      fact('Method', proof.method),
      fact('Edition', edition.title),
      fact('Fieldwork starts on', dateText(proof.settings.fieldwork)),
      fact('Sizes set by hand', countOrNone(proof.settings.overrides.length)),
      fact('Cases left out by hand', countOrNone(proof.settings.exclusions.length)),
      fact('Drawn', `${dayText(draw.drawnAt)}, ${draw.drawnBy}`),
    ],
  }
}

function countOrNone(count: number): string {
  return count === 0 ? 'None' : String(count)
}
