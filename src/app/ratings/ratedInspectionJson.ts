/** A rated inspection as `assay rate` prints it: the fields of the published format first, the working after them. */
import type { CountedPrompt, RatedKeyQuestion, RatedStandard } from '../../core/ratings/ratedInspection.ts'
import type { RatedFromFile } from './commands/rateFiles.ts'

/** Returns a rated inspection in the published format of results. */
export function ratedInspectionJson({ service, edition, rated }: RatedFromFile): object {
  return {
    service,
    edition: edition.id,
    standards: rated.standards.map(standardJson),
    score: rated.score,
    maximum: rated.maximum,
    overall: rated.overall,
    limitedBy: rated.limitedBy,
    resettlement: rated.resettlement,
    notes: rated.notes.map(({ code, standard, text }) => ({ code, standard, text })),
    overallCalculated: rated.overallCalculated,
    rules: rated.rules,
  }
}

function standardJson(standard: RatedStandard): object {
  return {
    standard: standard.standard,
    calculated: standard.calculated,
    awarded: standard.awarded,
    points: standard.points,
    decidedBy: standard.decidedBy,
    keyQuestions: standard.keyQuestions.map(keyQuestionJson),
    prompts: standard.prompts.map(promptJson),
    judgedFrom: standard.judgedFrom,
    professionalJudgement: standard.professionalJudgement,
    unratedReason: standard.unratedReason,
    rules: standard.rules,
  }
}

function keyQuestionJson(question: RatedKeyQuestion): object {
  const { id, yes, of, percentYes, band, yesToNextBand } = question
  const { no, na, unanswered, denominator, yesToBandBelow, rules } = question
  return {
    ...{ id, yes, of, percentYes, band, yesToNextBand },
    ...{ no, na, unanswered, denominator, yesToBandBelow, rules },
  }
}

function promptJson({ id, yes, no, na, of, percentYes, unanswered, denominator }: CountedPrompt): object {
  return { id, yes, no, na, of, percentYes, unanswered, denominator }
}
