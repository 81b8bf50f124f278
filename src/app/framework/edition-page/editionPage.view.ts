import type { Domain, Edition, RuleName } from '../../../core/framework/edition.ts'
import { type WordedRule, wordedRules } from '../../../core/framework/ruleWords.ts'
import { dateText } from '../../../core/kernel/londonTime.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import { judgedFromWords, surenessWords } from '../editionWords.ts'
import { standardPath } from '../paths.ts'

export type EditionView = {
  readonly id: string
  readonly title: string
  readonly inForce: string
  readonly wording: Edition['wording']
  readonly domains: readonly DomainView[]
  readonly ruleGroups: readonly { readonly title: string; readonly rules: readonly RuleView[] }[]
  readonly notPublished: Edition['notPublished']
  readonly sources: Edition['sources']
}

type DomainView = {
  readonly id: string
  readonly title: string
  readonly standards: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    readonly judgedFrom: string
  }[]
}

type RuleView = {
  readonly title: string
  readonly sentences: readonly string[]
  readonly items: readonly string[]
  readonly sure: string
  readonly sources: readonly string[]
  readonly note: string | null
}

export function editionView(edition: Edition): EditionView {
  const { id, title, wording, notPublished, sources } = edition
  return {
    id,
    title,
    inForce: dateText(edition.inForceFrom),
    wording,
    domains: edition.domains.map((domain) => domainView(id, domain)),
    ruleGroups: ruleGroups(edition),
    notPublished,
    sources,
  }
}

function domainView(edition: string, { id, title, standards }: Domain): DomainView {
  return {
    id,
    title,
    standards: standards.map((standard) => ({
      id: standard.id,
      title: standard.title,
      href: standardPath(edition, standard.id),
      judgedFrom: judgedFromWords(standard),
    })),
  }
}

const groups = [
  'From answers to percentages',
  'From percentages to ratings',
  'Eligible cases and the sample',
  'Inspected cases',
  'Second persons',
] as const

function ruleGroups(edition: Edition): EditionView['ruleGroups'] {
  const rules = wordedRules(edition)
  return groups.map((title) => ({
    title,
    rules: rules.filter(({ rule }) => groupOf(rule) === title).map((rule) => ruleView(edition, rule)),
  }))
}

function groupOf(rule: RuleName): (typeof groups)[number] {
  switch (rule) {
    case 'answers':
    case 'denominators':
    case 'rounding':
      return 'From answers to percentages'
    case 'bands':
    case 'standardRating':
    case 'points':
    case 'scoredStandards':
    case 'resettlement':
    case 'overall':
    case 'limitingJudgements':
    case 'mayBeUnrated':
    case 'professionalJudgement':
      return 'From percentages to ratings'
    case 'sampleWindows':
    case 'sampleShares':
    case 'sampleSize':
    case 'sampleBalance':
    case 'sampleSubgroups':
    case 'sampleReplacement':
      return 'Eligible cases and the sample'
    case 'notApplicable':
    case 'caseFacts':
    case 'pullApart':
      return 'Inspected cases'
    case 'secondPersons':
      return 'Second persons'
    default:
      return unreachable(rule)
  }
}

function ruleView({ sources }: Edition, { title, sentences, items, source }: WordedRule): RuleView {
  const named = source.sources.map((id) => sources.find((candidate) => candidate.id === id)?.title ?? id)
  return { title, sentences, items, sure: surenessWords(source.sure), sources: named, note: source.note }
}
