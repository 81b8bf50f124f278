import { describe, expect, test } from 'vitest'
import { aReport } from '../../../test/support/reportSources.ts'
import { gatherNotes } from './gatherNotes.ts'
import type { RatedInspection, RatingNote } from './ratedInspection.ts'

const { rated } = aReport()
const note = (code: RatingNote['code'], text: string = code): RatingNote => ({ code, standard: null, text })

function gathered(notes: readonly RatingNote[], standards: RatedInspection['standards'] = rated.standards) {
  return gatherNotes({ ...rated, notes, standards })
}

describe('notes that repeat themselves', () => {
  test.each(['answers-missing', 'key-question-absent', 'standard-absent'] as const)(
    'two of %s are gathered, one is not',
    (code) => {
      const [first, second] = [note(code, 'first'), note(code, 'second')]
      const other = note('overall-limited')
      expect(gathered([first, other])).toEqual({ single: [first, other], gathered: [] })
      const both = gathered([first, other, second])
      expect(both.single).toEqual([other])
      expect(both.gathered.map(({ notes }) => notes)).toEqual([[first, second]])
    },
  )

  test('are gathered by what they say, each kind with its number', () => {
    const notes = [
      ...['a', 'b', 'c'].map((text) => note('standard-absent', text)),
      ...['a', 'b'].map((text) => note('key-question-absent', text)),
    ]
    const summaries = gathered(notes).gathered.map(({ summary }) => summary)
    expect(summaries.map((summary) => summary.match(/\d+/g))).toEqual([['2'], ['3']])
  })

  test('are never gathered if each needs to be read', () => {
    const notes = [note('professional-judgement', 'a'), note('professional-judgement', 'b')]
    expect(gathered(notes)).toEqual({ single: notes, gathered: [] })
  })

  test('are none if there are no notes', () => {
    expect(gathered([])).toEqual({ single: [], gathered: [] })
  })
})

test('unanswered questions are counted among all that a case is asked, prompts too', () => {
  const unanswered = [0, 2, null]
  const standards = rated.standards.map((standard) => ({
    ...standard,
    keyQuestions: standard.keyQuestions.flatMap((question) =>
      unanswered.map((count) => ({ ...question, unanswered: count })),
    ),
    prompts: standard.prompts.map((prompt) => ({ ...prompt, unanswered: 1 })),
  }))
  const [found] = gathered([note('answers-missing', 'a'), note('answers-missing', 'b')], standards).gathered
  expect(found?.summary.match(/\d+/g)).toEqual(['3', '7'])
})
