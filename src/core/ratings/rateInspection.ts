import type { Edition } from '../framework/edition.ts'
import { allStandards } from '../framework/findInEdition.ts'
import type { Standard } from '../framework/standards.ts'
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { comparePublished } from './comparePublished.ts'
import type { InspectionFigures, ProfessionalJudgement } from './inspectionFigures.ts'
import { overallNotes } from './overallNotes.ts'
import { problem } from './problems.ts'
import { judgementProblems } from './professionalJudgement.ts'
import type { RatedInspection, RatedStandard } from './ratedInspection.ts'
import { rateOverall } from './rateOverall.ts'
import { rateStandard, type StandardFigures } from './rateStandard.ts'
import { standardNotes } from './standardNotes.ts'

/**
 * Returns the ratings of an inspection by the rules of its edition, with their working. The figures were checked when
 * they were read; what is refused here depends on the ratings: a professional judgement without complete figures, or
 * beyond what the edition allows.
 */
export function rateInspection(edition: Edition, figures: InspectionFigures): Result<RatedInspection> {
  const every = allStandards(edition)
  const figuresOf = figuresByStandard(figures)
  const rated = every.map((standard) => ({
    standard,
    rated: rateStandard(edition, standard, figuresOf(standard)),
  }))
  const standards = rated.flatMap((each) => each.rated ?? [])
  const problems = figures.professionalJudgements.flatMap((judgement) =>
    professionalJudgementProblems(edition, judgement, standards),
  )
  return unlessProblems(problems, () => {
    const overall = rateOverall(edition, standards)
    const resettlement = standards.find(({ standard }) => standard === edition.rules.resettlement)
    return {
      edition: edition.id,
      standards,
      ...overall,
      resettlement: resettlement?.awarded ?? null,
      notes: [
        ...rated.flatMap((each) => standardNotes(edition, each.standard, each.rated)),
        ...overallNotes(edition, standards, overall),
        ...comparePublished(edition, figures.published, standards, overall),
      ],
    }
  })
}

function figuresByStandard(figures: InspectionFigures): (standard: Standard) => StandardFigures {
  const keyQuestions = new Map(figures.keyQuestions.map(({ id, figure }) => [id, figure]))
  const prompts = new Map(figures.prompts.map((counts) => [counts.id, counts]))
  return ({ id }) => ({
    keyQuestions,
    prompts,
    judgement: figures.judgements.find(({ standard }) => standard === id),
    professionalJudgement: figures.professionalJudgements.find(({ standard }) => standard === id),
    unrated: figures.unrated.find(({ standard }) => standard === id),
  })
}

function professionalJudgementProblems(
  edition: Edition,
  judgement: ProfessionalJudgement,
  standards: readonly RatedStandard[],
): Problem[] {
  const { standard } = judgement
  const rated = standards.find((each) => each.standard === standard)
  if (rated === undefined || rated.calculated === null) {
    const place = { field: `standard ${standard}` }
    return [problem('ratings.professional-judgement-without-figures', { standard }, place)]
  }
  return judgementProblems(edition, judgement, rated.keyQuestions)
}
