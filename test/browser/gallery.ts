import { loadPseudonyms } from '../../src/app/intake/caseLists.queries.ts'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { listRecommendations } from '../../src/app/report/recommendations/recommendations.queries.ts'
import type { OpenServer } from '../support/testServer.ts'

/** Every page in every state, once: this list feeds the axe sweep, the width check and the screenshots. */
export type Shown = {
  /** The pages that tell of an error have `not-found`, `not-allowed`, `not-a-day` or `spent` in it, and no others. */
  readonly name: string
  /**
   * A case of the inspection in fieldwork is named by the service's own reference, such as EM100153; `PERSON` for a
   * person of the demonstration, `RECOMMENDATION` for Northmoor's first.
   */
  readonly path: string
  /** Who of the demonstration is shown it; left out, the head of programme; null for someone not signed in. */
  readonly as?: string | null
}

export const gallery: readonly Shown[] = [
  { name: 'inspections', path: '/inspections' },
  { name: 'inspections-part', path: '/inspections', as: 'evidence-coordinator' },
  { name: 'announce', path: '/inspections/new' },
  { name: 'correct', path: '/inspections/northmoor-2024-06/correct', as: 'operations' },
  { name: 'withdraw', path: '/inspections/northmoor-2024-06/withdraw', as: 'operations' },
  { name: 'ratings-2021', path: '/inspections/york-2022-12' },
  { name: 'ratings-2018', path: '/inspections/dudley-2019-06' },
  { name: 'ratings-made-up', path: '/inspections/northmoor-2024-06' },
  { name: 'ratings-imported', path: '/inspections/northmoor-2024-06?imported=new' },
  { name: 'standard-percentages', path: '/inspections/dudley-2019-06/standards/3.4' },
  { name: 'standard-counts', path: '/inspections/northmoor-2024-06/standards/3.1' },
  { name: 'standard-planning', path: '/inspections/northmoor-2024-06/standards/2.3' },
  { name: 'standard-resettlement', path: '/inspections/northmoor-2024-06/standards/4.1' },
  { name: 'standard-evidence', path: '/inspections/northmoor-2024-06/standards/1.2' },
  { name: 'inspection-not-found', path: '/inspections/none' },
  { name: 'report-made-up', path: '/inspections/northmoor-2024-06/report' },
  { name: 'report-published', path: '/inspections/dudley-2019-06/report' },
  { name: 'findings', path: '/inspections/northmoor-2024-06/findings' },
  { name: 'recommendations', path: '/inspections/northmoor-2024-06/recommendations', as: 'lead' },
  { name: 'recommendations-none', path: '/inspections/york-2022-12/recommendations' },
  { name: 'recommendation-new', path: '/inspections/northmoor-2024-06/recommendations/new' },
  { name: 'recommendation', path: '/inspections/northmoor-2024-06/recommendations/RECOMMENDATION' },
  {
    name: 'recommendation-remove',
    path: '/inspections/northmoor-2024-06/recommendations/RECOMMENDATION/remove',
  },
  { name: 'editions', path: '/editions' },
  { name: 'edition-2018', path: '/editions/yos-2018' },
  { name: 'edition-2021', path: '/editions/yos-2021' },
  { name: 'edition-standard-cases', path: '/editions/yos-2021/standards/2.3' },
  { name: 'edition-standard-evidence', path: '/editions/yos-2021/standards/1.2' },
  { name: 'editions-compared', path: '/editions/compare/yos-2018/yos-2021' },
  { name: 'edition-not-found', path: '/editions/none' },
  { name: 'case-list', path: '/inspections/northmoor-2024-06/case-list' },
  { name: 'sample', path: '/inspections/northmoor-2024-06/sample' },
  { name: 'allocation', path: '/inspections/northmoor-2024-06/allocation' },
  { name: 'allocation-people', path: '/inspections/northmoor-2024-06/allocation/people', as: 'lead' },
  ...pagesOfFieldwork(),
  { name: 'import-results', path: '/import/results' },
  { name: 'import-answers', path: '/import/answers' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'not-found', path: '/nowhere' },
  { name: 'inspections-public', path: '/inspections', as: null },
  { name: 'sign-in', path: '/sign-in', as: null },
  { name: 'sign-in-form-saved', path: '/sign-in?to=%2Fsaved-forms', as: null },
  { name: 'sign-in-password-set', path: '/sign-in?done=password', as: null },
  { name: 'sign-out', path: '/sign-out' },
  { name: 'set-password-spent', path: '/set-password/none', as: null },
  { name: 'account', path: '/account', as: 'lead' },
  { name: 'account-password', path: '/account/password' },
  { name: 'account-authenticator', path: '/account/authenticator' },
  { name: 'account-history', path: '/account/history', as: 'lead' },
  { name: 'account-history-not-a-day', path: '/account/history?kind=case&from=31%2F6%2F2026', as: 'lead' },
  { name: 'account-tokens', path: '/account/tokens' },
  { name: 'saved-forms', path: '/saved-forms' },
  { name: 'people', path: '/people', as: 'administrator' },
  { name: 'person', path: '/people/PERSON?done=saved', as: 'administrator' },
  { name: 'person-not-found', path: '/people/none', as: 'administrator' },
  { name: 'person-history-not-found', path: '/people/none/history', as: 'administrator' },
  { name: 'inspection-history', path: '/inspections/northmoor-2024-06/history', as: 'lead' },
  { name: 'inspection-people', path: '/inspections/northmoor-2024-06/people' },
  { name: 'publication', path: '/inspections/northmoor-2024-06/publication', as: 'head-of-programme' },
  { name: 'not-allowed', path: '/inspections/northmoor-2024-06', as: 'case-manager' },
  { name: 'refusals', path: '/refusals', as: 'administrator' },
  { name: 'api', path: '/api', as: null },
  { name: 'permissions', path: '/permissions', as: null },
]

