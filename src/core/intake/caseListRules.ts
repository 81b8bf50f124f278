/** What an edition requires of a case list. */
import type { DisposalType } from '../framework/disposals.ts'
import type { Edition } from '../framework/edition.ts'
import type { CaseDomain } from '../framework/standards.ts'
import { ethnicities } from './ethnicities.ts'
import { classes, genders, type KnownSpellings, knownSpellings, type ValueCode } from './valueCodes.ts'

type CodedDomain = ValueCode & { readonly code: CaseDomain }

export type CaseListRules = {
  readonly domains: readonly CodedDomain[]
  readonly disposals: readonly DisposalType[]
  readonly known: {
    readonly domain: KnownSpellings
    /** Null if the edition does not list disposals: then every disposal is accepted. */
    readonly disposal: KnownSpellings | null
    readonly gender: KnownSpellings
    readonly ethnicity: KnownSpellings
    readonly rosh: KnownSpellings
    readonly safetyWellbeing: KnownSpellings
  }
}

/** Returns the kinds of cases, disposals and codes that a list inspected under `edition` may name. */
export function caseListRules(edition: Edition): CaseListRules {
  const domains = caseDomains(edition)
  const { disposals } = edition.sample
  return {
    domains,
    disposals,
    known: {
      domain: knownSpellings(domains),
      disposal: disposals.length === 0 ? null : knownSpellings(disposals),
      gender: knownSpellings(genders),
      ethnicity: knownSpellings(ethnicities),
      rosh: knownSpellings(classes),
      safetyWellbeing: knownSpellings(classes),
    },
  }
}

/** A kind of case is written as its code, as the title or id of its domain, or as the number of the domain. */
function caseDomains(edition: Edition): readonly CodedDomain[] {
  return edition.domains.flatMap(({ cases, title, id }) =>
    cases === null
      ? []
      : [
          {
            code: cases,
            title,
            spellings: [
              id,
              `domain ${id}`,
              `${cases} disposal`,
              `${cases} disposals`,
              cases.replaceAll('-', ''),
              ...initials(cases),
            ],
          },
        ],
  )
}

/** `out-of-court` is also written OOC and OOCD; a single word has no initials. */
function initials(cases: CaseDomain): readonly string[] {
  const words = cases.split('-')
  const letters = words.map((word) => word.slice(0, 1)).join('')
  return words.length < 2 ? [] : [letters, `${letters}d`]
}

/** Returns the only kind of case that a disposal can belong to, or undefined if there are several or none. */
export function onlyDomainOf(rules: CaseListRules, disposal: string): CaseDomain | undefined {
  const cases = rules.disposals.find(({ code }) => code === disposal)?.cases ?? []
  return cases.length === 1 ? cases[0] : undefined
}
