import { expect, test } from 'vitest'
import { anEdition } from '../../../test/support/anEdition.ts'
import { aListedCase } from '../../../test/support/listedCases.ts'
import { caseListAuthor, isUnconfirmed, timetableAuthor } from './entry.ts'
import { factsFromList } from './factsFromList.ts'

const others = { disposal: 'Referral order', sourceEthnicity: null, interviewAt: '2026-06-01T10:45' }

test.each(['yos-2018', 'yos-2021'])(
  'the case manager’s classifications and the time of the interview are filled in and wait to be confirmed: %s',
  (id) => {
    const facts = factsFromList(anEdition(id), aListedCase('C-1', { rosh: 'none-made' }), others)
    const known = new Map(facts.map(({ item, value, author }) => [item, [value, author]]))
    expect(known.get('rosh-theirs')).toEqual(['none', caseListAuthor])
    expect(known.get('safety-wellbeing-theirs')).toEqual(['low', caseListAuthor])
    expect(known.get('interview-at')).toEqual(['2026-06-01T10:45', timetableAuthor])
    expect(facts.every(isUnconfirmed)).toBe(true)
  },
)

test('the inspector’s own classification is never filled in, nor a time that no timetable has', () => {
  const facts = factsFromList(anEdition('yos-2021'), aListedCase('C-1'), { ...others, interviewAt: null })
  const items = facts.map(({ item }) => item)
  expect(items).not.toContain('rosh-mine')
  expect(items).not.toContain('interview-at')
})

test('a class that the edition does not have is left to the inspector, and a fact that it does not ask for out', () => {
  const edition = anEdition('yos-2021')
  const itemsOf = (changes: Parameters<typeof aListedCase>[1], ofEdition = edition) =>
    factsFromList(ofEdition, aListedCase('C-1', changes), others).map(({ item }) => item)
  expect(itemsOf({ rosh: 'unheard-of' })).not.toContain('rosh-theirs')
  expect(itemsOf({ rosh: 'almost-none-made' })).not.toContain('rosh-theirs')
  expect(itemsOf({ rosh: 'none-made-yet' })).not.toContain('rosh-theirs')
  expect(itemsOf({ age: null })).toEqual(itemsOf({}).filter((item) => item !== 'age'))
  const facts = { ...edition, fieldwork: { ...edition.fieldwork, factGroups: [] } }
  expect(itemsOf({}, facts)).toEqual([])
})
