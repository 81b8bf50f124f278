/** The disposals that a case list may name. */
import type { Problem } from '../kernel/problem.ts'
import { checkIds, checkKnown, checkUnique, namesAt } from './checkNames.ts'
import { group, id, key, list, text, type ValueOf, yesOrNo } from './shape.ts'
import { type CaseDomain, kindsOfCases, type WithKinds } from './standards.ts'

export const disposalShape = group({
  code: key(id(), 'Its code.'),
  title: key(text, 'Its title.'),
  cases: key(list(id<CaseDomain>()), 'The kinds of cases it may belong to.'),
  custody: key(yesOrNo, 'Whether some or all of it is served in custody.'),
  spellings: key(list(text), 'Other ways in which case management systems write it.'),
})
/** An order or outcome by which a case came to the service. */
export type DisposalType = ValueOf<typeof disposalShape>

/** Returns what is wrong with the codes of disposals and with the kinds of cases they name. */
export function checkDisposals(
  written: WithKinds & { readonly sample: { readonly disposals: readonly DisposalType[] } },
): readonly Problem[] {
  const { disposals } = written.sample
  const kinds = disposals.map(({ cases }, index) => namesAt(cases, `sample.disposals[${index}].cases`))
  return [
    ...checkKnown(kinds.flat(), kindsOfCases(written)),
    ...kinds.flatMap(checkUnique),
    ...checkIds(
      disposals.map(({ code }, index) => ({ name: code, path: `sample.disposals[${index}].code` })),
    ),
  ]
}