/** The pages of the inspection in fieldwork, as the people see them who work with them. */
function pagesOfFieldwork(): readonly Shown[] {
  const inspection = '/inspections/eastmarch-2026-03'
  const ofCase = (name: string, reference: string, page: string, as = 'inspector'): Shown => {
    return { name: `case-${name}`, path: `${inspection}/cases/${reference}${page}`, as }
  }
  return [
    { name: 'fieldwork-ratings', path: inspection, as: 'lead' },
    { name: 'fieldwork-standard', path: `${inspection}/standards/2.1`, as: 'lead' },
    { name: 'fieldwork-report', path: `${inspection}/report`, as: 'lead' },
    { name: 'fieldwork-sample', path: `${inspection}/sample`, as: 'lead' },
    { name: 'fieldwork-allocation', path: `${inspection}/allocation`, as: 'lead' },
    { name: 'allocation-conflicts', path: `${inspection}/allocation/conflicts`, as: 'lead' },
    { name: 'allocation-case-managers', path: `${inspection}/allocation/case-managers`, as: 'lead' },
    { name: 'allocation-settings', path: `${inspection}/allocation/settings`, as: 'lead' },
    { name: 'allocation-timetable', path: `${inspection}/allocation/timetable`, as: 'lead' },
    { name: 'fieldwork-people', path: `${inspection}/people`, as: 'lead' },
    { name: 'fieldwork-stage', path: `${inspection}/stage`, as: 'lead' },
    { name: 'begin-fieldwork', path: `${inspection}/begin-fieldwork`, as: 'lead' },
    { name: 'cases-inspector', path: `${inspection}/cases`, as: 'inspector' },
    { name: 'cases-quality-lead', path: `${inspection}/cases`, as: 'quality-lead' },
    { name: 'cases-not-allowed', path: `${inspection}/cases`, as: 'case-manager' },
    { name: 'cases-local-assessor', path: `${inspection}/cases`, as: 'local-assessor' },
    ofCase('in-progress', 'EM100153', ''),
    ofCase('of-another', 'EM100153', '', 'local-assessor'),
    ofCase('conflict', 'EM100391', ''),
    ofCase('returned', 'EM100088', ''),
    ofCase('ready', 'EM100568', '', 'quality-lead'),
    ofCase('signed', 'EM100143', ''),
    ofCase('facts', 'EM100153', '/facts'),
    ofCase('question', 'EM100153', '/questions/2.1.1'),
    ofCase('question-proposed', 'EM100153', '/questions/2.2.1'),
    ofCase('question-conflict', 'EM100391', '/questions/2.1.1'),
    ofCase('question-signed', 'EM100143', '/questions/3.2.2'),
    ofCase('question-to-read', 'EM100153', '/questions/2.1.1', 'quality-lead'),
    ofCase('questions', 'EM100391', '/questions'),
    ofCase('conflicts', 'EM100391', '/conflicts'),
    ofCase('no-conflicts', 'EM100153', '/conflicts'),
    ofCase('history', 'EM100088', '/history'),
    ofCase('history-value', 'EM100088', '/history/fact:offence:1'),
  ]
}

/** Where the page is; ids and the pseudonyms of cases differ from one database to the next. */
export async function addressOf({ address, shell }: OpenServer, { path }: Shown): Promise<string> {
  const pseudonyms = await loadPseudonyms(shell.database, 'eastmarch-2026-03')
  const person = await findPersonByEmail(shell.database, 'research@northmoor.example')
  const [recommendation] = await listRecommendations(shell.database, 'northmoor-2024-06')
  const found = path
    .replace(/EM\d+/, (reference) => pseudonyms.get(reference) ?? reference)
    .replace('PERSON', person?.personId ?? 'none')
    .replace('RECOMMENDATION', recommendation?.id ?? 'none')
  return address + found
}

/** The option by which Chromium is the person that the page is shown to. */
export async function shownTo(server: OpenServer, { as = 'head-of-programme' }: Shown) {
  return as === null ? {} : { storageState: await server.signedInAs(as) }
}
