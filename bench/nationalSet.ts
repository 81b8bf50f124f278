/** A made-up national set: 150 services with a million answers together, the same in every run. */
import type { Edition } from '../src/core/framework/edition.ts'
import type { AnswerRow } from '../src/core/ratings/countAnswers.ts'
import { type IndexedQuestion, questionsOf } from '../src/core/ratings/questionIndex.ts'

export const services = 150
/** Of each service, half of them court cases: with the questions of edition yos-2021, a million answers in all. */
export const casesOfService = 116

/** One inspection's answers to every question its cases are asked, the cases shared between the domains. */
export function madeUpAnswers(edition: Edition, cases: number, seed: number): AnswerRow[] {
  const random = randomFrom(seed)
  const asked = askedOf(edition)
  const domains = [...new Set(asked.map(({ cases: domain }) => domain))]
  const service = 0.4 + 0.55 * random()
  return Array.from({ length: cases }, (_, at) => ({
    caseId: `${at}`,
    domain: domains[at % domains.length] ?? null,
  })).flatMap(({ caseId, domain }) =>
    asked
      .filter((indexed) => indexed.cases === domain)
      .map(({ question, allowed }) => ({
        caseId,
        domain: domain ?? '',
        question: question.id,
        answer: allowed.has('na') && random() < 0.1 ? 'na' : random() < service ? 'yes' : 'no',
        row: null,
      })),
  )
}

function askedOf(edition: Edition): IndexedQuestion[] {
  return questionsOf(edition).filter(
    ({ standard, cases }) => standard.judgedFrom === 'cases' && cases !== null,
  )
}

/** Mulberry32: a small generator of numbers from 0 to 1, good enough for made-up answers. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
