/** Makes the edition that is used of one that was checked: ids get their types, each question its own rules. */
import type { Domain, Edition, KeyQuestion, Prompt, RatingRules, SampleRules, Standard } from './edition.ts'
import type {
  WrittenDomain,
  WrittenEdition,
  WrittenKeyQuestion,
  WrittenQuestionRules,
  WrittenRatingRules,
  WrittenSampleRules,
  WrittenStandard,
} from './writtenEdition.ts'

/** The edition that `written` says. Only for what `checkEdition` found no fault in. */
export function buildEdition(written: WrittenEdition): Edition {
  const { questions, rules, sample, domains, scale, ...others } = written
  return {
    ...others,
    id: named(written.id),
    scale: scale.map((point) => ({ ...point, rating: named(point.rating) })),
    domains: domains.map((domain) => buildDomain(domain, questions)),
    notApplicableWhen: questions.notApplicableWhen.map((rule) => ({
      ...rule,
      questions: rule.questions.map((question) => named(question)),
    })),
    rules: buildRules(rules),
    sample: buildSample(sample),
  }
}

/** `text` as an id of the wanted type. The check that came before is what makes this true. */
function named<Id extends string>(text: string): Id {
  if (!isNamed<Id>(text)) throw new RangeError('an empty name passed the check of the edition')
  return text
}

function isNamed<Id extends string>(text: string): text is Id {
  return text !== ''
}

function buildDomain(domain: WrittenDomain, questions: WrittenQuestionRules): Domain {
  return {
    id: named(domain.id),
    title: domain.title,
    cases: domain.cases === null ? null : named(domain.cases),
    standards: domain.standards.map((standard) => buildStandard(standard, questions)),
  }
}

function buildStandard(standard: WrittenStandard, questions: WrittenQuestionRules): Standard {
  return {
    ...standard,
    id: named(standard.id),
    keyQuestions: standard.keyQuestions.map((question) => buildKeyQuestion(question, standard, questions)),
  }
}

function buildKeyQuestion(
  question: WrittenKeyQuestion,
  standard: WrittenStandard,
  questions: WrittenQuestionRules,
): KeyQuestion {
  return {
    id: named(question.id),
    strand: question.strand,
    text: question.text,
    guidance: question.guidance?.trim() ?? null,
    ...rulesOf(question.id, questions.keyQuestions, standard, questions),
    prompts: question.prompts.map(({ letter, text }): Prompt => {
      const id = promptId(question.id, letter)
      return { id: named(id), letter, text, ...rulesOf(id, questions.prompts, standard, questions) }
    }),
  }
}

/** The full id of a prompt: `2.1.1` and `a` give `2.1.1.a`. */
export function promptId(keyQuestion: string, letter: string): string {
  return `${keyQuestion}.${letter}`
}

function rulesOf(
  id: string,
  ofKind: WrittenQuestionRules['prompts'],
  standard: WrittenStandard,
  { exceptions }: WrittenQuestionRules,
): WrittenQuestionRules['prompts'] {
  const exception = exceptions.find(({ question }) => question === id)
  return {
    answers: standard.judgedFrom === 'evidence' ? [] : (exception?.answers ?? ofKind.answers),
    denominator: exception?.denominator ?? ofKind.denominator,
  }
}

function buildRules(rules: WrittenRatingRules): RatingRules {
  return {
    ...rules,
    bands: rules.bands.map((band) => ({ ...band, rating: named(band.rating) })),
    scoredStandards: rules.scoredStandards.map((standard) => named(standard)),
    resettlement: rules.resettlement === null ? null : named(rules.resettlement),
    overall: rules.overall.map(({ maximum, bands }) => ({
      maximum,
      bands: bands.map((band) => ({ ...band, rating: named(band.rating) })),
    })),
    limitingJudgements: rules.limitingJudgements.map(({ standard, rated, overallAtMost }) => ({
      standard: named(standard),
      rated: named(rated),
      overallAtMost: named(overallAtMost),
    })),
    mayBeUnrated: rules.mayBeUnrated.flatMap(({ standards, when }) =>
      standards.map((standard) => ({ standard: named(standard), when })),
    ),
  }
}

function buildSample(sample: WrittenSampleRules): SampleRules {
  return {
    ...sample,
    windows: sample.windows.map((window) => ({ ...window, cases: named(window.cases) })),
    shares: sample.shares.map((share) => ({ ...share, cases: named(share.cases) })),
    disposals: sample.disposals.map((disposal) => ({
      ...disposal,
      cases: disposal.cases.map((cases) => named(cases)),
    })),
  }
}
