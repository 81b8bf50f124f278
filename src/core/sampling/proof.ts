/** The proof of a draw, and its verification: the sample is drawn again and compared part by part. */
import type { Edition } from '../framework/edition.ts'
import type { ListedCase } from '../intake/listedCase.ts'
import { caseListHash } from './caseListHash.ts'
import { drawSample, rulesUsed, type Sample } from './sample.ts'

export const proofFormat = 'assay-sample-proof-1'

/** A sample with everything needed to draw it again, except for the case list itself. */
export type SampleProof = Sample & { readonly format: typeof proofFormat }

/** Returns the proof of a sample. */
export function proofOf(sample: Sample): SampleProof {
  return { format: proofFormat, ...sample }
}

/** A place where the proof and the repeated draw are not the same; both as they would be written in the file. */
export type ProofDifference = { readonly where: string; readonly proof: string; readonly recomputed: string }

/**
 * Returns every difference between the proof and a sample drawn again from `cases` by what the proof says; none if the
 * two are equal. If there is an `edition`, the rules of the proof are compared with it too.
 */
export function verifyProof(
  proof: SampleProof,
  cases: readonly ListedCase[],
  edition: Edition | undefined,
): readonly ProofDifference[] {
  const { seed, method, settings } = proof
  const rules =
    edition === undefined ? [] : differences(settings.rules, rulesUsed(edition.sample), 'settings.rules')
  const hash = caseListHash(cases, settings.rules.balancedBy)
  const drawn = drawSample(cases, settings, seed, method)
  const results = drawn.ok
    ? differences(proof.result, drawn.value.result, 'result')
    : drawn.problems.map(({ text }) => ({ where: 'result', proof: 'drawn', recomputed: text }))
  return [...rules, ...differences(proof.listHash, hash, 'listHash'), ...results]
}

/** Every place below `path` in which two values of JSON are not the same. */
function differences(one: unknown, other: unknown, path: string): readonly ProofDifference[] {
  if (Object.is(one, other)) return []
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return [{ where: path, proof: written(one), recomputed: written(other) }]
  }
  const mine = new Map<string, unknown>(Object.entries(one))
  const theirs = new Map<string, unknown>(Object.entries(other))
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])]
  return keys.flatMap((key) =>
    differences(mine.get(key), theirs.get(key), Array.isArray(one) ? `${path}[${key}]` : `${path}.${key}`),
  )
}

function written(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
