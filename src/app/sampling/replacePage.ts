/** Replacing one sampled case: the reason and a note are a person's, the case that comes is not. */
import { catalogue } from '../../core/kernel/catalogue.ts'
import { type Problem, problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../core/kernel/result.ts'
import { replacementReason, replacementReasons } from '../../core/sampling/replacement.ts'
import type { Reply, Route } from '../../platform/http/route.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { formFaults } from './formFaults.ts'
import { replacePath, samplePath } from './paths.ts'
import { type ReplacementRequest, replaceSampledCase } from './replaceSampledCase.ts'
import { type DrawnSample, loadDrawnSample } from './sampleContext.ts'
import { caseOf } from './samplePage.view.ts'
import { caseCount, kindTitle, levelTitle } from './sampleWords.ts'

type Body = Readonly<Record<string, string>>

export function showReplace(editions: Editions): Route['handle'] {
  return ({ params: { inspection = '', pseudonym = '' } }, shell) =>
    page(shell, editions, inspection, pseudonym, {}, [])
}

export function replaceOf(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', pseudonym = '' }, body }, shell) => {
    const form = replaceForm(pseudonym, body)
    const replaced = form.ok ? await replaceSampledCase(shell, editions, inspection, form.value) : form
    if (replaced.ok) return { kind: 'redirect', to: `${samplePath(inspection)}#replacements` }
    return form.ok
      ? { kind: 'refused', problems: replaced.problems }
      : page(shell, editions, inspection, pseudonym, body, replaced.problems)
  }
}

/** The reason of the list and the note, or what is missing. */
export function replaceForm(pseudonym: string, body: Body): Result<ReplacementRequest> {
  const { reason: chosen = '', note: typed = '' } = body
  const reason = replacementReason(chosen)
  const note = typed.trim()
  const problems: readonly Problem[] = [
    ...(reason === undefined
      ? [problem('sampling.replacement-reason-unknown', {}, { field: 'reason' })]
      : []),
    ...(note === '' ? [problem('sampling.replacement-note-missing', {}, { field: 'note' })] : []),
  ]
  if (reason === undefined) return refuse(...atLeastOne(problems))
  return unlessProblems(problems, () => ({ pseudonym, reason, note }))
}

function atLeastOne(problems: readonly Problem[]): readonly [Problem, ...Problem[]] {
  const [first, ...others] = problems
  if (first === undefined) throw new RangeError('a refusal has a problem')
  return [first, ...others]
}

async function page(
  shell: Shell,
  editions: Editions,
  inspection: string,
  pseudonym: string,
  typed: Body,
  problems: readonly Problem[],
): Promise<Reply> {
  const found = await findHeld(shell, editions, inspection, pseudonym)
  if (!found.ok) return { kind: 'refused', problems: found.problems }
  const [first] = problems
  return {
    kind: 'page',
    template: 'sampling/replacePage.njk',
    model: replacePage(found.value, pseudonym, typed, problems),
    status: first === undefined ? 200 : catalogue[first.code].status,
  }
}

async function findHeld(
  shell: Shell,
  editions: Editions,
  inspection: string,
  pseudonym: string,
): Promise<Result<DrawnSample>> {
  const drawn = await loadDrawnSample(shell.database, editions, inspection)
  if (!drawn.ok) return drawn
  const isHeld = drawn.value.sampled.some((one) => one.pseudonym === pseudonym && !one.isReplaced)
  return isHeld ? done(drawn.value) : refuse(problem('sampling.case-not-in-sample', { case: pseudonym }))
}

function replacePage(drawn: DrawnSample, pseudonym: string, typed: Body, problems: readonly Problem[]) {
  const { inspection, edition, reserves } = drawn
  const { reason: chosen = '', note = '' } = typed
  const one = caseOf(drawn, pseudonym)
  const domain = one?.domain ?? ''
  const left = reserves.filter((reserve) => reserve.domain === domain).length
  return {
    serviceName: inspection.serviceName,
    inspectionHref: `/inspections/${inspection.id}`,
    sampleHref: samplePath(inspection.id),
    href: replacePath(inspection.id, pseudonym),
    pseudonym,
    reference: one?.caseId ?? '',
    facts: [
      { key: { text: 'Kind of case' }, value: { text: kindTitle(edition, domain) } },
      {
        key: { text: 'Disposal' },
        value: { text: levelTitle(edition, 'disposal', one?.disposal ?? '') },
      },
      { key: { text: 'Reserves left' }, value: { text: caseCount(left) } },
    ],
    hasReserves: left > 0,
    reasons: Object.entries(replacementReasons).map(([value, text]) => ({
      value,
      text,
      checked: chosen === value,
    })),
    note,
    faults: formFaults(problems),
  }
}
