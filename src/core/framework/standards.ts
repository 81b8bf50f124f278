/** The standards of an edition: domains, standards, key questions and prompts. */
import type { Brand } from '../kernel/brand.ts'
import type { Problem } from '../kernel/problem.ts'
import type { Answer, Denominator } from './answers.ts'
import { checkIds, checkKnown, checkUnique, type NameAt, namesAt } from './checkNames.ts'
import { problem } from './problems.ts'
import { group, id, ifAny, key, list, listIfAny, oneOf, text, type ValueOf } from './shape.ts'

export type DomainId = Brand<string, 'DomainId'>
export type StandardId = Brand<string, 'StandardId'>
/** A key question (`2.1.1`). */
export type KeyQuestionId = Brand<string, 'KeyQuestionId'>
/** A prompt with its key question (`2.1.1.a`). */
export type PromptId = Brand<string, 'PromptId'>
/** The kind of cases a domain inspects (`court`, `out-of-court`, `resettlement`). */
export type CaseDomain = Brand<string, 'CaseDomain'>

export const strandShape = group({ id: key(id(), 'Its id.'), title: key(text, 'Its title.') })
type Strand = ValueOf<typeof strandShape>

const keyQuestionShape = group({
  id: key(id<KeyQuestionId>(), 'The id of its standard, a dot and more.'),
  strand: key(ifAny(id()), 'One of `strands`; a standard uses each at most once.'),
  text: key(text, 'The question, word for word.'),
  guidance: key(
    ifAny(text),
    'What inspectors read next to it: plain text of up to 4,000 characters, with an empty line between paragraphs.',
  ),
  prompts: key(
    listIfAny(
      group({
        letter: key(
          id(),
          'From a to z. The full id of a prompt is the id of its key question, a dot and the letter.',
        ),
        text: key(text, 'The prompt, word for word.'),
      }),
    ),
    'The prompts under the key question.',
  ),
})
type WrittenKeyQuestion = ValueOf<typeof keyQuestionShape>

const standardShape = group({
  id: key(id<StandardId>(), 'Its id.'),
  title: key(text, 'Its title.'),
  statement: key(text, 'What is expected, word for word.'),
  judgedFrom: key(
    oneOf(['cases', 'evidence']),
    '`cases`: rated from the answers of inspected cases. `evidence`: judged from documents, meetings and surveys.',
  ),
  keyQuestions: key(list(keyQuestionShape), 'At least one if the standard is judged from cases.'),
  keyData: key(listIfAny(text), 'Figures that the report gives under the standard.'),
  sections: key(listIfAny(text), 'Further sections of the report under the standard.'),
})
export type WrittenStandard = ValueOf<typeof standardShape>

export const domainShape = group({
  id: key(id<DomainId>(), 'Its id.'),
  title: key(text, 'Its title.'),
  cases: key(ifAny(id<CaseDomain>()), 'The kind of cases inspected for the domain, such as `court`.'),
  standards: key(list(standardShape, 1), 'The standards of the domain.'),
})
export type WrittenDomain = ValueOf<typeof domainShape>

/** How cases answer a question. */
export type Answering = {
  /** The answers a case may give; none if the standard is judged from evidence. */
  readonly answers: readonly Answer[]
  readonly denominator: Denominator
}

export type Prompt = WrittenKeyQuestion['prompts'][number] & Answering & { readonly id: PromptId }
export type KeyQuestion = Omit<WrittenKeyQuestion, 'prompts'> &
  Answering & { readonly prompts: readonly Prompt[] }
export type Standard = Omit<WrittenStandard, 'keyQuestions'> & {
  readonly keyQuestions: readonly KeyQuestion[]
}
export type Domain = Omit<WrittenDomain, 'standards'> & { readonly standards: readonly Standard[] }

export type WithDomains = { readonly domains: readonly Domain[] }

/** Both an edition and one that is not checked yet have these parts. */
export type WithKinds = { readonly domains: readonly { readonly cases: CaseDomain | null }[] }

/** Returns the kinds of cases that an edition inspects, in the order of its domains. */
export function kindsOfCases({ domains }: WithKinds): readonly CaseDomain[] {
  return domains.flatMap(({ cases }) => (cases === null ? [] : [cases]))
}

type At<Part> = { readonly part: Part; readonly path: string }

/** Returns what is wrong with the names of an edition's strands, domains, standards and questions. */
export function checkStandards(written: {
  readonly strands: readonly Strand[]
  readonly domains: readonly WrittenDomain[]
}): readonly Problem[] {
  const domains = written.domains.map((part, index) => ({ part, path: `domains[${index}]` }))
  const standards = domains.flatMap(standardsOf)
  const keyQuestions = standards.flatMap(keyQuestionsOf)
  const strands = written.strands.map(({ id: strand }) => strand)
  const cases = domains.flatMap(({ part, path }) =>
    part.cases === null ? [] : [{ name: part.cases, path: `${path}.cases` }],
  )
  return [
    ...checkIds(written.strands.map(({ id: name }, index) => ({ name, path: `strands[${index}].id` }))),
    ...checkIds(idsOf(domains)),
    ...checkIds(cases),
    ...checkIds(idsOf(standards)),
    ...checkIds(idsOf(keyQuestions)),
    ...domains.flatMap(checkDomain),
    ...standards.flatMap((standard) => checkStandard(standard, strands)),
    ...keyQuestions.flatMap(checkLetters),
    ...keyQuestions.flatMap(checkGuidance),
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
      .filter(({ part: question }) => !question.id.startsWith(`${part.id}.`))
      .map(({ part: question, path: at }) =>
        problem('edition.not-under-standard', { id: question.id, standard: part.id }, { path: `${at}.id` }),
      ),
  ]
}

function checkLetters({ part, path }: At<WrittenKeyQuestion>): readonly Problem[] {
  const letters = part.prompts.map(({ letter }, index) => ({
    name: letter,
    path: `${path}.prompts[${index}].letter`,
  }))
  return [
    ...checkUnique(letters),
    ...letters
      .filter(({ name }) => !/^[a-z]$/.test(name))
      .map(({ name, path: at }) => problem('edition.letter-form', { letter: name }, { path: at })),
  ]
}

/** Inspectors read guidance next to the question: a longer text belongs in a document that the guidance names. */
const longestGuidance = 4_000

/** Guidance is shown as it is written, so nothing in it may be meant as markup, or control the screen. */
function checkGuidance({
  part: { id: question, guidance },
  path,
}: At<WrittenKeyQuestion>): readonly Problem[] {
  if (guidance === null) return []
  const at = { path: `${path}.guidance` }
  const isMarkup = /<\/?[a-z!]|[^\P{C}\n]/iu.test(guidance)
  return [
    ...(guidance.length > longestGuidance
      ? [problem('edition.guidance-too-long', { id: question, limit: longestGuidance }, at)]
      : []),
    ...(isMarkup ? [problem('edition.guidance-not-plain', { id: question }, at)] : []),
  ]
}

/** Returns the full id of a prompt: `2.1.1.a` for the prompt `a` of `2.1.1`. */
export function promptId(keyQuestion: KeyQuestionId, letter: string): PromptId {
  const id = `${keyQuestion}.${letter}`
  if (!isPromptId(id)) throw new RangeError('the id of a prompt has more than a dot')
  return id
}

function isPromptId(id: string): id is PromptId {
  return id.length > 1
}
