/** The work on one made-up case: its answers, notes and conflicts, and the steps it takes. */

import { findFact, valuesOf } from '../../../core/fieldwork/caseFacts.ts'
import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import type { CurrentEntries } from '../../../core/fieldwork/currentEntries.ts'
import type { EntryRef, EntryWrite } from '../../../core/fieldwork/entry.ts'
import { proposedNotApplicable } from '../../../core/fieldwork/proposals.ts'
import type { Missing } from '../../../core/fieldwork/whatIsMissing.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import type { CaseKey } from '../case/caseKey.ts'
import { type LoadedCase, loadCase } from '../case/loadCase.ts'
import { writeEntry } from '../entries/writeEntry.ts'
import { takeCaseStep } from '../steps/takeCaseStep.ts'
import type { WorkedCase, WorkedKeyQuestion } from './fieldworkFile.ts'
import { actingAs } from './madeUpPeople.ts'

type Statement = { readonly ref: EntryRef; readonly write: EntryWrite }

/** Does the work on one case, as the file describes it. Refuses as the steps and writes do. */
export async function workOnCase(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  worked: WorkedCase,
): Promise<Result<unknown>> {
  const assessor = await actingAs(shell, worked.assessor)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return loaded
  const written = await writeAll(assessor, editions, key, statementsAbout(loaded.value, worked))
  if (!written.ok) return written
  const completed = worked.completed ? await completeCase(assessor, editions, key) : written
  if (!completed.ok) return completed
  const disputed = await dispute(shell, editions, key, worked.disputed)
  return disputed.ok ? takeSteps(shell, editions, key, worked.steps) : disputed
}

function statementsAbout(
  { edition, inspected, entries }: LoadedCase,
  worked: WorkedCase,
): readonly Statement[] {
  const facts = Object.entries(worked.facts).map(([item, value]): Statement => {
    const { ref, write } = statement('fact', item, value, worked.details[item])
    // The case list or the timetable may have filled it in.
    return { ref, write: { ...write, sawVersion: entries.find(ref)?.version ?? 0 } }
  })
  const asked = keyQuestionsOfCase(edition, inspected.caseDomain).map(({ keyQuestion }) => keyQuestion)
  const answers = asked.flatMap(({ id, prompts }) => {
    const answered = worked.keyQuestions[id]
    return answered === undefined ? [] : statementsOn(id, prompts, answered)
  })
  return [...facts, ...answers]
}

const answerOfLetter: Readonly<Record<string, string>> = { y: 'yes', n: 'no', a: 'na' }

function statementsOn(
  id: string,
  prompts: readonly { readonly id: string }[],
  { judgement, prompts: letters, notApplicable, note, practice }: WorkedKeyQuestion,
): readonly Statement[] {
  if (letters.length !== prompts.length)
    throw new RangeError(`${id} has ${prompts.length} prompts, not ${letters}`)
  const answers = prompts.flatMap((prompt, at) => {
    const answer = answerOfLetter[letters[at] ?? '-']
    return answer === undefined
      ? []
      : [statement('answer', prompt.id, answer, answer === 'na' ? notApplicable : null)]
  })
  return [
    ...answers,
    ...(judgement === null ? [] : [statement('answer', id, judgement)]),
    ...(note === null ? [] : [statement('note', id, note)]),
    ...(practice === null ? [] : [statement('practice', id, practice.mark, practice.name)]),
  ]
}

function statement(
  kind: EntryRef['kind'],
  item: string,
  value: string,
  detail: string | null = null,
): Statement {
  return { ref: { kind, item }, write: { value, detail, sawVersion: 0 } }
}

async function writeAll(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  all: readonly Statement[],
): Promise<Result<unknown>> {
  for (const { ref, write } of all) {
    const written = await writeEntry(shell, editions, { key, ref, write, idempotencyKey: null })
    if (!written.ok) return written
  }
  return done(null)
}

/** Answers everything that is missing: as not applicable if the facts propose it, otherwise favourably. */
async function completeCase(shell: Shell, editions: Editions, key: CaseKey): Promise<Result<unknown>> {
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return loaded
  const { edition, inspected, entries, missing } = loaded.value
  const proposed = proposedNotApplicable(edition, inspected.caseDomain, entries)
  const answers = missing.map((item): Statement => {
    const { ref, write } =
      item.kind === 'fact'
        ? likelyFact(edition, item.item, entries)
        : favourable(item, proposed.get(item.item))
    return { ref, write: { ...write, sawVersion: entries.find(ref)?.version ?? 0 } }
  })
  return writeAll(shell, editions, key, answers)
}

/** Returns the present value, which is thereby confirmed; the least remarkable value if there is none. */
function likelyFact(edition: Edition, item: string, entries: CurrentEntries): Statement {
  const fact = findFact(edition, item)
  const values = fact === undefined ? [] : valuesOf(fact)
  const usual = values.find((value) => value === 'no') ?? values[0] ?? 'not-known'
  return statement('fact', item, entries.fact(item) ?? usual)
}

function favourable({ kind, item }: Missing, reason: string | undefined): Statement {
  return reason === undefined ? statement(kind, item, 'yes') : statement(kind, item, 'na', reason)
}

async function dispute(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  disputed: WorkedCase['disputed'],
): Promise<Result<unknown>> {
  if (disputed === null) return done(null)
  const { by, question, answer } = disputed
  return writeAll(await actingAs(shell, by), editions, key, [statement('answer', question, answer)])
}

async function takeSteps(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  steps: WorkedCase['steps'],
): Promise<Result<unknown>> {
  for (const { step, by, comment } of steps) {
    const taken = await takeCaseStep(await actingAs(shell, by), editions, {
      key,
      step,
      comment,
      idempotencyKey: null,
    })
    if (!taken.ok) return taken
  }
  return done(null)
}
