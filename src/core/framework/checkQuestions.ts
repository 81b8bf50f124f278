/** Domains, standards, key questions and prompts, and what may be answered to them. */
import type { Problem } from '../kernel/problem.ts'
import { promptId } from './buildEdition.ts'
import { checkIds, checkKnown, checkUnique, type NameAt, namesAt } from './checkNames.ts'
import { problem } from './problems.ts'
import type { WrittenDomain, WrittenEdition, WrittenKeyQuestion, WrittenStandard } from './writtenEdition.ts'

type At<Part> = { readonly part: Part; readonly path: string }

export function checkQuestions(written: WrittenEdition): readonly Problem[] {
  const domains = written.domains.map((part, index) => ({ part, path: `domains[${index}]` }))
  const standards = domains.flatMap(standardsOf)
  const keyQuestions = standards.flatMap(keyQuestionsOf)
  const strands = written.strands.map(({ id }) => id)
  const cases = domains.flatMap(({ part, path }) =>
    part.cases === null ? [] : [{ name: part.cases, path: `${path}.cases` }],
  )
  return [
    ...(domains.length === 0 ? [problem('edition.list-empty', {}, { path: 'domains' })] : []),
    ...checkIds(written.strands.map(({ id }, index) => ({ name: id, path: `strands[${index}].id` }))),
    ...checkIds(idsOf(domains)),
    ...checkIds(cases),
    ...checkIds(idsOf(standards)),
    ...checkIds(idsOf(keyQuestions)),
    ...domains.flatMap(checkDomain),
    ...standards.flatMap((standard) => checkStandard(standard, strands)),
    ...keyQuestions.flatMap(checkPrompts),
    ...keyQuestions.flatMap(checkGuidance),
    ...checkAnswers(written),
  ]
}

function standardsOf({ part, path }: At<WrittenDomain>): readonly At<WrittenStandard>[] {
  return part.standards.map((standard, index) => ({ part: standard, path: `${path}.standards[${index}]` }))
}

function keyQuestionsOf({ part, path }: At<WrittenStandard>): readonly At<WrittenKeyQuestion>[] {
  return part.keyQuestions.map((question, index) => ({
    part: question,
    path: `${path}.keyQuestions[${index}]`,
  }))
}

function idsOf(parts: readonly At<{ readonly id: string }>[]): readonly NameAt[] {
  return parts.map(({ part, path }) => ({ name: part.id, path: `${path}.id` }))
}

function checkDomain(domain: At<WrittenDomain>): readonly Problem[] {
  if (domain.part.standards.length === 0)
    return [problem('edition.list-empty', {}, { path: `${domain.path}.standards` })]
  if (domain.part.cases !== null) return []
  return standardsOf(domain)
    .filter(({ part }) => part.judgedFrom === 'cases')
    .map(({ part, path }) =>
      problem('edition.cases-absent', { standard: part.id }, { path: `${path}.judgedFrom` }),
    )
}

function checkStandard(standard: At<WrittenStandard>, known: readonly string[]): readonly Problem[] {
  const { part, path } = standard
  const questions = keyQuestionsOf(standard)
  const strands = questions.flatMap(({ part: { strand }, path: at }) =>
    strand === null ? [] : [{ name: strand, path: `${at}.strand` }],
  )
  const isBare = questions.length === 0 && part.judgedFrom === 'cases'
  return [
    ...(isBare ? [problem('edition.list-empty', {}, { path: `${path}.keyQuestions` })] : []),
    ...checkKnown(strands, known),
    ...checkUnique(strands),
    ...checkUnique(namesAt(part.sections, `${path}.sections`)),
    ...checkUnique(namesAt(part.keyData, `${path}.keyData`)),
    ...questions
      .filter(({ part: { id } }) => !id.startsWith(`${part.id}.`))
      .map(({ part: { id }, path: at }) =>
        problem('edition.not-under-standard', { id, standard: part.id }, { path: `${at}.id` }),
      ),
  ]
}

function checkPrompts({ part, path }: At<WrittenKeyQuestion>): readonly Problem[] {
  const letters = part.prompts.map(({ letter }, index) => ({
    name: letter,
    path: `${path}.prompts[${index}].letter`,
  }))
  const ill = letters.filter(({ name }) => !/^[a-z]$/.test(name))
  return [
    ...checkUnique(letters),
    ...ill.map(({ name, path: at }) => problem('edition.letter-form', { letter: name }, { path: at })),
  ]
}

/** Guidance is read beside the question: a longer one belongs into a document that the question's guidance names. */
const longestGuidance = 4_000

/** It is shown as it is written, so nothing in it may be meant as markup, or control the screen. */
function checkGuidance({ part: { id, guidance }, path }: At<WrittenKeyQuestion>): readonly Problem[] {
  if (guidance === null) return []
  const at = { path: `${path}.guidance` }
  const isMarkup = /<\/?[a-z!]|[^\P{C}\n]/iu.test(guidance)
  return [
    ...(guidance.length > longestGuidance
      ? [problem('edition.guidance-too-long', { id, limit: longestGuidance }, at)]
      : []),
    ...(isMarkup ? [problem('edition.guidance-not-plain', { id }, at)] : []),
  ]
}

/** The answers of each kind of question hold yes and no; exceptions name a question that cases answer, once. */
function checkAnswers(written: WrittenEdition): readonly Problem[] {
  const { keyQuestions, prompts, exceptions } = written.questions
  const lists = [
    { answers: keyQuestions.answers, path: 'questions.keyQuestions.answers' },
    { answers: prompts.answers, path: 'questions.prompts.answers' },
    ...exceptions.flatMap(({ answers }, index) =>
      answers === null ? [] : [{ answers, path: `questions.exceptions[${index}].answers` }],
    ),
  ]
  const named = exceptions.map(({ question }, index) => ({
    name: question,
    path: `questions.exceptions[${index}].question`,
  }))
  return [
    ...lists.flatMap(({ answers, path }) => checkUnique(namesAt(answers, path))),
    ...lists
      .filter(({ answers }) => !answers.includes('yes') || !answers.includes('no'))
      .map(({ path }) => problem('edition.answers-incomplete', {}, { path })),
    ...checkUnique(named),
    ...checkExceptions(written, named),
    ...checkExceptions(written, conditional(written)),
  ]
}

function conditional({ questions }: WrittenEdition): readonly NameAt[] {
  return questions.notApplicableWhen.flatMap(({ questions: ids }, at) =>
    namesAt(ids, `questions.notApplicableWhen[${at}].questions`),
  )
}

function checkExceptions({ domains }: WrittenEdition, named: readonly NameAt[]): readonly Problem[] {
  const standards = domains.flatMap((domain) => domain.standards)
  const fromCases = questionIds(standards.filter(({ judgedFrom }) => judgedFrom === 'cases'))
  const fromEvidence = questionIds(standards.filter(({ judgedFrom }) => judgedFrom === 'evidence'))
  return named.flatMap(({ name, path }) => {
    if (fromCases.includes(name)) return []
    return fromEvidence.includes(name)
      ? [problem('edition.exception-on-evidence', { question: name }, { path })]
      : [problem('edition.question-unknown', { question: name }, { path })]
  })
}

function questionIds(standards: readonly WrittenStandard[]): readonly string[] {
  return standards
    .flatMap(({ keyQuestions }) => keyQuestions)
    .flatMap(({ id, prompts }) => [id, ...prompts.map(({ letter }) => promptId(id, letter))])
}
