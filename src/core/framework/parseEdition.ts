/** From the content of an edition file to the edition that is used. */
import { type Result, unlessProblems } from '../kernel/result.ts'
import { checkEdition, type Edition, editionShape, type WrittenEdition } from './edition.ts'
import type { QuestionRules } from './rules/answerRules.ts'
import type {
  Answering,
  Domain,
  KeyQuestion,
  KeyQuestionId,
  Prompt,
  PromptId,
  Standard,
  WrittenDomain,
  WrittenStandard,
} from './standards.ts'
import { promptId } from './standards.ts'

/**
 * Returns the edition in `value`, the parsed content of a file. Refuses it with every fault of its shape or, if there is
 * none, with every fault of its content; each has its path in the file.
 */
export function parseEdition(value: unknown): Result<Edition> {
  const written = editionShape.read(value, [])
  return written.ok ? unlessProblems(checkEdition(written.value), () => buildEdition(written.value)) : written
}

/** The edition with its own answers and denominator at each question. */
function buildEdition({ questions, domains, ...others }: WrittenEdition): Edition {
  return {
    ...others,
    domains: domains.map((domain) => buildDomain(domain, questions)),
    notApplicableWhen: questions.notApplicableWhen,
  }
}

function buildDomain({ standards, ...others }: WrittenDomain, questions: QuestionRules): Domain {
  return { ...others, standards: standards.map((standard) => buildStandard(standard, questions)) }
}

function buildStandard(standard: WrittenStandard, questions: QuestionRules): Standard {
  return {
    ...standard,
    keyQuestions: standard.keyQuestions.map(
      (question): KeyQuestion => ({
        ...question,
        guidance: question.guidance?.trim() ?? null,
        ...answering(question.id, questions.keyQuestions, standard, questions),
        prompts: question.prompts.map((prompt): Prompt => {
          const id = promptId(question.id, prompt.letter)
          return { ...prompt, id, ...answering(id, questions.prompts, standard, questions) }
        }),
      }),
    ),
  }
}

/** How cases answer the question: as its exception says, or as the other questions of its kind. */
function answering(
  question: KeyQuestionId | PromptId,
  ofKind: QuestionRules['prompts'],
  { judgedFrom }: WrittenStandard,
  { exceptions }: QuestionRules,
): Answering {
  const exception = exceptions.find((candidate) => candidate.question === question)
  return {
    answers: judgedFrom === 'evidence' ? [] : (exception?.answers ?? ofKind.answers),
    denominator: exception?.denominator ?? ofKind.denominator,
  }
}
