import { statusOf } from '../../../platform/http/statusOf.ts'

/** Replacing one sampled case: the reason and a note are a person's, the case that comes is not. */

import type { Edition } from '../../../core/framework/edition.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { formFaults } from '../formFaults.ts'
import { replacePath, samplePath } from '../paths.ts'
import { problem } from '../problems.ts'
import { toSample } from '../sample-page/samplePage.ts'
import { caseOf } from '../sample-page/samplePage.view.ts'
import { type DrawnSample, loadDrawnSample } from '../sampleContext.ts'
import { kindTitle, levelTitle } from '../sampleTitles.ts'
import { type ReplacementRequest, replaceSampledCase } from './replaceSampledCase.ts'

type Body = Readonly<Record<string, string>>

export function showReplace(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', case: pseudonym = '' } }, shell) => {
    const found = await findHeld(shell, editions, inspection, pseudonym)
    if (!found.ok) return { kind: 'refused', problems: found.problems }
    return replacePage(found.value, pseudonym, {}, [])
  }
}

export function replaceOf(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', case: pseudonym = '' }, body }, shell) => {
    const found = await findHeld(shell, editions, inspection, pseudonym)
    if (!found.ok) return { kind: 'refused', problems: found.problems }
    const form = replaceForm(found.value.edition, pseudonym, body)
    if (!form.ok) return replacePage(found.value, pseudonym, body, form.problems)
    const replaced = await replaceSampledCase(shell, editions, inspection, form.value)
    if (!replaced.ok) return { kind: 'refused', problems: replaced.problems }
    return toSample(inspection, 'replaced', '#replacements')
  }
}

/** The reason of the edition's list and the note, or what is missing. */
export function replaceForm({ sample }: Edition, pseudonym: string, body: Body): Result<ReplacementRequest> {
  const { reason = '', note: typed = '' } = body
  const isKnown = sample.replacementReasons.some(({ code }) => code === reason)
  const note = typed.trim()
  const problems: readonly Problem[] = [
    ...(!isKnown ? [problem('sampling.replacement-reason-unknown', {}, { field: 'reason' })] : []),
    ...textProblems(note, 'reason', problem('sampling.replacement-note-missing', {}, { field: 'note' })),
  ]
  return unlessProblems(problems, () => ({ pseudonym, reason, note }))
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

function replacePage(
  drawn: DrawnSample,
  pseudonym: string,
  typed: Body,
  problems: readonly Problem[],
): Reply {
  return {
    kind: 'page',
    template: 'sampling/replace-page/replacePage.njk',
    model: replaceModel(drawn, pseudonym, typed, problems),
    status: statusOf(problems),
    problems,
  }
}

function replaceModel(drawn: DrawnSample, pseudonym: string, typed: Body, problems: readonly Problem[]) {
  const { inspection, edition, reserves } = drawn
  const { reason: chosen = '', note = '' } = typed
  const one = caseOf(drawn, pseudonym)
  const domain = one?.domain ?? ''
  const left = reserves.filter((reserve) => reserve.domain === domain).length
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
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
      { key: { text: 'Reserves left' }, value: { text: countOf(left, 'case') } },
    ],
    hasReserves: left > 0,
    reasons: edition.sample.replacementReasons.map(({ code, title }) => ({
      value: code,
      text: title,
      checked: chosen === code,
    })),
    note,
    faults: formFaults(problems),
  }
}
