/** Two people at one case: each sees the other, different answers merge, the same answer is saved twice. */
import { expect } from 'vitest'
import { type CaseWork, casePath, openToWrite } from './caseWork.ts'
import { entryOf, fillOne, seeSaved, type ToSay, toSayOn } from './fields.ts'
import { open, type Person } from './people.ts'
import type { Field } from './whatIsSaid.ts'

const asSaid = (field: Field, value: string): ToSay => ({ field, said: { value, detail: null } })

/**
 * Both see who else is there; what each writes comes to the other. Then both answer one question, and both hear of it.
 * Returns the question that has two answers.
 */
export async function writeTheSame(
  { person, caseId, acknowledged }: CaseWork,
  other: Person,
): Promise<Field> {
  const [one, two] = [person.page, other.page]
  await openToWrite(one, caseId, '/questions')
  await openToWrite(two, caseId, '/questions')
  await two.getByText(`Also viewing this case: ${person.name}`).waitFor()
  const fields = (await toSayOn(one, caseId)).map(({ field }) => field)
  const [first, second, third] = fields.filter(({ kind }) => kind === 'answer')
  if (first === undefined || second === undefined || third === undefined) expect.fail('too few questions')
  const [ones, twos] = [asSaid(first, 'yes'), asSaid(second, 'no')]
  await fillOne(one, ones.field, ones.said)
  await seeSaved(one, caseId, [ones], acknowledged)
  await fillOne(two, twos.field, twos.said)
  await seeSaved(two, caseId, [twos], acknowledged)
  await entryOf(two, first).getByText(`${person.name} changed this`).waitFor()

  await two.context().setOffline(true)
  const stands = asSaid(third, 'yes')
  await fillOne(one, third, stands.said)
  await seeSaved(one, caseId, [stands], acknowledged)
  await fillOne(two, third, { value: 'no', detail: null })
  await two.context().setOffline(false)
  await entryOf(two, third).getByText(`Someone else changed this: ${person.name} wrote “Yes”`).waitFor()
  await entryOf(one, third).getByText(`${other.name} wrote “No”`).waitFor()
  await entryOf(one, second).getByText(`${other.name} changed this`).waitFor()
  await one.getByText(`Also viewing this case: ${other.name}`).waitFor()
  return third
}

/** Of two notes written on the same page, without JavaScript, the second leads its writer to decide at once. */
export async function noteTheSame({ person, caseId, acknowledged }: CaseWork, other: Person): Promise<void> {
  await open(person.page, casePath(caseId, '/questions'))
  await open(other.page, casePath(caseId, '/questions'))
  const { field } =
    (await toSayOn(other.page, caseId)).find((each) => each.field.kind === 'note') ?? expect.fail('no note')
  await fillOne(other.page, field, { value: `A note of ${other.name}`, detail: null })
  await seeSaved(other.page, caseId, [asSaid(field, `A note of ${other.name}`)], acknowledged)
  const own = `A note of ${person.name}`
  await fillOne(person.page, field, { value: own, detail: null })
  await person.page.getByRole('button', { name: 'Save and continue' }).click()
  await person.page.getByRole('heading', { level: 1, name: 'Conflicts' }).waitFor()
  await decide(person, { caseId, chosen: own, names: [person.name, other.name], reason: 'Hers says more.' })
  acknowledged.note(caseId, field, { value: own, detail: null })
}

/** Someone with permission decides which value applies; the page names both writers, and the history has both values. */
export async function decideFor(
  { person, caseId, acknowledged }: CaseWork,
  { field, chosen, names }: { field: Pick<Field, 'kind' | 'item'>; chosen: string; names: readonly string[] },
): Promise<void> {
  await open(person.page, casePath(caseId))
  await person.page.getByRole('link', { name: 'Resolve 1 conflict' }).click()
  await decide(person, { caseId, chosen, names, reason: 'Seen together.' })
  acknowledged.note(caseId, field, { value: chosen.toLowerCase(), detail: null })
}

type Decision = {
  readonly caseId: string
  readonly chosen: string
  readonly names: readonly string[]
  readonly reason: string
}

async function decide(
  { page, name: author }: Person,
  { caseId, chosen, names, reason }: Decision,
): Promise<void> {
  for (const name of names) await page.getByText(`Entered by ${name} on`).first().waitFor()
  await page.getByLabel(chosen, { exact: true }).check()
  await page.getByLabel('Reason for your decision').fill(reason)
  await page.getByRole('button', { name: 'Keep this value' }).click()
  await page.getByText('There are no conflicts to resolve').waitFor()
  await open(page, casePath(caseId, '/history'))
  await page.getByText(`Conflict, resolved by ${author} on`).waitFor()
  await page.getByText(`: ${reason}`).waitFor()
}
