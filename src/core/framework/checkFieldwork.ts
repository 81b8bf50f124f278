/** The facts of a case, their values, and what they make pointless to ask. */
import type { Problem } from '../kernel/problem.ts'
import { checkIds, checkKnown, checkUnique, namesAt } from './checkNames.ts'
import { checkNumber } from './checkNumber.ts'
import type { CaseFact } from './edition.ts'
import { problem } from './problems.ts'
import type { WrittenEdition } from './writtenEdition.ts'

type FactAt = { readonly fact: CaseFact; readonly path: string }

export function checkFieldwork(written: WrittenEdition): readonly Problem[] {
  const { pullApartAbovePercent, values, factGroups } = written.fieldwork
  const path = 'fieldwork.factGroups'
  const facts = factGroups.flatMap((group, at) =>
    group.facts.map((fact, index): FactAt => ({ fact, path: `${path}[${at}].facts[${index}]` })),
  )
  const codes = values.map(({ code }) => code)
  return [
    ...checkNumber(
      pullApartAbovePercent,
      { from: 0, to: 99, whole: true },
      'fieldwork.pullApartAbovePercent',
    ),
    ...checkIds(codes.map((name, index) => ({ name, path: `fieldwork.values[${index}].code` }))),
    ...checkIds(factGroups.map(({ id }, index) => ({ name: id, path: `${path}[${index}].id` }))),
    ...checkIds(facts.map(({ fact: { id }, path: at }) => ({ name: id, path: `${at}.id` }))),
    ...checkUnique(
      facts.filter(isOnce).map(({ fact: { form }, path: at }) => ({ name: form, path: `${at}.form` })),
    ),
    ...factGroups.flatMap((group, index) => checkFilled(group.facts, `${path}[${index}].facts`)),
    ...facts.flatMap((fact) => checkFact(fact, codes)),
    ...checkConditions(
      written,
      facts.map(({ fact }) => fact),
    ),
  ]
}

/** Whether an edition has the form at most once: code keeps what it holds by a method of its own. */
function isOnce({ fact: { form } }: FactAt): boolean {
  return form !== 'choice' && form !== 'words'
}

function checkFilled(list: readonly unknown[], path: string): readonly Problem[] {
  return list.length > 0 ? [] : [problem('edition.list-empty', {}, { path })]
}

function checkFact({ fact, path }: FactAt, codes: readonly string[]): readonly Problem[] {
  const { id, form, values, detailTitle, needsDetailFor } = fact
  const named = namesAt(values, `${path}.values`)
  const needs = needsDetailFor === null ? [] : [{ name: needsDetailFor, path: `${path}.needsDetailFor` }]
  return [
    ...checkKnown(named, codes),
    ...checkUnique(named),
    ...checkKnown(needs, values),
    ...(form === 'choice' ? checkFilled(values, `${path}.values`) : []),
    ...(form !== 'choice' && values.length > 0
      ? [problem('edition.values-without-choice', { fact: id, form }, { path: `${path}.values` })]
      : []),
    ...(needsDetailFor !== null && detailTitle === null
      ? [problem('edition.detail-untitled', { fact: id }, { path: `${path}.needsDetailFor` })]
      : []),
  ]
}

function checkConditions({ questions }: WrittenEdition, facts: readonly CaseFact[]): readonly Problem[] {
  return questions.notApplicableWhen.flatMap(({ fact, is }, index) => {
    const path = `questions.notApplicableWhen[${index}]`
    const ids = facts.map(({ id }) => id)
    const values = facts.find(({ id }) => id === fact)?.values
    return [
      ...checkKnown([{ name: fact, path: `${path}.fact` }], ids),
      ...(values === undefined ? [] : checkKnown([{ name: is, path: `${path}.is` }], values)),
    ]
  })
}
