import { expect, test } from 'vitest'
import { anEdition } from '../../../../test/support/anEdition.ts'
import { checkRegisterEntry, readRegisterEntries } from './registerEntry.ts'

function faults(cases: object) {
  const content = Buffer.from(JSON.stringify({ published: '2022-12', cases }))
  const read = readRegisterEntries(content, 'results.json')
  if (!read.ok || read.value[0] === undefined) throw new Error('the entry cannot be read')
  const checked = checkRegisterEntry(anEdition('yos-2021'), 'Exampleshire', read.value[0])
  return checked.ok ? [] : checked.problems.map(({ code, place }) => [code, place.path])
}

test('cases of one kind are counted once, whichever of its names they have', () => {
  expect(faults({ court: 12, outOfCourt: 3 })).toEqual([])
  expect(faults({ court: 12, 'out-of-court': 3 })).toEqual([])
  expect(faults({ outOfCourt: 3, 'out-of-court': 4 })).toEqual([['json.key-twice', 'cases.out-of-court']])
})
