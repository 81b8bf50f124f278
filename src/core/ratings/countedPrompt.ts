import type { Prompt } from '../framework/standards.ts'
import { percentHalfUp } from '../kernel/percent.ts'
import type { PromptCounts } from './inspectionFigures.ts'
import type { CountedPrompt } from './ratedInspection.ts'
import { baseOf } from './rateKeyQuestion.ts'

/** Returns a prompt with its base and share. A prompt has no band: each key question is a judgement of its own. */
export function countedPrompt(prompt: Prompt, counts: PromptCounts): CountedPrompt {
  const of = baseOf(counts, prompt.denominator)
  return {
    id: prompt.id,
    yes: counts.yes,
    no: counts.no,
    na: counts.na,
    unanswered: counts.unanswered,
    of,
    denominator: prompt.denominator,
    percentYes: of === 0 ? null : percentHalfUp(counts.yes, of),
  }
}
