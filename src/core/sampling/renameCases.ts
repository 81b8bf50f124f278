/** A sample under other names of its cases: stored under pseudonyms, proved under the service's own references. */
import type { CasesOfDomain, Sample } from './sample.ts'

/** Returns the same sample with every case named by `nameOf`; the order of every list stays. */
export function renameCases(sample: Sample, nameOf: (caseId: string) => string): Sample {
  const { settings, result } = sample
  const renamed = <Named extends { readonly caseId: string }>(named: Named) => ({
    ...named,
    caseId: nameOf(named.caseId),
  })
  const lists = (all: readonly CasesOfDomain[]) =>
    all.map(({ domain, caseIds }) => ({ domain, caseIds: caseIds.map(nameOf) }))
  return {
    ...sample,
    settings: { ...settings, exclusions: settings.exclusions.map(renamed) },
    result: {
      ...result,
      excluded: result.excluded.map(renamed),
      sampled: lists(result.sampled),
      reserves: lists(result.reserves),
    },
  }
}
