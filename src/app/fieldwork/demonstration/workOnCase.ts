/** The work on one made-up case: what is answered, noted and disputed, and the steps it takes. */
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
import type { CaseKey } from '../case/case.queries.ts'
import { type LoadedCase, loadCase } from '../case/loadCase.ts'
import { writeEntry } from '../entries/writeEntry.ts'
import { takeCaseStep } from '../steps/takeCaseStep.ts'
import type { WorkedCase, WorkedKeyQuestion } from './fieldworkFile.ts'
import { actingAs } from './madeUpPeople.ts'

type Said = { readonly ref: EntryRef; readonly write: EntryWrite }

export async function workOnCase(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  worked: WorkedCase,
): Promise<Result<unknown>> {
  const assessor = await actingAs(shell, worked.assessor)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return loaded
  const written = await writeAll(assessor, editions, key, saidAbout(loaded.value, worked))
  if (!written.ok) return written
  const completed = worked.completed ? await completeCase(assessor, editions, key) : written
  if (!completed.ok) return completed
  const disputed = await dispute(shell, editions, key, worked.disputed)
  return disputed.ok ? takeSteps(shell, editions, key, worked.steps) : disputed
}

function saidAbout({ edition, inspected, entries }: LoadedCase, worked: WorkedCase): readonly Said[] {
  const facts = Object.entries(worked.facts).map(([item, value]): Said => {
    const { ref, write } = said('fact', item, value, worked.details[item])
    // The case list or the timetable may have filled it in.
    return { ref, write: { ...write, sawVersion: entries.find(ref)?.version ?? 0 } }
  })
  const asked = keyQuestionsOfCase(edition, inspected.caseDomain).map(({ keyQuestion }) => keyQuestion)
  const answers = asked.flatMap(({ id, prompts }) => {
    const answered = worked.keyQuestions[id]
    return answered === undefined ? [] : saidOn(id, prompts, answered)
  })
  return [...facts, ...answers]
}

const answerOfLetter: Readonly<Record<string, string>> = { y: 'yes', n: 'no', a: 'na' }

function saidOn(
  id: string,
  prompts: readonly { readonly id: string }[],
  { judgement, prompts: letters, notApplicable, note, practice }: WorkedKeyQuestion,
): readonly Said[] {
  if (letters.length !== prompts.length)
    throw new RangeError(`${id} has ${prompts.length} prompts, not ${letters}`)
  const answers = prompts.flatMap((prompt, at) => {
    const answer = answerOfLetter[letters[at] ?? '-']
    return answer === undefined
      ? []
      : [said('answer', prompt.id, answer, answer === 'na' ? notApplicable : null)]
  })
  return [
    ...answers,
    ...(judgement === null ? [] : [said('answer', id, judgement)]),
    ...(note === null ? [] : [said('note', id, note)]),
    ...(practice === null ? [] : [said('practice', id, practice.mark, practice.name)]),
  ]
}

function said(kind: EntryRef['kind'], item: string, value: string, detail: string | null = null): Said {
  return { ref: { kind, item }, write: { value, detail, sawVersion: 0 } }
}

async function writeAll(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  all: readonly Said[],
): Promise<Result<unknown>> {
  for (const { ref, write } of all) {
    const written = await writeEntry(shell, editions, { key, ref, write, idempotencyKey: null })
    if (!written.ok) return written
  }
  return done(null)
}

/** Answers everything that is missing: not applicable where the facts propose it, favourably otherwise. */
async function completeCase(shell: Shell, editions: Editions, key: CaseKey): Promise<Result<unknown>> {
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return loaded
  const { edition, inspected, entries, missing } = loaded.value
  const proposed = proposedNotApplicable(edition, inspected.caseDomain, entries)
  const answers = missing.map((one): Said => {
    const { ref, write } =
      one.kind === 'fact' ? likelyFact(edition, one.item, entries) : favourable(one, proposed.get(one.item))
    return { ref, write: { ...write, sawVersion: entries.find(ref)?.version ?? 0 } }
  })
  return writeAll(shell, editions, key, answers)
}

/** What the entry says already, which is thereby confirmed; the least remarkable value where it says nothing. */
function likelyFact(edition: Edition, item: string, entries: CurrentEntries): Said {
  const fact = findFact(edition, item)
  const values = fact === undefined ? [] : valuesOf(fact)
  const usual = values.find((value) => value === 'no') ?? values[0] ?? 'not-known'
  return said('fact', item, entries.fact(item) ?? usual)
}

function favourable({ kind, item }: Missing, reason: string | undefined): Said {
  return reason === undefined ? said(kind, item, 'yes') : said(kind, item, 'na', reason)
}

async function dispute(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  disputed: WorkedCase['disputed'],
): Promise<Result<unknown>> {
  if (disputed === null) return done(null)
  const { by, question, answer } = disputed
  return writeAll(await actingAs(shell, by), editions, key, [said('answer', question, answer)])
}

async function takeSteps(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  steps: WorkedCase['steps'],
): Promise<Result<unknown>> {
  for (const { step, by, comment } of steps) {
    const taken = await takeCaseStep(await actingAs(shell, by), editions, key, step, comment)
    if (!taken.ok) return taken
  }
  return done(null)
}
