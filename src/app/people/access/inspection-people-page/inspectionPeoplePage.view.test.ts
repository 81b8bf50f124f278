import { expect, test } from 'vitest'
import { type InspectionPeople, inspectionPeopleView } from './inspectionPeoplePage.view.ts'

const lena = { personId: 'lena', name: 'Lena', email: 'lena@example.org', role: 'lead' }
const ann = { personId: 'ann', name: 'Ann', email: 'ann@example.org', role: 'inspector' }
const loaded: InspectionPeople = {
  inspectionId: 'york-2026',
  serviceName: 'York',
  stage: 'fieldwork',
  people: [ann, lena],
  actorId: 'olga',
  mayNameLead: false,
  selectedRole: '',
}
const removable = (changes: Partial<InspectionPeople>) =>
  inspectionPeopleView({ ...loaded, ...changes })
    .people.filter(({ mayRemove }) => mayRemove)
    .map(({ name }) => name)

test('names roles, stage and addresses', () => {
  expect(inspectionPeopleView(loaded)).toMatchObject({
    inspectionHref: '/inspections/york-2026',
    removeHref: '/inspections/york-2026/people/remove',
    stageHref: '/inspections/york-2026/stage',
    stageTitle: 'Fieldwork',
    people: [{ title: 'Inspector' }, { title: 'Lead inspector' }],
  })
})

test.each<[string, Partial<InspectionPeople>, readonly string[]]>([
  ['someone who cannot name leads', {}, ['Ann']],
  ['someone who can', { mayNameLead: true }, ['Ann', 'Lena']],
  ['an inspector, except from themselves', { actorId: 'ann' }, []],
])('roles are removed by %s', (_who, changes, names) => expect(removable(changes)).toEqual(names))

test('the lead inspector is a choice only for those who can name leads', () => {
  const choices = (mayNameLead: boolean) =>
    inspectionPeopleView({ ...loaded, mayNameLead }).roles.map(({ value }) => value)
  expect(choices(false)).not.toContain('lead')
  expect(choices(true)).toContain('lead')
})

test('a form that was refused has the same role selected', () => {
  const view = inspectionPeopleView({ ...loaded, selectedRole: 'research' })
  expect(view.roles.filter(({ selected }) => selected).map(({ text }) => text)).toEqual(['Research analyst'])
})

test('only people who share a name are shown with their addresses', () => {
  const other = { ...ann, personId: 'ann2', email: 'ann@two.example' }
  expect(
    inspectionPeopleView({ ...loaded, people: [ann, other, lena] }).people.map(({ address }) => address),
  ).toEqual(['ann@example.org', 'ann@two.example', null])
})
