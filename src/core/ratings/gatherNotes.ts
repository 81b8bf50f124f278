/** Notes that say the same about many questions or standards, gathered into one sentence. */
import type { RatedInspection, RatingNote } from './ratedInspection.ts'

export type GatheredNotes = {
  /** A whole sentence with the number of things that the notes are about. */
  readonly summary: string
  readonly notes: readonly RatingNote[]
}

/**
 * Returns the notes that need to be read one by one, and those that repeat themselves while an inspection is
 * unfinished.
 */
export function gatherNotes(rated: RatedInspection): {
  readonly single: readonly RatingNote[]
  readonly gathered: readonly GatheredNotes[]
} {
  const byCode = Map.groupBy(rated.notes, ({ code }) => code)
  const gathered = repeating.flatMap(({ code, summary }) => {
    const notes = byCode.get(code) ?? []
    return notes.length < 2 ? [] : [{ code, summary: summary(rated, notes.length), notes }]
  })
  const single = rated.notes.filter(({ code }) => gathered.every((each) => each.code !== code))
  return { single, gathered: gathered.map(({ summary, notes }) => ({ summary, notes })) }
}

type Repeating = {
  readonly code: RatingNote['code']
  readonly summary: (rated: RatedInspection, notes: number) => string
}

const repeating: readonly Repeating[] = [
  { code: 'answers-missing', summary: unansweredText },
  { code: 'key-question-absent', summary: (_, count) => `${count} key questions have no figure yet.` },
  { code: 'standard-absent', summary: (_, count) => `${count} standards have no figures or judgement yet.` },
]

/** Both key questions and prompts: each is a question that a case is asked. */
function unansweredText({ standards }: RatedInspection): string {
  const asked = standards.flatMap(({ keyQuestions, prompts }) => [...keyQuestions, ...prompts])
  const partly = asked.filter(({ unanswered }) => unanswered !== null && unanswered > 0)
  return `Cases have no answer yet to ${partly.length} of ${asked.length} questions.`
}
