import { describe, expect, test } from 'vitest'
import type { Edition } from '../framework/edition.ts'
import type { Author } from './entry.ts'
import { barringActs, type CaseTrace } from './secondPerson.ts'

const [ada, ben, cem] = ['Ada', 'Ben', 'Cem'].map((name) => ({ personId: name, name }))
const edition: Pick<Edition, 'secondPersons'> = {
  secondPersons: [
    { step: 'check', otherThan: ['answer', 'hand-in'] },
    { step: 'sign', otherThan: ['check'] },
  ],
}

function acts(step: Parameters<typeof barringActs>[1], trace: CaseTrace, person: Author | undefined) {
  return barringActs(edition, step, trace, person ?? expect.fail())
}

function by(person: Author | undefined) {
  return { value: 'yes', author: person ?? expect.fail() }
}

function step(name: string, person: typeof ada) {
  return { step: name, author: person ?? expect.fail() }
}

describe('a second pair of eyes', () => {
  const trace = { entries: [by(ada), by(ben)], steps: [step('hand-in', ben)] }

  test('nobody checks a case in which they wrote, or that they handed in', () => {
    expect(acts('check', trace, ada)).toEqual(['answer'])
    expect(acts('check', trace, ben)).toEqual(['answer', 'hand-in'])
    expect(acts('check', trace, cem)).toEqual([])
  })

  test('what someone wrote and others replaced or removed bars nobody', () => {
    const replaced = { entries: [{ value: null, author: ada ?? expect.fail() }, by(ben)], steps: [] }
    expect(acts('check', replaced, ada)).toEqual([])
  })

  test('of a case that was handed in and checked again the last counts', () => {
    const again = { ...trace, steps: ['hand-in', 'check', 'take-back'].map((name) => step(name, cem)) }
    const last = { ...trace, steps: [...again.steps, step('hand-in', ben), step('check', ada)] }
    expect(acts('sign', again, cem)).toEqual(['check'])
    expect(acts('sign', last, cem)).toEqual([])
    expect(acts('sign', last, ada)).toEqual(['check'])
  })

  test('a step that the edition does not name needs nobody else', () => {
    expect(acts('return', trace, ada)).toEqual([])
    expect(barringActs({ secondPersons: [] }, 'check', trace, ada ?? expect.fail())).toEqual([])
  })

  test('of several steps the one in question counts', () => {
    const steps = { entries: [], steps: [step('hand-in', ada), step('check', ben), step('take-back', cem)] }
    expect(acts('check', steps, ada)).toEqual(['hand-in'])
    expect(acts('check', steps, cem)).toEqual([])
    expect(acts('sign', steps, ben)).toEqual(['check'])
  })

  test('a proposal to publish is no act at a case', () => {
    const rule = { secondPersons: [{ step: 'sign', otherThan: ['propose'] }] } as const
    expect(barringActs(rule, 'sign', trace, ada ?? expect.fail())).toEqual([])
  })

  test('an account is the same person whatever the name, and two accounts of one name are two', () => {
    const renamed = { personId: 'Ada', name: 'Ada Ames' }
    const namesake = { personId: 'Ada the other', name: 'Ada' }
    const without = { personId: null, name: 'Ada' }
    expect(acts('check', trace, renamed)).toEqual(['answer'])
    expect(acts('check', trace, namesake)).toEqual([])
    expect(acts('check', trace, without)).toEqual([])
    expect(acts('check', { entries: [by(without)], steps: [] }, ada)).toEqual([])
  })

  test('without accounts the name tells who is who', () => {
    const nobody = { personId: null, name: 'command line' }
    const written = { entries: [{ value: 'yes', author: nobody }], steps: [] }
    expect(barringActs(edition, 'check', written, nobody)).toEqual(['answer'])
    expect(barringActs(edition, 'check', written, { ...nobody, name: 'Ada' })).toEqual([])
  })
})
